using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>The debrief on paper, for the meeting and the file: agenda, who said what, grid, agreement, proposal, votes, decision, next step.</summary>
public static class DebriefPaper
{
    public const string View = "/Features/Debriefs/DebriefPaper.Print.cshtml";

    /// <summary>What the paper says.</summary>
    [Requires(Right.ReadScorecards)]
    public sealed record Query(Guid Id) : IQuery<Report>;

    /// <summary>The debrief as a PDF.</summary>
    [Requires(Right.ReadScorecards)]
    public sealed record Print(Guid Id) : IQuery<Printed>;

    /// <param name="Severity">Over the opening's candidates whose debrief is open to the viewer; none with fewer than two.</param>
    public sealed record Report(
        ShowDebrief.Head About, string Finding, PanelReading Reading, Agenda Agenda, PanelAgreement? Agreement, SeverityReading? Severity, int Compared, IReadOnlyList<PanelSeat> Waived,
        IReadOnlyList<(Guid Id, string Name)> Panel, IReadOnlyList<Proposed> Proposals, IReadOnlyList<Decided> Decisions, string PrintedFor, DateTime PrintedAt);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, Report>
    {
        public Task<Report> Handle(Query query, CancellationToken ct) => ReportOf(db, viewer, query.Id, clock.GetUtcNow().UtcDateTime, ct);
    }

    internal sealed class Printer(TalentHubDb db, Viewer viewer, TimeProvider clock, PrintView view, IPrinter printer) : IRequestHandler<Print, Printed>
    {
        public async Task<Printed> Handle(Print query, CancellationToken ct)
        {
            var report = await ReportOf(db, viewer, query.Id, clock.GetUtcNow().UtcDateTime, ct);
            var pdf = await printer.PrintAsync(new PrintJob(await view.RenderAsync(View, report), report.About.Opening, $"Confidential · printed for {report.PrintedFor}, {Zones.Moment(report.PrintedAt, viewer.Zone)}", Dossier.Foot), ct);
            return new Printed(pdf, $"Debrief {report.About.Candidate}");
        }
    }

    private static async Task<Report> ReportOf(TalentHubDb db, Viewer viewer, Guid id, DateTime at, CancellationToken ct)
    {
        var head = await ShowDebrief.HeadOf(db, viewer, id, ct);
        // All candidates of the opening whose debrief is open: how severe somebody is shows across candidates alone.
        var opened = await db.Applications.VisibleTo(viewer).Where(a => a.OpeningId == head.OpeningId && a.Debrief != null).OrderBy(a => a.Id).Select(a => new { a.Id, a.Candidate!.Name }).ToListAsync(ct);
        List<Guid> ids = [id, .. opened.Select(o => o.Id).Where(o => o != id)];
        var seats = (await PanelFiles.Seats(db, ids, ct)).ToLookup(s => s.ApplicationId);
        var cards = (await PanelFiles.Cards(db, viewer, ids, ct)).ToLookup(c => c.ApplicationId);
        if (Lock.For(viewer, [.. seats[id]], cards[id].Count()) is { } reason) throw new Forbidden(reason);
        Rule.Holds(head.OpenedAt is not null, "debrief-first", "The debrief can be printed once it is open: paper travels, and the panel should give its word unprompted.");
        var competencies = head.Competencies;
        var reading = PanelReading.Of(competencies, [.. cards[id]], await PanelFiles.Others(db, viewer, head, ct));
        var columns = opened.Where(o => Lock.For(viewer, [.. seats[o.Id]], cards[o.Id].Count()) is null && cards[o.Id].Any())
            .Select(o => new Compare.Column(new Compare.Finalist(o.Id, o.Name, null, false, default, true, false, null), PanelReading.Of(competencies, [.. cards[o.Id]], OtherEvidence.None), [])).ToList();
        return new Report(head, ShowDebrief.Finding(reading), reading, Agenda.Of(reading), PanelAgreement.Of(reading), SeverityReading.Of(columns), columns.Count, [.. seats[id].Where(s => s.WaivedAt is not null)],
            ShowDebrief.Gave(seats[id]), await Verdicts.Proposals(db, head, ct), await Verdicts.Decisions(db, head, ct), viewer.Name, at);
    }
}
