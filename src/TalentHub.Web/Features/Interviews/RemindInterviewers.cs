using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Mail;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Jobs;
using TalentHub.Web.Platform.Mail;
using TalentHub.Web.Platform.Pipeline;
using TalentHub.Web.Platform.Security;

namespace TalentHub.Web.Features.Interviews;

/// <summary>Reminds interviewers of scorecards they owe, and drops reminders that are not needed any more before they leave.</summary>
public static class RemindInterviewers
{
    /// <summary>Sent by the program itself, once a minute.</summary>
    [Requires(Right.WorkLibrary)]
    public sealed record Command : ICommand;

    /// <summary>Sends the command as the console.</summary>
    internal sealed class Round(IMediator mediator, Session session) : IRound
    {
        public static TimeSpan Every => TimeSpan.FromMinutes(1);

        public async Task Go(CancellationToken ct)
        {
            session.Viewer = Viewer.Console;
            await mediator.Send(new Command(), ct);
        }
    }

    private sealed record Owed(Guid Id, Guid AuthorId, Guid OpeningId, Guid ApplicationId, Interview Interview, string Name, string Address, string Zone, string Opening, string Stage, string Candidate, bool Discreet);

    internal sealed class Writer(TalentHubDb db, Outbox outbox, IMail mail, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await Withdraw(now, ct);
            var owed = await Read(now, ct);
            var ids = owed.Select(o => o.Id).ToList();
            var last = await db.Letters.Where(l => l.Kind == LetterKind.ScorecardReminder && ids.Contains(l.ScorecardId!.Value))
                .GroupBy(l => l.ScorecardId!.Value).Select(g => new { g.Key, At = g.Max(l => l.WrittenAt) }).ToDictionaryAsync(g => g.Key, g => (DateTime?)g.At, ct);
            var template = await outbox.Template(LetterKind.ScorecardReminder, ct);
            foreach (var card in owed.Where(o => ReminderTimes.Due(o.Interview.EndsAt, o.Zone, last.GetValueOrDefault(o.Id), now))) Write(card, template, now);
            return Unit.Value;
        }

        /// <summary>While the mail server was away a scorecard may have come in, or the interview may have been called off.</summary>
        private Task Withdraw(DateTime now, CancellationToken ct) => db.Letters
            .Where(l => l.Kind == LetterKind.ScorecardReminder && l.State == LetterState.Waiting
                && !db.Scorecards.Any(s => s.Id == l.ScorecardId && s.SubmittedAt == null && s.WaivedAt == null && s.Application!.State == ApplicationState.Active))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.State, LetterState.Withdrawn).SetProperty(l => l.ClosedAt, now), ct);

        private Task<List<Owed>> Read(DateTime now, CancellationToken ct)
        {
            // An interview lasts four hours at the most.
            var (from, until) = (now - ReminderTimes.Longest - TimeSpan.FromHours(4), now - ReminderTimes.First);
            var candidacies = db.Candidacies();
            return (from s in db.Scorecards
                    where s.SubmittedAt == null && s.WaivedAt == null && s.Application!.State == ApplicationState.Active
                        && s.Interview!.State == InterviewState.Scheduled && s.Interview.StartsAt >= @from && s.Interview.StartsAt < until
                    join account in db.Users on s.AuthorId equals account.Id
                    where account.DisabledAt == null && account.Email != null
                        // Somebody who has since become a candidate there hears nothing of it any more.
                        && !candidacies.Any(c => c.OpeningId == s.OpeningId && c.AccountId == s.AuthorId)
                    select new Owed(s.Id, s.AuthorId, s.OpeningId, s.ApplicationId, s.Interview!, account.DisplayName, account.Email!, account.Zone ?? Zones.Utc,
                        s.Opening!.Title, s.Interview!.Stage!.Name, s.Interview.Candidate!.Name, s.Opening.Confidential || s.Interview.Candidate.EmployeeId != null)).ToListAsync(ct);
        }

        private void Write(Owed card, TemplateText template, DateTime now)
        {
            var words = InterviewPost.Filled(template, new Dictionary<string, string>
            {
                ["recipient"] = card.Name.Split(' ')[0],
                ["candidate"] = card.Discreet ? "a candidate" : card.Candidate,
                ["opening"] = card.Discreet ? "a confidential search" : card.Opening,
                ["stage"] = card.Stage,
                ["when"] = InterviewPost.Said(card.Interview, card.Zone),
                [Placeholders.Link] = $"{mail.SiteAddress}/interviews/{card.Interview.Id}/scorecard",
            });
            var day = Zones.FromUtc(now, card.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            outbox.Post(LetterKind.ScorecardReminder, $"reminder:{card.Id:N}:{card.Interview.Sequence}:{day}", new Addressee(card.AuthorId, null, card.Name, card.Address),
                new LetterAbout(card.OpeningId, card.ApplicationId, card.Interview.Id, card.Id), new LetterContent(words.Subject, words.Text));
        }
    }
}
