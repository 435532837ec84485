using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>One application at work: where it stands, what was and will be, what to do next.</summary>
public static class ShowApplication
{
    [Requires(Right.ReadCandidates)]
    public sealed record Query(Guid Id) : IQuery<Desk>;

    /// <param name="MayWork">Whether the viewer moves and decides it.</param>
    /// <param name="Evidence">For those who work on it; others find on the page what is open to them.</param>
    /// <param name="Kind">What happens at the stage it stands at.</param>
    /// <param name="MayInform">Whether the viewer can say that the insider's manager may know, and has not.</param>
    public sealed record Desk(
        Guid Id, Guid CandidateId, string Candidate, string? Headline, bool Internal, Guid OpeningId, string Opening, ApplicationState State, Guid? StageId,
        HireChannel Channel, string? ChannelDetail, DateOnly AppliedOn, bool DebriefOpen, bool MayWork, bool MayInform, DateTime? ManagerInformedAt,
        IReadOnlyList<ShowCandidate.Step> Stages, StageKind? Kind, IReadOnlyList<ShowCandidate.Meeting> Interviews, IReadOnlyList<Move> Moves, EvidenceCount? Evidence, DateTime AsOf)
    {
        private int At => Stages.ToList().FindIndex(s => s.Id == StageId);
        public bool IsActive => State == ApplicationState.Active;
        public ShowCandidate.Step? Current => At < 0 ? null : Stages[At];
        public ShowCandidate.Step? Next => At + 1 < Stages.Count ? Stages[At + 1] : null;
        public IEnumerable<ShowCandidate.Step> Earlier => At < 1 ? [] : Stages.Take(At).Reverse();

        /// <summary>What waits to be done, in words.</summary>
        public IEnumerable<string> Waiting()
        {
            if (!IsActive) yield break;
            if (Current is null && Next is { } first) yield return $"Nobody has looked at this yet. Move it to “{first.Name}” when you have.";
            else if (Current is { } current && WaitsAt(current) is { } waits) yield return waits;
            foreach (var meeting in Interviews.Where(i => !i.Cancelled && i.StartsAt.AddMinutes(i.Minutes) < AsOf))
                foreach (var seat in meeting.Panel.Where(p => p.Submitted == false))
                    yield return $"{seat.Name} owes the scorecard of {meeting.StartsAt:d MMM}.";
        }

        private string? WaitsAt(ShowCandidate.Step stage) => Kind switch
        {
            StageKind.Assessment => Evidence is { Results: 0 } ? $"No test result is entered for “{stage.Name}”." : null,
            StageKind.References => Evidence switch
            {
                { Asked: 0 } => $"No reference is asked for yet, and “{stage.Name}” is for that.",
                { Asked: var asked, Answered: var answered } when answered < asked => $"{(asked - answered == 1 ? "One reference is" : $"{asked - answered} references are")} still to come, of {asked} asked for.",
                _ => null,
            },
            _ => Interviews.All(i => i.Cancelled || i.Stage != stage.Name) ? $"No interview is planned for “{stage.Name}”." : null,
        };
    }

    /// <summary>How much there is besides interviews; that something is in, not what it says.</summary>
    public sealed record EvidenceCount(int Results, int Asked, int Answered);

    /// <param name="To">None when the application was closed by this.</param>
    public sealed record Move(DateTime At, string By, string? From, string? To);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, Desk>
    {
        public async Task<Desk> Handle(Query query, CancellationToken ct)
        {
            var workable = db.Applications.WorkableBy(viewer);
            var (worker, hr) = (viewer.May(Right.WorkCandidates), viewer.Is(Role.Hr));
            var head = await db.Applications.VisibleTo(viewer).Where(a => a.Id == query.Id).Select(a => new
            {
                a.CandidateId,
                a.Candidate!.Name,
                a.Candidate.Headline,
                Internal = a.Candidate.EmployeeId != null,
                a.OpeningId,
                Opening = a.Opening!.Title,
                a.State,
                a.StageId,
                a.Channel,
                a.ChannelDetail,
                a.AppliedOn,
                DebriefOpen = a.Debrief != null,
                MayWork = worker && workable.Any(w => w.Id == a.Id),
                a.ManagerInformedAt,
                Results = db.AssessmentResults.Count(r => r.ApplicationId == a.Id && r.RemovedAt == null),
                Asked = db.ReferenceChecks.Count(r => r.ApplicationId == a.Id && (r.RevokedAt == null || r.AnsweredAt != null)),
                Answered = db.ReferenceChecks.Count(r => r.ApplicationId == a.Id && r.AnsweredAt != null),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That application");
            var stages = await db.Stages.Where(s => s.OpeningId == head.OpeningId).OrderBy(s => s.Order).Select(s => new { s.Id, s.Name, s.Kind }).ToListAsync(ct);
            var meetings = await new ShowCandidate.Meetings(db, viewer).Of([query.Id], ct);
            var moves = await db.Applications.Where(a => a.Id == query.Id).SelectMany(a => a.Moves).OrderByDescending(m => m.At).ThenByDescending(m => m.Id)
                .Select(m => new { m.At, m.FromStageId, m.ToStageId, By = db.Users.Where(u => u.Id == m.By).Select(u => u.DisplayName).FirstOrDefault() }).ToListAsync(ct);
            var names = stages.ToDictionary(s => (Guid?)s.Id ?? Guid.Empty, s => s.Name);
            string? Name(Guid? id) => id is { } stage ? names.GetValueOrDefault(stage, "a stage since removed") : null;
            return new Desk(query.Id, head.CandidateId, head.Name, head.Headline, head.Internal, head.OpeningId, head.Opening, head.State, head.StageId,
                head.Channel, head.ChannelDetail, head.AppliedOn, head.DebriefOpen, head.MayWork, hr && head is { Internal: true, ManagerInformedAt: null }, head.ManagerInformedAt,
                [.. stages.Select(s => new ShowCandidate.Step(s.Id, s.Name))], stages.Find(s => s.Id == head.StageId)?.Kind, [.. meetings[query.Id]], [.. moves.Select(m => new Move(m.At, m.By ?? "the system", Name(m.FromStageId), Name(m.ToStageId)))], head.MayWork ? new EvidenceCount(head.Results, head.Asked, head.Answered) : null, clock.GetUtcNow().UtcDateTime);
        }
    }
}
