using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.QuestionBanks;

namespace TalentHub.Web.Features.Questions;

/// <summary>A wording, and who wrote and approved it.</summary>
/// <param name="WrittenBy">A name; none when it came with the library.</param>
/// <param name="ByItsWriter">Approved by whoever wrote it, because nobody else could.</param>
public sealed record WordingView(
    int Number, QuestionKind Kind, string Text, IReadOnlyList<string> Probes, string One, string Three, string Five, int Minutes, string Brief, string StrongAnswer, string RehearsedAnswer,
    string? WrittenBy, DateTime? WrittenAt, string? ApprovedBy, DateTime? ApprovedAt, bool ByItsWriter);

internal static class WordingViews
{
    private const string Gone = "someone no longer here";

    public static WordingView Of(Question q, IReadOnlyDictionary<Guid, string> names) => new(
        q.Number, q.Kind, q.Text, q.Probes, q.Anchors.One, q.Anchors.Three, q.Anchors.Five, q.Minutes, q.Brief, q.StrongAnswer, q.RehearsedAnswer,
        Name(names, q.WrittenBy), q.WrittenAt, Name(names, q.ApprovedBy), q.ApprovedAt, q.ApprovedBy is not null && q.ApprovedBy == q.WrittenBy);

    public static WordingView Of(EarlierWording w, IReadOnlyDictionary<Guid, string> names) => new(
        w.Number, w.Kind, w.Text, w.Probes, w.Anchors.One, w.Anchors.Three, w.Anchors.Five, w.Minutes, w.Brief, w.StrongAnswer, w.RehearsedAnswer,
        Name(names, w.WrittenBy), w.WrittenAt, Name(names, w.ApprovedBy), w.ApprovedAt, w.ApprovedBy is not null && w.ApprovedBy == w.WrittenBy);

    /// <summary>The names of these accounts, in one command.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Names(TalentHubDb db, IEnumerable<Guid?> accounts, CancellationToken ct)
    {
        var ids = accounts.OfType<Guid>().Distinct().ToList();
        return await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
    }

    private static string? Name(IReadOnlyDictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known, Gone) : null;
}
