using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Mail;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Interviews;

/// <summary>Plans an interview: stage, time, place, and a panel from the hiring team.</summary>
public static class PlanInterview
{
    [Requires(Right.WorkOpenings)]
    public sealed record Query(Guid ApplicationId, Guid? StageId = null, DateTime? StartsAt = null, int? Minutes = null, string? Zone = null) : IQuery<View>;

    /// <param name="LooksAt">The time the team's load is shown for, as said.</param>
    /// <param name="Writable">Whether the candidate has an e-mail address.</param>
    public sealed record View(string Candidate, string Opening, bool Started, IReadOnlyList<StageChoice> Stages, IReadOnlyList<Member> Team, string LooksAt, bool Writable, Command Form);

    /// <param name="PanelSize">Interviewers the plan asks for.</param>
    /// <param name="Pool">From whom, as planned; empty: anybody on the team.</param>
    /// <param name="Questions">How many questions its kit holds; none without a kit.</param>
    public sealed record StageChoice(Guid Id, string Name, int Minutes, int PanelSize, IReadOnlyList<Guid> Pool, int? Questions);

    public sealed record Member(Guid AccountId, string Name, TeamPart Part)
    {
        public Load Load { get; init; } = Load.None;

        /// <summary>Named for the stage in the plan.</summary>
        public bool Planned { get; init; }
    }

    [Requires(Right.WorkOpenings)]
    public sealed record Command : ICommand<Guid>
    {
        /// <summary>The application.</summary>
        public Guid Id { get; set; }
        public Guid? StageId { get; set; }

        /// <summary>What a clock in <see cref="Zone"/> shows.</summary>
        public DateTime? StartsAt { get; set; }

        /// <summary>IANA name of the time zone; none: the viewer's own.</summary>
        public string? Zone { get; set; }

        /// <summary>None: as long as the stage is planned for.</summary>
        public int? Minutes { get; set; }

        public string? Place { get; set; }
        public List<Guid> Panel { get; set; } = [];

        /// <summary>Sends the candidate an invitation; nothing goes to them otherwise.</summary>
        public bool InviteCandidate { get; set; }

        /// <summary>Somebody is taken at that time, and it is meant all the same.</summary>
        public bool DespiteClash { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.StageId).NotNull().WithMessage("Choose the stage this interview belongs to.");
            RuleFor(c => c.StartsAt).NotNull().WithMessage("Give the date and the time.");
            RuleFor(c => c.Panel).NotEmpty().WithMessage("Choose at least one interviewer.");
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var application = await db.Applications.WorkableBy(viewer).Where(a => a.Id == query.ApplicationId)
                .Select(a => new { a.StageId, a.OpeningId, a.CandidateId, Candidate = a.Candidate!.Name, Writable = a.Candidate.Email != null, Opening = a.Opening!.Title, a.Opening.Status })
                .SingleOrDefaultAsync(ct) ?? throw new NotFound("That application");
            var stages = await db.Stages.Where(s => s.OpeningId == application.OpeningId).OrderBy(s => s.Order)
                .Select(s => new StageChoice(s.Id, s.Name, s.Minutes, s.PanelSize, s.Pool, s.Kits.OrderByDescending(k => k.Number).Select(k => (int?)k.Questions.Count).FirstOrDefault())).ToListAsync(ct);
            var free = db.FreeToJudge(application.OpeningId, application.CandidateId);
            var team = await (from member in db.TeamMembers
                              where member.OpeningId == application.OpeningId && free.Contains(member.AccountId)
                              join account in db.Users on member.AccountId equals account.Id
                              orderby account.DisplayName
                              select new Member(account.Id, account.DisplayName, member.Part)).ToListAsync(ct);
            var stage = stages.Find(s => s.Id == (query.StageId ?? application.StageId) && s.Questions is not null) ?? stages.Find(s => s.Questions is not null);
            var zone = Zones.Known(query.Zone) ? query.Zone! : viewer.Zone;
            // What was typed may be a time that does not exist: the form is shown again all the same.
            var wall = query.StartsAt is { } typed && Zones.Exists(typed, zone) ? typed : NextMorning(Zones.FromUtc(clock.GetUtcNow().UtcDateTime, zone));
            var slot = new Slot(Zones.ToUtc(wall, zone, nameof(Command.StartsAt)), query.Minutes ?? stage?.Minutes ?? 60, zone);
            var loads = await db.Loads([.. team.Select(m => m.AccountId)], slot, clock.GetUtcNow().UtcDateTime, ct);
            var members = team.ConvertAll(m => m with { Load = loads[m.AccountId], Planned = stage?.Pool.Contains(m.AccountId) == true });
            var form = new Command { Id = query.ApplicationId, StageId = stage?.Id, StartsAt = wall, Zone = zone, Panel = Lightest(members, stage?.PanelSize ?? 0) };
            return new View(application.Candidate, application.Opening, application.Status == OpeningStatus.Open, stages, members,
                string.Create(CultureInfo.InvariantCulture, $"{wall:dddd d MMMM, HH:mm} {Zones.Spoken(zone)}"), application.Writable, form);
        }

        /// <summary>Of those named for the stage, as many as it needs: the free before the taken, then the lightest week, then who owes least.</summary>
        private static List<Guid> Lightest(IEnumerable<Member> team, int size) =>
            [.. team.Where(m => m.Planned).OrderBy(m => m.Load.Taken.Count).ThenBy(m => m.Load.InWeek).ThenBy(m => m.Load.Late).Take(size).Select(m => m.AccountId)];

        /// <summary>Ten o'clock on the next working day.</summary>
        private static DateTime NextMorning(DateTime here)
        {
            var day = here.Date.AddDays(1);
            while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
            return day.AddHours(10);
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, InterviewPost post, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            var application = await db.Applications.WorkableBy(viewer).AsTracking().Include(a => a.Opening).SingleOrDefaultAsync(a => a.Id == command.Id, ct) ?? throw new NotFound("That application");
            Rule.Holds(application.Opening!.Status == OpeningStatus.Open, "opening-not-open", "This search is not running. Start it before you plan interviews.");
            var stage = await db.Stages.AsTracking().Include(s => s.Kits).SingleOrDefaultAsync(s => s.Id == command.StageId && s.OpeningId == application.OpeningId, ct)
                ?? throw new RuleBroken("stage-elsewhere", "Choose a stage of this opening's plan.", nameof(Command.StageId));
            var panel = command.Panel.Distinct().ToList();
            var onTeam = await db.TeamMembers.Where(t => t.OpeningId == application.OpeningId && panel.Contains(t.AccountId)).Select(t => t.AccountId).ToListAsync(ct);
            Rule.Holds(panel.All(onTeam.Contains), "panel-not-on-team", "Everybody on the panel must be on the hiring team. Add them to the team first.", nameof(Command.Panel));
            var free = await db.FreeToJudge(application.OpeningId, application.CandidateId).Where(id => panel.Contains(id)).ToListAsync(ct);
            Rule.Holds(panel.All(free.Contains), "panel-not-free", "Somebody you chose cannot sit on this panel. Choose others.", nameof(Command.Panel));
            var zone = Zones.Checked(command.Zone ?? viewer.Zone, nameof(Command.Zone));
            var slot = new Slot(Zones.ToUtc(command.StartsAt!.Value, zone, nameof(Command.StartsAt)), command.Minutes ?? stage.Minutes, zone);
            await db.CheckClashes(viewer, application.CandidateId, panel, slot, command.DespiteClash, clock.GetUtcNow().UtcDateTime, ct);
            var interview = new Interview(application, stage, slot.StartsAt, slot.Minutes, command.Place, panel, zone);
            db.Interviews.Add(interview);
            await post.ToPanel(interview, LetterKind.PanelInvitation, panel, ct);
            if (command.InviteCandidate) await post.ToCandidate(interview, LetterKind.CandidateInvitation, ct);
            return interview.Id;
        }
    }

    /// <summary>
    /// Accounts that may sit on a panel: in use, not themselves a candidate for the opening (rule 4), and not the manager of
    /// this candidate as long as HR has not told them.
    /// </summary>
    internal static IQueryable<Guid> FreeToJudge(this TalentHubDb db, Guid openingId, Guid candidateId)
    {
        var candidacies = db.Candidacies().Where(c => c.OpeningId == openingId);
        return db.Users.Where(u => u.DisabledAt == null && !candidacies.Any(c => c.AccountId == u.Id)
                && !db.Applications.Any(a => a.OpeningId == openingId && a.CandidateId == candidateId && a.ManagerInformedAt == null && a.Candidate!.Employee!.ManagerId == u.Id))
            .Select(u => u.Id);
    }
}
