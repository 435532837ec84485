using TalentHub.Web.Platform.Mail;

namespace TalentHub.SliceTests.Setup;

/// <summary>A mail server that keeps what it is given; not configured until a test says so.</summary>
public sealed class LetterBox : IMail
{
    public List<MailMessage> Letters { get; } = [];
    public bool Configured { get; set; }
    public string SiteAddress => "https://hub.example.test";

    public Task SendAsync(MailMessage message, CancellationToken ct)
    {
        if (Configured) Letters.Add(message);
        return Task.CompletedTask;
    }

    public void Empty()
    {
        Configured = false;
        Letters.Clear();
    }
}
