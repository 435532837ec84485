using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Letter = System.Net.Mail.MailMessage;

namespace TalentHub.Web.Platform.Mail;

/// <summary>A letter as mail servers read it.</summary>
internal static class Envelope
{
    public static Letter Of(MailMessage message, MailOptions options)
    {
        var letter = new Letter(options.From, message.To) { Subject = OneLine(message.Subject), SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
        if (message.ToName is { } name)
        {
            letter.To.Clear();
            letter.To.Add(new MailAddress(message.To, OneLine(name), Encoding.UTF8));
        }
        if (message.ReplyTo is { } reply) letter.ReplyToList.Add(new MailAddress(reply));
        if (message.Id is { } id) letter.Headers.Add("Message-ID", $"<{id:N}@{new Uri(options.SiteAddress).Host}>");
        // Written by a program: no out-of-office answers (RFC 3834).
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.Calendar is not { } calendar)
        {
            letter.Body = message.Text;
            return letter;
        }
        letter.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(message.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        var type = new ContentType("text/calendar") { CharSet = "utf-8" };
        type.Parameters.Add("method", calendar.Method);
        letter.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(calendar.Text, type));
        return letter;
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
