using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Mail;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>What the panel saw: who said what, disagreement first; then what is proposed, how the panel votes, and what was decided.</summary>
public static class ShowDebrief
{
    [Requires(Right.ReadScorecards)]
    public sealed record Query(Guid Id) : IQuery<Sheet>;

    /// <summary>The application the debrief is about.</summary>
    /// <param name="OpenedBy">Nobody where it opened by itself.</param>
    public sealed record Head(
        Guid Id, int Version, string Candidate, string? Headline, bool Internal, Guid OpeningId, string Opening, RoleLevel Level, Guid ProfileVersionId, string Profile, int ProfileNumber,
        ApplicationState State, DateTime? OpenedAt, string? OpenedBy, string? WaiverReason, bool Workable)
    {
        /// <summary>What the profile weighs, in its order.</summary>
        public List<Weighed> Competencies { get; init; } = [];

        // Whether there is any, open to the viewer or not: what does not exist is not asked for.
        internal bool HasOther { get; init; }

        internal bool HasProposals { get; init; }
        internal bool HasDecisions { get; init; }

        /// <summary>"opened 18 Nov 2026 by Leo Lead", or that it opened by itself.</summary>
        public string Opened => OpenedAt is not { } at ? "debrief not open yet"
            : OpenedBy is null ? $"opened by itself on {Say.Day(at)}, when the last scorecard came in" : $"opened {Say.Day(at)} by {OpenedBy}";
    }

    /// <param name="Lock">Why the scores stay shut for this viewer, once the debrief is open.</param>
    /// <param name="RampPlan">What a hire led to, where the viewer may read it.</param>
    /// <param name="Reading">None before the debrief is open, and while there is a lock; then there is no proposal, vote or decision to read either.</param>
    public sealed record Sheet(Head About, string Title, IReadOnlyList<PanelSeat> Seats, Guid? OwnInterview, string? Lock, PanelReading? Reading, IReadOnlyList<Decided> Decisions, bool MayOpen, bool MayDecide, Guid? RampPlan = null)
    {
        public int Outstanding => Seats.Count(s => s.Outstanding);
        public int Submitted => Seats.Count(s => s.SubmittedAt is not null);

        /// <summary>Before the debrief: stages of the plan that have a kit and were not held.</summary>
        public IReadOnlyList<string> NotHeld { get; init; } = [];

        /// <summary>Oldest first.</summary>
        public IReadOnlyList<Proposed> Proposals { get; init; } = [];

        /// <summary>What the panel votes on now.</summary>
        public Proposed? Proposal { get; init; }

        /// <summary>Whether the viewer is of the panel that votes.</summary>
        public bool MayVote { get; init; }

        public Voted? OwnVote { get; init; }

        /// <summary>The decision the viewer may take back now.</summary>
        public Decided? MayTakeBack { get; init; }

        public LetterSheet? Letter { get; init; }
        public DateTime Now { get; init; }

        /// <summary>Everybody who gave a scorecard.</summary>
        public IReadOnlyList<(Guid Id, string Name)> Panel => Gave(Seats);
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var head = await HeadOf(db, viewer, query.Id, ct);
            var seats = await PanelFiles.Seats(db, [query.Id], ct);
            var own = seats.Where(s => s.Outstanding && s.AuthorId == viewer.AccountId).Select(s => (Guid?)s.InterviewId).FirstOrDefault();
            var active = head.State == ApplicationState.Active;
            var mayOpen = head is { Workable: true, OpenedAt: null } && active && own is null && seats.Any(s => s.SubmittedAt is not null);
            var mayDecide = head is { Workable: true, OpenedAt: not null } && active && own is null && viewer.May(Right.Decide);
            if (head.OpenedAt is null)
            {
                var notHeld = await NotHeld(head, ct);
                return new Sheet(head, Waiting(seats, notHeld), seats, own, null, null, [], mayOpen, false) { NotHeld = notHeld };
            }
            var cards = await PanelFiles.Cards(db, viewer, [query.Id], ct);
            if (Lock.For(viewer, seats, cards.Count) is { } reason) return new Sheet(head, "The scores are still shut for you", seats, own, reason, null, [], false, false);
            var reading = PanelReading.Of(head.Competencies, cards, await PanelFiles.Others(db, viewer, head, ct)) with { Reopened = [.. seats.Where(s => s.State == "reopened").Select(s => $"{s.Author}, {s.Stage}")] };
            var decisions = await Verdicts.Decisions(db, head, ct);
            var proposals = await Verdicts.Proposals(db, head, ct);
            var last = decisions.LastOrDefault(d => d.Stands);
            var after = await After(head, last, ct);
            var open = active ? Verdicts.Open(proposals, decisions) : null;
            var now = clock.GetUtcNow().UtcDateTime;
            return new Sheet(head, Finding(reading), seats, own, null, reading, decisions, false, mayDecide, after?.Plan)
            {
                Proposals = proposals,
                Proposal = open,
                MayVote = open is not null && seats.Any(s => s.AuthorId == viewer.AccountId && s.SubmittedAt is not null),
                OwnVote = open?.Votes.FirstOrDefault(v => v.AccountId == viewer.AccountId),
                MayTakeBack = TakeBack(head, last, now),
                Letter = LetterFor(head, last, after, now),
                Now = now,
            };
        }

        private Task<List<string>> NotHeld(Head head, CancellationToken ct) => db.Stages.Where(s => s.OpeningId == head.OpeningId && s.Kits.Any()
            && !db.Interviews.Any(i => i.ApplicationId == head.Id && i.StageId == s.Id && i.State == InterviewState.Scheduled)).OrderBy(s => s.Order).Select(s => s.Name).ToListAsync(ct);

        /// <summary>What a decision led to: whether the candidate can be written to and was, and a hire's ramp plan where the viewer may read it.</summary>
        private sealed record Aftermath(bool Writable, LetterState? Written, Guid? Plan, DateOnly? StartsOn);

        private async Task<Aftermath?> After(Head head, Decided? last, CancellationToken ct)
        {
            if (last is null) return null;
            var key = SendLetter.KeyOf(last.Id);
            var hired = head.State == ApplicationState.Hired;
            var plans = db.RampPlans.VisibleTo(db, viewer).Where(p => hired).OrderByDescending(p => p.StartsOn);
            return await db.Applications.Where(a => a.Id == head.Id).Select(a => new Aftermath(
                a.Candidate!.Email != null,
                db.Letters.Where(l => l.Key == key).Select(l => (LetterState?)l.State).FirstOrDefault(),
                plans.Where(p => p.EmployeeId == a.Candidate.EmployeeId).Select(p => (Guid?)p.Id).FirstOrDefault(),
                plans.Where(p => p.EmployeeId == a.Candidate.EmployeeId).Select(p => (DateOnly?)p.StartsOn).FirstOrDefault())).SingleAsync(ct);
        }

        private bool Decides(Head head) => head.Workable && viewer.May(Right.Decide);

        private Decided? TakeBack(Head head, Decided? last, DateTime now) =>
            Decides(head) && head.State != ApplicationState.Withdrawn && last is not null && now <= last.TakeBackUntil && (viewer.Is(Role.Hr) || last.ById == viewer.AccountId) ? last : null;

        /// <summary>An insider is told by a person; what may follow in writing is HR's to think about.</summary>
        private LetterSheet? LetterFor(Head head, Decided? last, Aftermath? after, DateTime now)
        {
            if (last is null || after is null || !Decides(head)) return null;
            var letter = CandidateLetter.For(new LetterFacts(head.Candidate, head.Opening, last.Outcome, head.Internal, after.StartsOn, last.Next?.DueOn));
            return new LetterSheet(head.Internal && !viewer.Is(Role.Hr) ? letter with { Body = "" } : letter, last.Id, after.Writable, last.TakeBackUntil > now ? last.TakeBackUntil : null, after.Written);
        }
    }

    internal static async Task<Head> HeadOf(TalentHubDb db, Viewer viewer, Guid id, CancellationToken ct)
    {
        var workable = db.Applications.WorkableBy(viewer);
        return await db.Applications.VisibleTo(viewer).Where(a => a.Id == id).AsSingleQuery().Select(a => new Head(
            a.Id, a.Version, a.Candidate!.Name, a.Candidate.Headline, a.Channel == HireChannel.Internal, a.OpeningId, a.Opening!.Title, a.Opening.Level, a.Opening.ProfileVersionId,
            a.Opening.ProfileVersion!.Profile!.Name, a.Opening.ProfileVersion.Number, a.State, a.Debrief == null ? null : a.Debrief.OpenedAt,
            a.Debrief == null ? null : db.Users.Where(u => u.Id == a.Debrief.OpenedBy).Select(u => u.DisplayName).FirstOrDefault(),
            a.Debrief == null ? null : a.Debrief.WaiverReason, workable.Any(w => w.Id == a.Id))
        {
            HasOther = db.AssessmentResults.Any(r => r.ApplicationId == a.Id) || db.ReferenceChecks.Any(r => r.ApplicationId == a.Id),
            HasProposals = db.Proposals.Any(p => p.ApplicationId == a.Id),
            HasDecisions = db.Decisions.Any(d => d.ApplicationId == a.Id),
            Competencies = a.Opening.ProfileVersion.Competencies.OrderBy(c => c.Order).Select(c => new Weighed(c.CompetencyId, c.Name, c.Weight, c.Target)).ToList(),
        }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That application");
    }

    internal static List<(Guid Id, string Name)> Gave(IEnumerable<PanelSeat> seats) =>
        [.. seats.Where(s => s.SubmittedAt is not null).Select(s => (s.AuthorId, s.Author)).Distinct().OrderBy(s => s.Author, StringComparer.OrdinalIgnoreCase)];

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

    private static string Waiting(List<PanelSeat> seats, List<string> notHeld)
    {
        var outstanding = seats.Count(s => s.Outstanding);
        if (seats.Count == 0) return "Nobody has interviewed yet";
        if (outstanding > 0) return $"{(outstanding == 1 ? "One scorecard is" : $"{outstanding} scorecards are")} still to come";
        return notHeld.Count == 0 ? "Every scorecard is in: the debrief can open" : $"The scorecards so far are in; still to be held: {Say.List(notHeld)}";
    }
}
