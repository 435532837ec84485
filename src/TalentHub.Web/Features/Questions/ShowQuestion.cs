using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Questions;

/// <summary>One question in full, with the kits that hold it.</summary>
public static class ShowQuestion
{
    [Requires(Right.ReadLibrary)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record View(Guid Id, int Version, Guid CompetencyId, string Competency, string Definition, RoleLevel Level, DateTime? RetiredAt, WordingView Wording)
    {
        public IReadOnlyList<Use> Uses { get; init; } = [];
        public Exposure Exposure { get; init; } = Exposure.None;
        public IReadOnlyList<Finding> Findings { get; init; } = [];
        public IReadOnlyList<Alternate> Alternates { get; init; } = [];

        /// <summary>May look after the library: retire, and reword whoever wrote it.</summary>
        public bool MayWork { get; init; }

        public bool MayReword { get; init; }

        /// <summary>May approve it now: the viewer did not write it, or nobody else could.</summary>
        public bool MayApprove { get; init; }

        public QuestionState State => RetiredAt is not null ? QuestionState.Retired : Wording.ApprovedAt is not null ? QuestionState.Approved : QuestionState.Waiting;
    }

    /// <summary>Another approved question on the same competency, the least asked first.</summary>
    public sealed record Alternate(Guid Id, string Text, QuestionKind Kind, int Minutes, Exposure Exposure);

    /// <param name="Wording">Which wording of the question the kit holds.</param>
    /// <param name="Interviews">Interviews planned or held with that kit, as far as the viewer can see them.</param>
    public sealed record Use(Guid OpeningId, string Opening, string Stage, int KitNumber, DateTime MadeAt, int Wording, int Interviews);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        private const int MostAlternates = 3;

        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var question = await db.Questions.Include(q => q.Competency).SingleOrDefaultAsync(q => q.Id == query.Id, ct) ?? throw new NotFound("That question");
            var names = await WordingViews.Names(db, [question.WrittenBy, question.ApprovedBy], ct);
            var others = await db.Questions.Where(q => q.Level == question.Level && q.Id != question.Id && q.RetiredAt == null)
                .Select(q => new { q.Id, q.CompetencyId, q.Text, q.Kind, q.Minutes, Approved = q.ApprovedAt != null }).ToListAsync(ct);
            var near = others.Where(o => o.Approved && o.CompetencyId == question.CompetencyId).ToList();
            var asked = await Exposure.Of(db, viewer, [question.Id, .. near.Select(o => o.Id)], clock.GetUtcNow().UtcDateTime, ct);
            var alternates = near.Select(o => new Alternate(o.Id, o.Text, o.Kind, o.Minutes, asked.GetValueOrDefault(o.Id, Exposure.None)))
                .OrderBy(o => o.Exposure.InYear).ThenBy(o => o.Exposure.Last).ThenBy(o => o.Kind == question.Kind ? 0 : 1).Take(MostAlternates);
            var work = viewer.May(Right.WorkLibrary);
            return new View(question.Id, question.Version, question.CompetencyId, question.Competency!.Name, question.Competency.Definition, question.Level, question.RetiredAt, WordingViews.Of(question, names))
            {
                Uses = await Uses(question.Id, ct),
                Exposure = asked.GetValueOrDefault(question.Id, Exposure.None),
                Findings = QuestionCheck.Of(question.Wording(), others.Select(o => o.Text)),
                Alternates = [.. alternates],
                MayWork = work,
                MayReword = work || (question.WrittenBy == viewer.AccountId && question.ApprovedAt is null),
                MayApprove = work && (question.WrittenBy != viewer.AccountId || await SecondReaders.Missing(db, viewer, ct)),
            };
        }

        private async Task<IReadOnlyList<Use>> Uses(Guid question, CancellationToken ct)
        {
            var interviews = db.Interviews.VisibleTo(db, viewer);
            return await (
                from opening in db.Openings.VisibleTo(viewer)
                join stage in db.Stages on opening.Id equals stage.OpeningId
                join kit in db.Kits on stage.Id equals kit.StageId
                from held in kit.Questions
                where held.QuestionId == question
                orderby kit.MadeAt descending
                select new Use(opening.Id, opening.Title, stage.Name, kit.Number, kit.MadeAt, held.QuestionNumber, interviews.Count(i => i.KitId == kit.Id))).Take(50).ToListAsync(ct);
        }
    }
}
