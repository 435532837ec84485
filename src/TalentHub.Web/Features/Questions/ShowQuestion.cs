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

    public sealed record View(
        Guid Id, int Version, string Competency, string Definition, RoleLevel Level, QuestionKind Kind, string Text, IReadOnlyList<string> Probes, string One, string Three, string Five,
        int Minutes, int Number, DateTime? ApprovedAt, string? ApprovedBy, DateTime? RetiredAt)
    {
        public IReadOnlyList<Use> Uses { get; init; } = [];
        public bool MayWork { get; init; }
        public QuestionState State => RetiredAt is not null ? QuestionState.Retired : ApprovedAt is not null ? QuestionState.Approved : QuestionState.Waiting;
    }

    /// <param name="Wording">Which wording of the question the kit holds.</param>
    /// <param name="Interviews">Interviews planned or held with that kit, as far as the viewer can see them.</param>
    public sealed record Use(Guid OpeningId, string Opening, string Stage, int KitNumber, DateTime MadeAt, int Wording, int Interviews);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var question = await db.Questions.Where(q => q.Id == query.Id).Select(q => new View(
                q.Id, q.Version, q.Competency!.Name, q.Competency.Definition, q.Level, q.Kind, q.Text, q.Probes, q.Anchors.One, q.Anchors.Three, q.Anchors.Five,
                q.Minutes, q.Number, q.ApprovedAt, db.Users.Where(u => u.Id == q.ApprovedBy).Select(u => u.DisplayName).FirstOrDefault(), q.RetiredAt)).SingleOrDefaultAsync(ct) ?? throw new NotFound("That question");
            var interviews = db.Interviews.VisibleTo(db, viewer);
            var uses = await (
                from opening in db.Openings.VisibleTo(viewer)
                join stage in db.Stages on opening.Id equals stage.OpeningId
                join kit in db.Kits on stage.Id equals kit.StageId
                from held in kit.Questions
                where held.QuestionId == query.Id
                orderby kit.MadeAt descending
                select new Use(opening.Id, opening.Title, stage.Name, kit.Number, kit.MadeAt, held.QuestionNumber, interviews.Count(i => i.KitId == kit.Id))).Take(50).ToListAsync(ct);
            return question with { Uses = uses, MayWork = viewer.May(Right.WorkLibrary) };
        }
    }
}
