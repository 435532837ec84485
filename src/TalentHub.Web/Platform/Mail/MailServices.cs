using TalentHub.Web.Platform.Jobs;

namespace TalentHub.Web.Platform.Mail;

/// <summary>How mail leaves this installation, from the section <c>Mail</c> of the settings.</summary>
/// <param name="Host">The mail server; none: letters become files in <paramref name="Folder"/>.</param>
/// <param name="SiteAddress">Where people reach this installation, for the links in letters.</param>
public sealed record MailOptions(string? Host, int Port, bool Tls, string From, string? User, string? Password, string SiteAddress, string Folder)
{
    private const string Here = "http://127.0.0.1:5080";

    public static MailOptions Read(IConfiguration configuration, string dataDirectory)
    {
        var mail = configuration.GetSection("Mail");
        var host = mail["Host"] is { Length: > 0 } named ? named : null;
        var site = host is null ? mail["SiteAddress"] ?? Reachable(configuration["urls"]?.Split(';')[0] ?? Here) : Needed(mail, "SiteAddress");
        if (!Uri.TryCreate(site, UriKind.Absolute, out _)) throw new InvalidOperationException("Mail:SiteAddress must be a whole address, such as https://hub.example.com.");
        var from = host is null ? mail["From"] ?? "talenthub@localhost" : Needed(mail, "From");
        return new(host, mail.GetValue("Port", 587), mail.GetValue("Tls", true), from, mail["User"], mail["Password"], site.TrimEnd('/'), mail["Folder"] ?? Path.Combine(dataDirectory, "mail"));
    }

    /// <summary>Where the program listens, as something one can go to: "*", "+" and 0.0.0.0 mean every address of the machine.</summary>
    private static string Reachable(string listens)
    {
        var at = BindingAddress.Parse(listens);
        return $"{at.Scheme}://{(at.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : at.Host)}:{at.Port}";
    }

    private static string Needed(IConfigurationSection mail, string name) => mail[name] is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"Mail:Host is set, so Mail:{name} must be set too.");
}

internal static class MailServices
{
    /// <summary>Registers the outbox, and the mail server when <c>Mail:Host</c> names one.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(s => MailOptions.Read(configuration, s.GetRequiredService<DataDirectory>().Path));
        services.AddScoped<Outbox>();
        services.AddRounds<Delivery>();
        if (configuration["Mail:Host"] is not { Length: > 0 }) return services.AddSingleton<ITransport, PickupFolder>().AddSingleton<IMail, NoMail>();
        services.AddSingleton<ITransport, SmtpTransport>();
        services.AddSingleton<DirectMail>();
        services.AddSingleton<IMail>(s => s.GetRequiredService<DirectMail>());
        return services.AddHostedService(s => s.GetRequiredService<DirectMail>());
    }
}
