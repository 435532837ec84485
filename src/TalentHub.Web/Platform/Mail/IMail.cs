namespace TalentHub.Web.Platform.Mail;

/// <summary>A letter to one person, in plain text.</summary>
public sealed record MailMessage(string To, string Subject, string Text)
{
    public string? ToName { get; init; }
    public string? ReplyTo { get; init; }

    /// <summary>Names the letter to every mail server it passes, so that one handed over twice is known for the same.</summary>
    public Guid? Id { get; init; }

    /// <summary>A calendar entry (RFC 5545) and its method, if one goes with it.</summary>
    public (string Text, string Method)? Calendar { get; init; }
}

/// <summary>Hands letters that carry a secret, such as a link for a password, to the mail server, if there is one. Nothing of them is stored.</summary>
public interface IMail
{
    /// <summary>Whether a letter has any chance to arrive; when not, pages say so and show the link instead.</summary>
    bool Configured { get; }

    /// <summary>Where this installation is reached, without a slash at the end. Stated by its owner: a link in a letter never follows the Host header of whoever asked for it.</summary>
    string SiteAddress { get; }

    /// <summary>Queues the letter and returns at once, so that the time an answer takes does not tell whether one was sent.</summary>
    Task SendAsync(MailMessage message, CancellationToken ct);
}

/// <summary>No mail server: nothing is sent and nothing is kept.</summary>
internal sealed class NoMail(MailOptions options) : IMail
{
    public bool Configured => false;
    public string SiteAddress => options.SiteAddress;
    public Task SendAsync(MailMessage message, CancellationToken ct) => Task.CompletedTask;
}
