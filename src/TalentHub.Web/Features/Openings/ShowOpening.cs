using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Seed;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>The hub of an opening: what is done and what is next.</summary>
public static class ShowOpening
{
    [Requires(Right.ReadOpenings)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record View(Head Head, PlanSheet Plan, int Answered, int Checklist, IReadOnlyList<StageCount> Candidates, int Hired, bool MayWork, int DaysOpen)
    {
        public int Active => Candidates.Sum(c => c.Count);

        /// <summary>What leads to the first interview, in order.</summary>
        public IReadOnlyList<Step> Steps =>
        [
            new("Name the hiring team", Head.TeamSize > 1 ? $"{Head.TeamSize} people" : "only the hiring manager so far", Head.TeamSize > 1, "team", "Add people"),
            new("Answer the preparation questions", $"{Answered} of {Checklist}", Answered == Checklist, "preparation", "Answer"),
            new("Plan the stages and draw the kits", PlanWords(), Plan.IsCovered && Plan.WithoutKit == 0, "plan", "Open the plan"),
        ];

        public bool Ready => Steps.All(s => s.Done);

        private string PlanWords() => Plan.Stages.Count == 0
            ? "no stage yet"
            : $"{Plan.Covered} of {Plan.Coverage.Count} competencies covered"
                + (Plan.WithoutKit == 0 ? "" : Plan.WithoutKit == 1 ? ", one stage without a kit" : $", {Plan.WithoutKit} stages without a kit");
    }

    public sealed record Head(
        Guid Id, int Version, string Title, string? Location, RoleLevel Level, OpeningStatus Status, bool Confidential, DateOnly OpenedOn, DateOnly? ClosedOn,
        Guid ProfileVersionId, Guid ProfileId, string Profile, int ProfileNumber, string? Lead, int TeamSize);

    /// <param name="Page">Under the opening's address.</param>
    public sealed record Step(string Name, string State, bool Done, string Page, string Verb);

    /// <param name="Stage">None for those not yet at a stage.</param>
    public sealed record StageCount(string? Stage, int Count);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var workable = db.Openings.WorkableBy(viewer);
            var row = await db.Openings.VisibleTo(viewer).Where(o => o.Id == query.Id).Select(o => new
            {
                Head = new Head(o.Id, o.Version, o.Title, o.Location, o.Level, o.Status, o.Confidential, o.OpenedOn, o.ClosedOn,
                    o.ProfileVersionId, o.ProfileVersion!.ProfileId, o.ProfileVersion.Profile!.Name, o.ProfileVersion.Number,
                    db.Users.Where(u => o.Team.Any(t => t.Part == TeamPart.Lead && t.AccountId == u.Id)).OrderBy(u => u.Id).Select(u => u.DisplayName).FirstOrDefault(), o.Team.Count),
                MayWork = workable.Any(w => w.Id == o.Id),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That opening");
            var head = row.Head;
            var checklist = Content.Preparation(head.Level).Select(q => q.Key).ToList();
            var answered = await db.Openings.Where(o => o.Id == head.Id).SelectMany(o => o.Preparation).CountAsync(p => checklist.Contains(p.Key), ct);
            var plan = await PlanSheet.Load(db, head.Id, head.ProfileVersionId, ct);
            var counts = await db.Applications.VisibleTo(viewer).Where(a => a.OpeningId == head.Id && (a.State == ApplicationState.Active || a.State == ApplicationState.Hired))
                .GroupBy(a => new { a.StageId, a.State }).Select(g => new { g.Key.StageId, g.Key.State, Count = g.Count() }).ToListAsync(ct);
            int Active(Guid? stage) => counts.Where(c => c.StageId == stage && c.State == ApplicationState.Active).Sum(c => c.Count);
            var end = head.ClosedOn ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            return new View(head, plan, answered, checklist.Count, [new(null, Active(null)), .. plan.Stages.Select(s => new StageCount(s.Name, Active(s.Id)))],
                counts.Where(c => c.State == ApplicationState.Hired).Sum(c => c.Count), row.MayWork && viewer.May(Right.WorkOpenings), end.DayNumber - head.OpenedOn.DayNumber);
        }
    }
}
