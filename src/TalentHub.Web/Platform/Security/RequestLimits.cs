using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace TalentHub.Web.Platform.Security;

/// <summary>How many requests a minute one address may send to the pages behind a link; the section <c>Limits:Links</c> of the settings.</summary>
public sealed class LinkLimit
{
    public int Minute { get; set; } = 120;
}

/// <summary>How often somebody without an account may knock at doors that open by a link alone. The links cannot be guessed; this keeps guessing from costing us work.</summary>
public static class RequestLimits
{
    /// <summary>The name of the limit on pages behind a link.</summary>
    public const string Links = "links";

    internal static IServiceCollection AddRequestLimits(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<LinkLimit>(configuration.GetSection("Limits:Links"))
        .AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            o.AddPolicy(Links, context => RateLimitPartition.GetFixedWindowLimiter($"{context.Connection.RemoteIpAddress}", _ =>
                new() { PermitLimit = context.RequestServices.GetRequiredService<IOptions<LinkLimit>>().Value.Minute, Window = TimeSpan.FromMinutes(1) }));
        });
}
