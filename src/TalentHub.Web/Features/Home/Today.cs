using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Home;

/// <summary>What waits for the viewer. Says of a scorecard only whether it is submitted.</summary>
public static class Today
{
    private const int Most = 10;

    [Requires(Right.SignedIn)]
    public sealed record Query : IQuery<View>;

    /// <param name="Things">First thing first.</param>
    /// <param name="Start">Nobody has opened a search yet: what to do first.</param>
    public sealed record View(DateTime Now, IReadOnlyList<Thing> Things, IReadOnlyList<OpeningRow> Openings, IReadOnlyList<RampRow> Ramps, IReadOnlyList<Step> Start, Step Next);

    public sealed record Thing(string Kind, string Subject, string Detail, string Button, string Href);

    public sealed record OpeningRow(Guid Id, string Title, int Active, int DaysOpen);

    public sealed record RampRow(Guid Id, string Name, int Day, bool Own);

    public sealed record Step(string Sentence, string Button, string Href);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var today = DateOnly.FromDateTime(now);
            var interviews = await Interviews(now, ct);
            var decisions = viewer.May(Right.Decide) ? await Decisions(ct) : [];
            var votes = viewer.May(Right.ReadScorecards) ? await Votes(ct) : [];
            var ramps = viewer.May(Right.ReadRamp) ? await RampReading.Read(db, viewer, ct) : [];
            var exits = viewer.May(Right.WorkExits) ? await Exits(today, ct) : [];
            var openings = viewer.May(Right.WorkOpenings) ? await Openings(today, ct) : [];
            var things = interviews.Where(i => i.Ended).Concat(interviews.Where(i => !i.Ended)).Select(i => i.Thing)
                .Concat(votes).Concat(decisions).Concat(RampReading.Checkpoints(ramps, today)).Concat(RampReading.CheckIns(ramps, today)).Concat(exits).ToList();
            var start = openings.Count == 0 && (viewer.Is(Role.Hr) || viewer.Is(Role.Administrator)) && !await db.Openings.AnyAsync(ct) ? FirstSteps.For(viewer) : [];
            return new View(Here(now), things, openings, RampReading.Rows(ramps, today), start, FirstSteps.Next(viewer, ramps.FirstOrDefault(r => r.Own)?.Id));
        }

        /// <summary>What the viewer's clock shows.</summary>
        private DateTime Here(DateTime at) => Zones.FromUtc(at, viewer.Zone);

        private async Task<List<(bool Ended, Thing Thing)>> Interviews(DateTime now, CancellationToken ct)
        {
            var (me, horizon) = (viewer.AccountId, now.AddDays(7));
            var visible = db.Applications.VisibleTo(viewer);
            var cards = await db.Scorecards
                .Where(s => s.AuthorId == me && s.SubmittedAt == null && s.WaivedAt == null && s.Interview!.State == InterviewState.Scheduled && s.Interview.StartsAt < horizon)
                .Where(s => visible.Any(a => a.Id == s.ApplicationId && a.State == ApplicationState.Active))
                .OrderBy(s => s.Interview!.StartsAt).ThenBy(s => s.Id).Take(2 * Most)
                .Select(s => new
                {
                    s.InterviewId,
                    s.Interview!.StartsAt,
                    s.Interview.Minutes,
                    s.Interview.Place,
                    Candidate = s.Interview.Candidate!.Name,
                    Stage = s.Interview.Stage!.Name,
                    Kit = s.Interview.Kit!.Number,
                    Questions = s.Interview.Kit.Questions.Count,
                    Reopened = s.ReopenedAt != null,
                    Given = s.Ratings.Count(r => r.Score != null || r.NotObserved),
                }).ToListAsync(ct);
            return [.. cards.Select(c =>
            {
                var ended = c.StartsAt.AddMinutes(c.Minutes) <= now;
                var href = $"/interviews/{c.InterviewId}/scorecard";
                if (c.Reopened) return (true, new Thing("Scorecard reopened", $"{c.Candidate}, {c.Stage}", "HR asks for it again; the reason stands on it", "Finish scorecard", href));
                return (ended, ended
                    ? new Thing("Scorecard due", $"{c.Candidate}, {c.Stage}", $"Interview ended {Clock.Moment(Here(c.StartsAt.AddMinutes(c.Minutes)), Here(now))} · {c.Given} of {c.Questions} questions drafted", c.Given > 0 ? "Finish scorecard" : "Fill in scorecard", href)
                    : new Thing($"Interview {Clock.Moment(Here(c.StartsAt), Here(now))}", $"{c.Candidate}, {c.Stage}", string.Join(" · ", new[] { $"{c.Minutes} min", $"kit v{c.Kit}", c.Place }.OfType<string>()), "Open kit", href));
            })];
        }

        private async Task<List<Thing>> Decisions(CancellationToken ct)
        {
            // Few of those who apply have been interviewed: beginning with the scorecards spares looking at the others.
            var interviewed = db.Scorecards.Where(s => s.SubmittedAt != null).Select(s => s.ApplicationId);
            var ready = await db.Applications.WorkableBy(viewer)
                .Where(a => interviewed.Contains(a.Id) && a.State == ApplicationState.Active && !a.Decisions.Any(d => d.TakenBackAt == null) && a.Scorecards.Any(s => s.SubmittedAt != null && s.Interview!.StageId == a.StageId)
                    && !a.Scorecards.Any(s => s.SubmittedAt == null && s.WaivedAt == null))
                .OrderBy(a => a.MovedAt).ThenBy(a => a.Id).Take(Most)
                .Select(a => new { a.Id, Candidate = a.Candidate!.Name, Opening = a.Opening!.Title, Cards = a.Scorecards.Count(s => s.SubmittedAt != null), Open = a.Debrief != null }).ToListAsync(ct);
            return [.. ready.Select(a => new Thing("Decide", $"{a.Candidate}, {a.Opening}", $"{(a.Cards == 1 ? "The one scorecard is" : $"All {a.Cards} scorecards are")} in{(a.Open ? " · debrief open" : "")}", "Open debrief", $"/applications/{a.Id}/debrief"))];
        }

        /// <summary>Proposals the viewer, who met the candidate and owes no scorecard, has not voted on.</summary>
        private async Task<List<Thing>> Votes(CancellationToken ct)
        {
            var me = viewer.AccountId;
            var visible = db.Applications.VisibleTo(viewer).Where(a => a.State == ApplicationState.Active);
            var open = await db.Proposals.Where(p => visible.Any(a => a.Id == p.ApplicationId) && !p.Votes.Any(v => v.AccountId == me)
                    && p.Application!.Scorecards.Any(s => s.AuthorId == me && s.SubmittedAt != null) && !p.Application.Scorecards.Any(s => s.AuthorId == me && s.SubmittedAt == null && s.WaivedAt == null)
                    && !p.Application.Proposals.Any(later => later.At > p.At) && !p.Application.Decisions.Any(d => d.ProposalId == p.Id && d.TakenBackAt == null))
                .OrderBy(p => p.At).ThenBy(p => p.Id).Take(Most)
                .Select(p => new { p.ApplicationId, Candidate = p.Application!.Candidate!.Name, Opening = p.Application.Opening!.Title, p.At }).ToListAsync(ct);
            return [.. open.Select(p => new Thing("Vote", $"{p.Candidate}, {p.Opening}", $"A decision was proposed {Clock.Day(DateOnly.FromDateTime(p.At))}", "Read and vote", $"/applications/{p.ApplicationId}/debrief#proposal"))];
        }

        private async Task<List<Thing>> Exits(DateOnly today, CancellationToken ct)
        {
            var open = await db.Exits.VisibleTo(viewer).Where(e => e.InterviewedAt == null).OrderBy(e => e.LastDay).ThenBy(e => e.Id).Take(Most)
                .Select(e => new { e.Id, e.Employee!.Name, e.LastDay }).ToListAsync(ct);
            return [.. open.Select(e => new Thing("Exit interview", e.Name, $"{(e.LastDay < today ? "Left" : "Last day")} {Clock.Day(e.LastDay)} · not asked yet", "Hold it", $"/exits/{e.Id}/interview"))];
        }

        private async Task<List<OpeningRow>> Openings(DateOnly today, CancellationToken ct)
        {
            var open = await db.Openings.WorkableBy(viewer).Where(o => o.Status == OpeningStatus.Open).OrderBy(o => o.OpenedOn).ThenBy(o => o.Id).Take(Most)
                .Select(o => new { o.Id, o.Title, o.OpenedOn, Active = o.Applications.Count(a => a.State == ApplicationState.Active) }).ToListAsync(ct);
            return [.. open.Select(o => new OpeningRow(o.Id, o.Title, o.Active, today.DayNumber - o.OpenedOn.DayNumber))];
        }
    }
}
