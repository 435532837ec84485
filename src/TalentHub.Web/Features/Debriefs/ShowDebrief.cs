using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>What the panel saw: who said what, disagreement first.</summary>
public static class ShowDebrief
{
    [Requires(Right.ReadScorecards)]
    public sealed record Query(Guid Id) : IQuery<Sheet>;

    /// <summary>The application the debrief is about.</summary>
    public sealed record Head(
        Guid Id, string Candidate, string? Headline, bool Internal, Guid OpeningId, string Opening, RoleLevel Level, Guid ProfileVersionId, string Profile, int ProfileNumber,
        ApplicationState State, DateTime? OpenedAt, string? OpenedBy, string? WaiverReason, bool Workable);

    /// <param name="Lock">Why the scores stay shut for this viewer, once the debrief is open.</param>
    /// <param name="RampPlan">What a hire led to, where the viewer may read it.</param>
    /// <param name="Reading">None before the debrief is open, and while there is a lock.</param>
    public sealed record Sheet(Head About, string Title, IReadOnlyList<PanelSeat> Seats, Guid? OwnInterview, string? Lock, PanelReading? Reading, IReadOnlyList<Decided> Decisions, bool MayOpen, bool MayDecide, Guid? RampPlan = null)
    {
        public int Outstanding => Seats.Count(s => s.Outstanding);
        public int Submitted => Seats.Count(s => s.SubmittedAt is not null);
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var head = await HeadOf(db, viewer, query.Id, ct);
            var seats = await PanelFiles.Seats(db, viewer, [query.Id], ct);
            var own = seats.Where(s => s.Outstanding && s.AuthorId == viewer.AccountId).Select(s => (Guid?)s.InterviewId).FirstOrDefault();
            var active = head.State == ApplicationState.Active;
            var mayOpen = head is { Workable: true, OpenedAt: null } && active && own is null && seats.Any(s => s.SubmittedAt is not null);
            var mayDecide = head is { Workable: true, OpenedAt: not null } && active && own is null && viewer.May(Right.Decide);
            if (head.OpenedAt is null) return new Sheet(head, Waiting(seats), seats, own, null, null, [], mayOpen, false);
            var cards = await PanelFiles.Cards(db, viewer, [query.Id], ct);
            if (Lock.For(viewer, seats, cards.Count) is { } reason) return new Sheet(head, "The scores are still shut for you", seats, own, reason, null, [], false, false);
            var reading = PanelReading.Of(await PanelFiles.Competencies(db, head.ProfileVersionId, ct), cards, (await PanelFiles.Others(db, viewer, [query.Id], ct))(query.Id));
            var decisions = await PanelFiles.Decisions(db, viewer, [query.Id], ct);
            return new Sheet(head, Finding(reading), seats, own, null, reading, [.. decisions[query.Id]], false, mayDecide, head.State == ApplicationState.Hired ? await RampPlan(query.Id, ct) : null);
        }

        private async Task<Guid?> RampPlan(Guid application, CancellationToken ct) => await db.RampPlans.VisibleTo(db, viewer)
            .Where(p => db.Applications.Any(a => a.Id == application && a.Candidate!.EmployeeId == p.EmployeeId)).OrderByDescending(p => p.StartsOn).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
    }

    internal static async Task<Head> HeadOf(TalentHubDb db, Viewer viewer, Guid id, CancellationToken ct)
    {
        var workable = db.Applications.WorkableBy(viewer);
        return await db.Applications.VisibleTo(viewer).Where(a => a.Id == id).Select(a => new Head(
            a.Id, a.Candidate!.Name, a.Candidate.Headline, a.Channel == HireChannel.Internal, a.OpeningId, a.Opening!.Title, a.Opening.Level, a.Opening.ProfileVersionId,
            a.Opening.ProfileVersion!.Profile!.Name, a.Opening.ProfileVersion.Number, a.State, a.Debrief == null ? null : a.Debrief.OpenedAt,
            a.Debrief == null ? null : db.Users.Where(u => u.Id == a.Debrief.OpenedBy).Select(u => u.DisplayName).FirstOrDefault(),
            a.Debrief == null ? null : a.Debrief.WaiverReason, workable.Any(w => w.Id == a.Id))).SingleOrDefaultAsync(ct) ?? throw new NotFound("That application");
    }

    /// <summary>The page's first sentence: where the panel disagrees, or that it does not.</summary>
    internal static string Finding(PanelReading reading)
    {
        if (reading.Voices.Count < 2) return "One voice so far: there is nobody to disagree with";
        var first = reading.Competencies[0];
        if (first.Mixed) return $"The panel splits on {first.Competency.Name}: {Say.Rating(first.Values.Max())} and {Say.Rating(first.Values.Min())}";
        var words = reading.Voices.SelectMany(v => v.Recommendations).ToList();
        var yes = words.Count(r => r is Recommendation.Yes or Recommendation.StrongYes);
        return yes > 0 && yes < words.Count ? $"The ratings agree, the recommendations do not: {yes} yes, {words.Count - yes} no" : "The panel agrees: nowhere do two ratings lie two points apart";
    }

    private static string Waiting(List<PanelSeat> seats)
    {
        var outstanding = seats.Count(s => s.Outstanding);
        if (seats.Count == 0) return "Nobody has interviewed yet";
        return outstanding == 0 ? "Every scorecard is in: the debrief can open" : $"{(outstanding == 1 ? "One scorecard is" : $"{outstanding} scorecards are")} still to come";
    }
}
