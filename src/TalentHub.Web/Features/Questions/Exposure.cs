using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;

namespace TalentHub.Web.Features.Questions;

/// <summary>Who has heard a question, as far as the viewer can see.</summary>
/// <param name="InYear">Candidates asked it in the last 365 days.</param>
/// <param name="Ever">Candidates ever asked it.</param>
/// <param name="Last">When it was last asked.</param>
public sealed record Exposure(int InYear, int Ever, DateTime? Last)
{
    /// <summary>From here on we take it that candidates may have heard of it before they come. Our own convention; nobody has measured where it lies.</summary>
    public const int WornAt = 20;

    public static readonly Exposure None = new(0, 0, null);

    public bool Worn => InYear >= WornAt;

    /// <summary>One command for all of the questions; a question nobody was asked is absent.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, Exposure>> Of(TalentHubDb db, Viewer viewer, IReadOnlyCollection<Guid> questions, DateTime now, CancellationToken ct)
    {
        var yearAgo = now.AddDays(-365);
        var held = db.Interviews.VisibleTo(db, viewer).Where(i => i.State == InterviewState.Scheduled && i.StartsAt <= now);
        var asked = from line in db.Set<KitQuestion>()
                    where questions.Contains(line.QuestionId)
                    join interview in held on line.KitId equals interview.KitId
                    group interview by line.QuestionId into g
                    select new
                    {
                        g.Key,
                        InYear = g.Where(i => i.StartsAt >= yearAgo).Select(i => i.CandidateId).Distinct().Count(),
                        Ever = g.Select(i => i.CandidateId).Distinct().Count(),
                        Last = g.Max(i => i.StartsAt),
                    };
        return await asked.ToDictionaryAsync(a => a.Key, a => new Exposure(a.InYear, a.Ever, a.Last), ct);
    }
}
