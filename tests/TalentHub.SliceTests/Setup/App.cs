using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Security;

namespace TalentHub.SliceTests.Setup;

/// <summary>The real program on a database of its own, with a clock that stands still.</summary>
public class App : WebApplicationFactory<Program>
{
    private readonly string directory = Directory.CreateTempSubdirectory("talenthub-").FullName;
    private readonly Dictionary<string, string> settings;

    public App() => settings = TestEngine.Create(directory);

    public SettableClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
    public string DataDirectory => directory;
    public SqlCounter Sql { get; } = new();
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>Runs work in a scope of its own, as the viewer.</summary>
    public async Task<T> Scoped<T>(Viewer viewer, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().Viewer = viewer;
        return await work(scope.ServiceProvider);
    }

    /// <summary>Sends a request through the real pipeline as the account stands in the database now.</summary>
    public async Task<T> Send<T>(Guid accountId, IRequest<T> request) => await Send(await Viewer(accountId), request);

    /// <summary>Sends a request through the real pipeline as the viewer.</summary>
    public Task<T> Send<T>(Viewer viewer, IRequest<T> request) => Scoped(viewer, s => s.GetRequiredService<IMediator>().Send(request));

    /// <summary>The viewer as every web request would resolve them.</summary>
    public Task<Viewer> Viewer(Guid accountId) =>
        Db(async db => await Viewers.Load(db, accountId, null, default) ?? throw new InvalidOperationException("No such account, or disabled."));

    public Task<T> Db<T>(Func<TalentHubDb, Task<T>> work) => Scoped(Domain.Access.Viewer.Nobody, s => work(s.GetRequiredService<TalentHubDb>()));

    /// <summary>Writes straight to the database, for preparing a test.</summary>
    public Task Save(Func<TalentHubDb, Task> work) => Db(async db =>
    {
        db.Doing = "Test";
        await work(db);
        return await db.SaveChangesAsync();
    });

    /// <summary>Makes an account with these roles.</summary>
    public async Task<Guid> Account(string name, params Role[] roles)
    {
        var account = new Account { DisplayName = name, UserName = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.test", Email = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.test", CreatedAt = Now };
        await Scoped(Domain.Access.Viewer.Console, async s =>
        {
            var result = await s.GetRequiredService<UserManager<Account>>().CreateAsync(account);
            Assert.True(result.Succeeded, string.Join(" ", result.Errors.Select(e => e.Description)));
            var db = s.GetRequiredService<TalentHubDb>();
            db.RoleGrants.AddRange(roles.Select(r => new RoleGrant(account.Id, r, account.Id, Now)));
            return await db.SaveChangesAsync();
        });
        return account.Id;
    }

    /// <summary>A browser-like client with the real sign-in cookie of the account; redirects are not followed.</summary>
    public async Task<HttpClient> Client(Guid? accountId = null)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"), HandleCookies = true });
        if (accountId is { } id) client.DefaultRequestHeaders.Add("Cookie", await Cookie(id));
        return client;
    }

    /// <summary>The sign-in cookie, as the sign-in page would set it.</summary>
    public Task<string> Cookie(Guid accountId) => Scoped(Domain.Access.Viewer.Nobody, async s =>
    {
        var account = await s.GetRequiredService<UserManager<Account>>().FindByIdAsync(accountId.ToString());
        ClaimsPrincipal principal = await s.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account!);
        var options = s.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow().AddHours(12) };
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme))}";
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", directory);
        builder.UseSetting("empty", "true");
        builder.UseEnvironment("Production");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSingleton(Sql);
            Adjust(services);
            services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(Sql));
            services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(Sql));
        });
    }

    /// <summary>Where a test puts something else at an edge of the process.</summary>
    protected virtual void Adjust(IServiceCollection services)
    {
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !Directory.Exists(directory)) return;
        TestEngine.Drop(settings);
        Directory.Delete(directory, recursive: true);
    }
}

/// <summary>A clock that a test moves.</summary>
public sealed class SettableClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;
    public void Advance(TimeSpan by) => now += by;
    public void Set(DateTimeOffset to) => now = to;
}
