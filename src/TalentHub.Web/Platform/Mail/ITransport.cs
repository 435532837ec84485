namespace TalentHub.Web.Platform.Mail;

/// <summary>What became of a letter that was handed over.</summary>
public enum Handed
{
    /// <summary>It is theirs now.</summary>
    Taken,

    /// <summary>Not this one, not now.</summary>
    Later,

    /// <summary>Not this one, whatever we do.</summary>
    Never,

    /// <summary>Nobody answers.</summary>
    Down,
}

/// <param name="Code">Short, without any address; none when all went well.</param>
public sealed record HandOver(Handed Outcome, string? Code = null);

/// <summary>Carries a letter away: to a mail server, or into a folder.</summary>
public interface ITransport
{
    Task<HandOver> Hand(MailMessage message, CancellationToken ct);
}
