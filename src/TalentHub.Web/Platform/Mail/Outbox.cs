using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Mail;
using TalentHub.Seed;

namespace TalentHub.Web.Platform.Mail;

/// <summary>A wording: the company's own, or ours.</summary>
public sealed record TemplateText(string Subject, string Text);

/// <summary>Writes letters into the outbox, in the transaction of whatever they tell of.</summary>
public sealed class Outbox(TalentHubDb db, TimeProvider clock)
{
    private Dictionary<LetterKind, TemplateText>? own;

    /// <summary>The wording a letter of this kind gets.</summary>
    public async Task<TemplateText> Template(LetterKind kind, CancellationToken ct)
    {
        own ??= await db.MailTemplates.Select(t => new { t.Kind, t.Subject, t.Text }).ToDictionaryAsync(t => t.Kind, t => new TemplateText(t.Subject, t.Text), ct);
        return own.GetValueOrDefault(kind) ?? Shipped(kind);
    }

    /// <summary>Our own wording.</summary>
    public static TemplateText Shipped(LetterKind kind)
    {
        var ours = Content.MailTemplates[kind];
        return new(ours.Subject, string.Join("\n", ours.Text));
    }

    /// <param name="notBefore">When it may leave; none: at once.</param>
    public void Post(LetterKind kind, string key, Addressee to, LetterAbout about, LetterContent content, DateTime? notBefore = null) =>
        db.Letters.Add(new Letter(kind, key, to, about, content, clock.GetUtcNow().UtcDateTime, notBefore));
}
