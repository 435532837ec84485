namespace TalentHub.Web.Platform.Mail;

/// <summary>The mail server, from the section <c>Mail</c> of the settings.</summary>
/// <param name="SiteAddress">Where people reach this installation, for the links in letters.</param>
internal sealed record MailOptions(string Host, int Port, bool Tls, string From, string? User, string? Password, string SiteAddress);

internal static class MailServices
{
    /// <summary>Registers the mail server when <c>Mail:Host</c> names one.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        if (mail["Host"] is not { Length: > 0 } host) return services.AddSingleton<IMail, NoMail>();
        services.AddSingleton(new MailOptions(host, mail.GetValue("Port", 587), mail.GetValue("Tls", true), Needed(mail, "From"), mail["User"], mail["Password"], Needed(mail, "SiteAddress").TrimEnd('/')));
        services.AddSingleton<SmtpMail>();
        services.AddSingleton<IMail>(s => s.GetRequiredService<SmtpMail>());
        return services.AddHostedService(s => s.GetRequiredService<SmtpMail>());
    }

    private static string Needed(IConfigurationSection mail, string name) => mail[name] is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"Mail:Host is set, so Mail:{name} must be set too.");
}
