using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Seed;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Questions;

/// <summary>Copies shipped questions, with their competencies, into the company's own bank. They wait there for somebody to read them.</summary>
public static class CopyFromLibrary
{
    [Requires(Right.WorkLibrary)]
    public sealed record Query(RoleLevel Level) : IQuery<View>;

    public sealed record View(RoleLevel Level, IReadOnlyList<Shelf> Shelves)
    {
        public int Missing => Shelves.Sum(s => s.Questions.Count(q => !q.Here));
    }

    /// <param name="Here">Whether the company has the competency already.</param>
    public sealed record Shelf(string Name, string Definition, bool Here, IReadOnlyList<Line> Questions);

    /// <param name="Here">Whether the bank holds the question already, in these words or once did.</param>
    public sealed record Line(string Key, string Text, QuestionKind Kind, int Minutes, bool Here);

    [Requires(Right.WorkLibrary)]
    public sealed record Command(IReadOnlyCollection<string> Keys) : ICommand<int>;

    internal sealed class Reader(TalentHubDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var names = await db.Competencies.Where(c => c.Level == query.Level).Select(c => c.Name).ToHashSetAsync(ct);
            var texts = await Texts(db, ct);
            var questions = Content.Questions.ToLookup(q => q.CompetencyKey);
            return new View(query.Level, [.. Content.Competencies.Where(c => c.RoleLevel == query.Level).OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
                .Select(c => new Shelf(c.Name, c.Definition, names.Contains(c.Name), [.. questions[c.Key].Select(q => new Line(q.Key, q.Text, q.Kind, q.Minutes, texts.Contains(q.Text)))]))]);
        }
    }

    internal sealed class Writer(TalentHubDb db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            Rule.Holds(command.Keys.Count > 0, "nothing-chosen", "Tick the questions you want to copy.");
            var wanted = Content.Questions.Where(q => command.Keys.Contains(q.Key)).ToList();
            Rule.Holds(wanted.Count == command.Keys.Distinct().Count(), "question-unknown", "Choose questions from the list.");
            var texts = await Texts(db, ct);
            var known = await db.Competencies.AsTracking().ToDictionaryAsync(c => (c.Level, c.Name), ct);
            var at = clock.GetUtcNow().UtcDateTime;
            var fresh = wanted.Where(q => !texts.Contains(q.Text)).ToList();
            foreach (var question in fresh)
            {
                var content = Content.Competencies.Single(c => c.Key == question.CompetencyKey);
                if (!known.TryGetValue((content.RoleLevel, content.Name), out var competency))
                {
                    known[(content.RoleLevel, content.Name)] = competency = content.Competency();
                    db.Add(competency);
                }
                db.Add(new Question(competency, question.Wording(), null, at));
            }
            return fresh.Count;
        }
    }

    /// <summary>What the bank asks or asked, word for word: a question reworded here is not offered again.</summary>
    private static Task<HashSet<string>> Texts(TalentHubDb db, CancellationToken ct) =>
        db.Questions.Select(q => q.Text).Concat(db.Set<EarlierWording>().Select(w => w.Text)).ToHashSetAsync(ct);
}
