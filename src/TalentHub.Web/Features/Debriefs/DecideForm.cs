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

/// <summary>What whoever decides has before them: the evidence in short, and the lists of the form. It proposes nothing.</summary>
public static class DecideForm
{
    [Requires(Right.Decide)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record Choice(Guid Id, string Name);

    /// <summary>Someone who may dissent, and what they recommended if they gave a scorecard.</summary>
    public sealed record Member(Guid Id, string Name, string? Recommended);

    /// <param name="Lock">Why nothing can be decided now; the form is not shown.</param>
    /// <param name="CurrentNumber">The employee number of an insider, who keeps it.</param>
    public sealed record View(
        ShowDebrief.Head About, int Version, bool Insider, string? CurrentNumber, string? Lock, PanelReading? Reading, IReadOnlyList<Member> Panel,
        IReadOnlyList<Choice> Managers, IReadOnlyList<Choice> Templates, string ProposedNumber)
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
        };
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        private const int Team = 0, Superiors = 1, Templates = 2;

        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var head = await ShowDebrief.HeadOf(db, viewer, query.Id, ct);
            if (!head.Workable) throw new NotFound("That application");
            var numbers = db.Employees.Where(e => e.Number.StartsWith("E-")).OrderByDescending(e => e.Number.Length).ThenByDescending(e => e.Number).Select(e => e.Number);
            var more = await db.Applications.Where(a => a.Id == query.Id)
                .Select(a => new { a.Version, Number = a.Candidate!.Employee != null && a.Candidate.Employee.LeftOn == null ? a.Candidate.Employee.Number : null, Last = numbers.FirstOrDefault() }).SingleAsync(ct);
            var seats = await PanelFiles.Seats(db, viewer, [query.Id], ct);
            var cards = await PanelFiles.Cards(db, viewer, [query.Id], ct);
            var shut = Shut(head, seats, cards.Count);
            var reading = shut is null ? PanelReading.Of(await PanelFiles.Competencies(db, head.ProfileVersionId, ct), cards, (await PanelFiles.Others(db, viewer, [query.Id], ct))(query.Id)) : null;
            var lists = await Lists(head, ct);
            return new View(head, more.Version, more.Number is not null, more.Number, shut, reading, Panel(seats, lists[Team], reading), [.. lists[Superiors]], [.. lists[Templates]], Next(more.Last));
        }

        private string? Shut(ShowDebrief.Head head, List<PanelSeat> seats, int readable) =>
            head.State != ApplicationState.Active ? $"This application is closed: {Domain.Values.Words.Of(head.State).ToLowerInvariant()}."
            : head.OpenedAt is null ? "Open the debrief before deciding, so that the panel’s disagreements have been on the table."
            : Lock.For(viewer, seats, readable);

        /// <summary>The team, whom a hire can report to, and the ramp templates, in one command.</summary>
        private async Task<ILookup<int, Choice>> Lists(ShowDebrief.Head head, CancellationToken ct)
        {
            var team = from t in db.TeamMembers where t.OpeningId == head.OpeningId join u in db.Users on t.AccountId equals u.Id select new { List = Team, u.Id, Name = u.DisplayName };
            var managers = Managers(db).Select(a => new { List = Superiors, a.Id, Name = a.DisplayName });
            var templates = db.RampTemplates.Where(t => t.Level == head.Level && t.RetiredAt == null).Select(t => new { List = Templates, t.Id, t.Name });
            var rows = await team.Concat(managers).Concat(templates).ToListAsync(ct);
            return rows.OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase).ToLookup(r => r.List, r => new Choice(r.Id, r.Name));
        }

        private List<Member> Panel(List<PanelSeat> seats, IEnumerable<Choice> team, PanelReading? reading) =>
            [.. seats.Select(s => new Choice(s.AuthorId, s.Author)).Concat(team).DistinctBy(m => m.Id).Where(m => m.Id != viewer.AccountId)
                .Select(m => new Member(m.Id, m.Name, reading?.Voices.Where(v => v.AuthorId == m.Id).Select(Say.Recommended).FirstOrDefault()))];

        /// <summary>The number after the highest of the form E-123; a unique index settles who was first.</summary>
        private static string Next(string? last)
        {
            if (last is null) return "E-1";
            return int.TryParse(last[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $"E-{number + 1}" : "";
        }
    }

    /// <summary>Accounts a hire can report to.</summary>
    internal static IQueryable<Account> Managers(TalentHubDb db) =>
        db.Users.Where(u => u.DisabledAt == null && db.RoleGrants.Any(g => g.AccountId == u.Id && (g.Role == Role.SalesManager || g.Role == Role.Lead || g.Role == Role.Executive)));
}
