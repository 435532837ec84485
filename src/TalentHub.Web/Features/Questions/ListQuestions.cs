using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Questions;

/// <summary>Where a question stands.</summary>
public enum QuestionState { Waiting, Approved, Retired }

/// <summary>The question bank, competency by competency, narrowed by what the viewer asks for.</summary>
public static class ListQuestions
{
    public const int PageSize = 50;

    /// <param name="State">Without one, everything that is not retired.</param>
    /// <param name="After">Id of the last question of the page before.</param>
    [Requires(Right.ReadLibrary)]
    public sealed record Query(RoleLevel? Level, Guid? Competency, QuestionState? State, QuestionKind? Kind, string? Q, Guid? After) : IQuery<View>;

    /// <param name="MayPropose">Whether the viewer may write a question; approving is another right.</param>
    public sealed record View(IReadOnlyList<Row> Rows, Guid? Next, IReadOnlyList<Choice> Competencies, bool MayWork, bool MayPropose)
    {
        /// <summary>Those the viewer may approve.</summary>
        public IEnumerable<Guid> Waiting => Rows.Where(r => r is { State: QuestionState.Waiting, ForOthers: false }).Select(r => r.Id);

        /// <summary>Those that wait for somebody else, because the viewer wrote them.</summary>
        public int ForOthers => Rows.Count(r => r is { State: QuestionState.Waiting, ForOthers: true });
    }

    public sealed record Choice(Guid Id, string Name, RoleLevel Level);

    /// <param name="Kits">Kits that hold it, in openings the viewer can see.</param>
    /// <param name="ForOthers">The viewer wrote it and somebody else could approve it.</param>
    public sealed record Row(Guid Id, string Text, string Competency, RoleLevel Level, QuestionKind Kind, int Minutes, QuestionState State, int Kits, bool ForOthers)
    {
        public Exposure Exposure { get; init; } = Exposure.None;
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var openings = db.Openings.VisibleTo(viewer).Select(o => o.Id);
            var others = viewer.May(Right.WorkLibrary) && !await SecondReaders.Missing(db, viewer, ct);
            var rows = await Narrow(query).OrderBy(q => q.Level).ThenBy(q => q.Competency!.Name).ThenBy(q => q.Id).Take(PageSize + 1).Select(q => new Row(
                q.Id, q.Text, q.Competency!.Name, q.Level, q.Kind, q.Minutes,
                q.RetiredAt != null ? QuestionState.Retired : q.ApprovedAt != null ? QuestionState.Approved : QuestionState.Waiting,
                db.Kits.Count(k => openings.Contains(k.OpeningId) && k.Questions.Any(x => x.QuestionId == q.Id)), others && q.WrittenBy == viewer.AccountId)).ToListAsync(ct);
            var more = rows.Count > PageSize;
            if (more) rows.RemoveAt(PageSize);
            var competencies = await db.Competencies.OrderBy(c => c.Level).ThenBy(c => c.Name).Select(c => new Choice(c.Id, c.Name, c.Level)).ToListAsync(ct);
            var asked = await Exposure.Of(db, viewer, [.. rows.Select(r => r.Id)], clock.GetUtcNow().UtcDateTime, ct);
            return new View([.. rows.Select(r => r with { Exposure = asked.GetValueOrDefault(r.Id, Exposure.None) })], more ? rows[^1].Id : null, competencies, viewer.May(Right.WorkLibrary), viewer.May(Right.ProposeQuestions));
        }

        private IQueryable<Question> Narrow(Query query)
        {
            var questions = db.Questions.AsQueryable();
            if (query.Level is { } level) questions = questions.Where(q => q.Level == level);
            if (query.Competency is { } competency) questions = questions.Where(q => q.CompetencyId == competency);
            if (query.Kind is { } kind) questions = questions.Where(q => q.Kind == kind);
            if (query.After is { } after)
                questions = questions.Where(q => db.Questions.Any(a => a.Id == after && (q.Level > a.Level || (q.Level == a.Level
                    && (string.Compare(q.Competency!.Name, a.Competency!.Name) > 0 || (q.Competency.Name == a.Competency.Name && q.Id > a.Id))))));
            if (query.Q?.Trim().ToLowerInvariant() is { Length: > 0 } words) questions = questions.Where(q => q.Text.ToLower().Contains(words));
            return query.State switch
            {
                QuestionState.Waiting => questions.Where(q => q.RetiredAt == null && q.ApprovedAt == null),
                QuestionState.Approved => questions.Where(q => q.RetiredAt == null && q.ApprovedAt != null),
                QuestionState.Retired => questions.Where(q => q.RetiredAt != null),
                _ => questions.Where(q => q.RetiredAt == null),
            };
        }
    }
}
