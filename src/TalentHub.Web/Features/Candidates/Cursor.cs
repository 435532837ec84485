using System.Buffers.Text;
using System.Text;

namespace TalentHub.Web.Features.Candidates;

/// <summary>A place in a sorted list: the sort key and the id of the row beside which the next page begins.</summary>
internal sealed record Cursor(string Key, Guid Id)
{
    private const char Between = '\n';

    /// <summary>None when the text is no cursor of ours; the list then starts at its beginning.</summary>
    public static Cursor? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 1000 || !Base64Url.IsValid(text)) return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Between, 2);
        return parts.Length == 2 && Guid.TryParse(parts[0], out var id) ? new(parts[1], id) : null;
    }

    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Id}{Between}{Key}"));
}
