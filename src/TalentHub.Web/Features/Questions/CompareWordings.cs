using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Questions;

/// <summary>The wordings of a question over time, and two of them side by side.</summary>
public static class CompareWordings
{
    /// <param name="From">Number of the earlier wording; without one, the one before <paramref name="To"/>.</param>
    /// <param name="To">Number of the later wording; without one, the present.</param>
    [Requires(Right.ReadLibrary)]
    public sealed record Query(Guid Id, int? From, int? To) : IQuery<View>;

    /// <param name="All">The latest first.</param>
    public sealed record View(Guid Id, string Competency, RoleLevel Level, IReadOnlyList<WordingView> All, WordingView From, WordingView To, IReadOnlyList<Difference> Differences);

    /// <summary>A part of the wording that is not the same in both.</summary>
    public sealed record Difference(string Part, IReadOnlyList<Change> Changes);

    internal sealed class Reader(TalentHubDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var question = await db.Questions.Include(q => q.Competency).Include(q => q.Earlier).SingleOrDefaultAsync(q => q.Id == query.Id, ct) ?? throw new NotFound("That question");
            var names = await WordingViews.Names(db, question.Earlier.SelectMany(w => new[] { w.WrittenBy, w.ApprovedBy }).Append(question.WrittenBy).Append(question.ApprovedBy), ct);
            List<WordingView> all = [WordingViews.Of(question, names), .. question.Earlier.OrderByDescending(w => w.Number).Select(w => WordingViews.Of(w, names))];
            var to = all.Find(w => w.Number == (query.To ?? all[0].Number)) ?? throw new NotFound("That wording");
            var from = all.Find(w => w.Number == (query.From ?? Math.Max(all[^1].Number, to.Number - 1))) ?? throw new NotFound("That wording");
            return new View(question.Id, question.Competency!.Name, question.Level, all, from, to, [.. Between(from, to)]);
        }

        private static IEnumerable<Difference> Between(WordingView from, WordingView to) =>
            from part in new (string Name, Func<WordingView, string> Read)[]
            {
                ("Question", w => w.Text),
                ("Kind", w => Words.Of(w.Kind)),
                ("Minutes", w => $"{w.Minutes}"),
                ("Brief", w => w.Brief),
                ("Probes", w => string.Join(" · ", w.Probes)),
                ("A 1 sounds like", w => w.One),
                ("A 3 sounds like", w => w.Three),
                ("A 5 sounds like", w => w.Five),
                ("Real", w => w.StrongAnswer),
                ("Rehearsed", w => w.RehearsedAnswer),
            }
            where part.Read(@from) != part.Read(to)
            select new Difference(part.Name, WordDiff.Between(part.Read(@from), part.Read(to)));
    }
}
