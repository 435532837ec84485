using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>What whoever decides has before them: the evidence in short, the proposal with its votes, and the lists of the form. It proposes nothing itself.</summary>
public static class DecideForm
{
    internal const int TeamList = 0, Superiors = 1, Templates = 2, OwnNumber = 3, LastNumber = 4;

    [Requires(Right.Decide)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record Choice(Guid Id, string Name);

    /// <summary>Someone who may dissent, what they recommended if they gave a scorecard, and what they wrote if they voted against the proposal.</summary>
    public sealed record Member(Guid Id, string Name, string? Recommended, string? Against);

    /// <param name="Lock">Why nothing can be decided now; the form is not shown.</param>
    /// <param name="CurrentNumber">The employee number of an insider, who keeps it.</param>
    /// <param name="Tally">"4 for, 1 against, 1 not voted", where there is a proposal.</param>
    public sealed record View(
        ShowDebrief.Head About, int Version, bool Insider, string? CurrentNumber, string? Lock, PanelReading? Reading, IReadOnlyList<Member> Panel,
        IReadOnlyList<Choice> Managers, IReadOnlyList<Choice> Templates, string ProposedNumber, GroundsView Grounds, Proposed? Proposal, string? Tally)
    {
        /// <summary>The form as it stands before anyone wrote in it: no outcome is chosen.</summary>
        public Decide.Command Blank() => new()
        {
            Id = About.Id,
            Version = Version,
            JobTitle = About.Profile,
            EmployeeNumber = ProposedNumber,
            TemplateId = Templates.Count == 1 ? Templates[0].Id : null,
            Dissents = [.. Panel.Select(m => new Decide.Objection { AccountId = m.Id })],
            On = GroundsForm.Lines(Grounds.Competencies),
        };
    }

    /// <summary>What a proposal and a decision both rest on.</summary>
    internal sealed record Desk(ShowDebrief.Head About, string? Lock, List<PanelSeat> Seats, List<Weighed> Competencies, PanelReading? Reading, Proposed? Proposal);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var desk = await DeskOf(db, viewer, query.Id, ct);
            var lists = await Lists(db, desk.About, ct);
            var (own, last) = (lists[OwnNumber].SingleOrDefault()?.Name, lists[LastNumber].SingleOrDefault()?.Name);
            return new View(desk.About, desk.About.Version, own is not null, own, desk.Lock, desk.Reading, Panel(desk, lists[TeamList]), [.. lists[Superiors]], [.. lists[Templates]], Next(last),
                new GroundsView(desk.Competencies, Involved(desk.Seats, lists[TeamList])), desk.Proposal, desk.Proposal?.Tally(ShowDebrief.Gave(desk.Seats)));
        }

        private List<Member> Panel(Desk desk, IEnumerable<Choice> team) => [.. Involved(desk.Seats, team).Where(m => m.Id != viewer.AccountId).Select(m => new Member(m.Id, m.Name,
            desk.Reading?.Voices.Where(v => v.AuthorId == m.Id).Select(Say.Recommended).FirstOrDefault(),
            desk.Proposal?.Votes.FirstOrDefault(v => v.AccountId == m.Id && v.Stand == Stand.Against)?.Words))];

        /// <summary>The number after the highest of the form E-123; a unique index settles who was first.</summary>
        private static string Next(string? last)
        {
            if (last is null) return "E-1";
            return int.TryParse(last[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $"E-{number + 1}" : "";
        }
    }

    internal static async Task<Desk> DeskOf(TalentHubDb db, Viewer viewer, Guid id, CancellationToken ct)
    {
        var head = await ShowDebrief.HeadOf(db, viewer, id, ct);
        if (!head.Workable) throw new NotFound("That application");
        var seats = await PanelFiles.Seats(db, [id], ct);
        var cards = await PanelFiles.Cards(db, viewer, [id], ct);
        var competencies = head.Competencies;
        if (Shut(viewer, head, seats, cards.Count) is { } reason) return new Desk(head, reason, seats, competencies, null, null);
        var proposals = await Verdicts.Proposals(db, head, ct);
        var decisions = proposals.Count == 0 ? [] : await Verdicts.Decisions(db, head, ct);
        return new Desk(head, null, seats, competencies, PanelReading.Of(competencies, cards, await PanelFiles.Others(db, viewer, head, ct)), Verdicts.Open(proposals, decisions));
    }

    private static string? Shut(Viewer viewer, ShowDebrief.Head head, List<PanelSeat> seats, int readable) =>
        head.State != ApplicationState.Active ? $"This application is closed: {Domain.Values.Words.Of(head.State).ToLowerInvariant()}."
        : head.OpenedAt is null ? "Open the debrief before deciding, so that the panel’s disagreements have been on the table."
        : Lock.For(viewer, seats, readable);

    /// <summary>The team, whom a hire can report to, the ramp templates, an insider's employee number and the highest of the form E-123, in one command.</summary>
    internal static async Task<ILookup<int, Choice>> Lists(TalentHubDb db, ShowDebrief.Head head, CancellationToken ct)
    {
        var team = from t in db.TeamMembers where t.OpeningId == head.OpeningId join u in db.Users on t.AccountId equals u.Id select new { List = TeamList, u.Id, Name = u.DisplayName };
        var managers = Managers(db).Select(a => new { List = Superiors, a.Id, Name = a.DisplayName });
        var templates = db.RampTemplates.Where(t => t.Level == head.Level && t.RetiredAt == null).Select(t => new { List = Templates, t.Id, t.Name });
        var own = db.Applications.Where(a => a.Id == head.Id && a.Candidate!.Employee!.LeftOn == null && a.Candidate.EmployeeId != null).Select(a => new { List = OwnNumber, a.Id, Name = a.Candidate!.Employee!.Number });
        var last = db.Employees.Where(e => e.Number.StartsWith("E-")).OrderByDescending(e => e.Number.Length).ThenByDescending(e => e.Number).Take(1).Select(e => new { List = LastNumber, e.Id, Name = e.Number });
        var rows = await team.Concat(managers).Concat(templates).Concat(own).Concat(last).ToListAsync(ct);
        return rows.OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase).ToLookup(r => r.List, r => new Choice(r.Id, r.Name));
    }

    /// <summary>Everybody on the panel or the team, once.</summary>
    internal static List<Choice> Involved(IEnumerable<PanelSeat> seats, IEnumerable<Choice> team) => [.. seats.Select(s => new Choice(s.AuthorId, s.Author)).Concat(team).DistinctBy(m => m.Id)];

    /// <summary>Accounts a hire can report to.</summary>
    internal static IQueryable<Account> Managers(TalentHubDb db) =>
        db.Users.Where(u => u.DisabledAt == null && db.RoleGrants.Any(g => g.AccountId == u.Id && (g.Role == Role.SalesManager || g.Role == Role.Lead || g.Role == Role.Executive)));
}
