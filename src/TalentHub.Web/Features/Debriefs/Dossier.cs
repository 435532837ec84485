using MediatR;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>A printed report with a name to save it under.</summary>
public sealed record Printed(byte[] Pdf, string FileName);

/// <summary>One candidate on paper, for whoever decides: ratings, splits, every question, the decision and who signs.</summary>
public static class Dossier
{
    public const string View = "/Features/Debriefs/Dossier.Print.cshtml";
    public const string Foot = "TalentHub · numbers carry their interval; nothing here was decided by a number";

    /// <summary>What the dossier says.</summary>
    [Requires(Right.ReadScorecards)]
    public sealed record Query(Guid Id) : IQuery<Report>;

    /// <summary>The dossier as a PDF.</summary>
    [Requires(Right.ReadScorecards)]
    public sealed record Print(Guid Id) : IQuery<Printed>;

    /// <param name="Rows">In the profile's order.</param>
    /// <param name="Splits">Competencies on which two ratings lie two points or more apart.</param>
    /// <param name="Answers">Every question with what each interviewer wrote, interview by interview.</param>
    public sealed record Report(
        ShowDebrief.Head About, string Strengths, string Agreement, PanelReading Reading, IReadOnlyList<CompetencyReading> Rows, IReadOnlyList<CompetencyReading> Splits,
        IReadOnlyList<Card> Answers, IReadOnlyList<PanelSeat> Waived, IReadOnlyList<Decided> Decisions, string PrintedFor, DateTime PrintedAt)
    {
        /// <summary>Scorecards that HR reopened and that are not in again.</summary>
        public IReadOnlyList<PanelSeat> Reopened { get; init; } = [];
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, Report>
    {
        public Task<Report> Handle(Query query, CancellationToken ct) => ReportOf(db, viewer, query.Id, clock.GetUtcNow().UtcDateTime, ct);
    }

    internal sealed class Printer(TalentHubDb db, Viewer viewer, TimeProvider clock, PrintView view, IPrinter printer) : IRequestHandler<Print, Printed>
    {
        public async Task<Printed> Handle(Print query, CancellationToken ct)
        {
            var report = await ReportOf(db, viewer, query.Id, clock.GetUtcNow().UtcDateTime, ct);
            var pdf = await printer.PrintAsync(new PrintJob(await view.RenderAsync(View, report), report.About.Opening, $"Confidential · printed for {report.PrintedFor}, {Zones.Moment(report.PrintedAt, viewer.Zone)}", Foot), ct);
            return new Printed(pdf, $"Dossier {report.About.Candidate}");
        }
    }

    private static async Task<Report> ReportOf(TalentHubDb db, Viewer viewer, Guid id, DateTime at, CancellationToken ct)
    {
        var head = await ShowDebrief.HeadOf(db, viewer, id, ct);
        var seats = await PanelFiles.Seats(db, [id], ct);
        var cards = await PanelFiles.Cards(db, viewer, [id], ct);
        if (Lock.For(viewer, seats, cards.Count) is { } reason) throw new Forbidden(reason);
        Rule.Holds(head.OpenedAt is not null, "debrief-first", "The dossier can be printed once the debrief is open: paper travels, and the panel should give its word unprompted.");
        var competencies = head.Competencies;
        var reading = PanelReading.Of(competencies, cards, await PanelFiles.Others(db, viewer, head, ct));
        var rows = competencies.Select(c => reading.Competencies.Single(r => r.Competency.Id == c.Id)).Concat(reading.Competencies.Where(r => r.Competency.Weight == 0)).ToList();
        return new Report(head, Strengths(rows), Agreement(rows), reading, rows, [.. reading.Competencies.Where(r => r.Mixed)], cards, [.. seats.Where(s => s.WaivedAt is not null)], await Verdicts.Decisions(db, head, ct), viewer.Name, at) { Reopened = [.. seats.Where(s => s.State == "reopened")] };
    }

    private static string Strengths(List<CompetencyReading> rows)
    {
        var known = rows.Where(r => r is { TooFew: false, Mean: not null }).OrderByDescending(r => r.Mean).Select(r => r.Competency.Name).ToList();
        var open = rows.Where(r => r is { Raters: 0, Competency.Weight: > 0 }).Select(r => r.Competency.Name).ToList();
        var least = open.Count > 0 ? $" Not assessed: {Say.List(open)}." : "";
        if (known.Count == 0) return $"Too few raters on any competency to say where they are strongest.{least}";
        return known.Count < 3 ? $"Enough raters on {Say.List(known)} alone.{least}" : $"Rated highest on {known[0]} and {known[1]}; lowest on {known[^1]}.{least}";
    }

    private static string Agreement(List<CompetencyReading> rows)
    {
        var seen = rows.Where(r => r.Raters > 1).ToList();
        var mixed = seen.Where(r => r.Mixed).Select(r => r.Competency.Name).ToList();
        if (seen.Count == 0) return "No competency was rated by two interviewers, so nobody knows whether they would agree.";
        return mixed.Count == 0 ? $"Wherever two interviewers rated the same ({(seen.Count == 1 ? "1 competency" : $"{seen.Count} competencies")}), they lie less than two points apart."
            : $"The panel agrees on {seen.Count - mixed.Count} of the {seen.Count} competencies rated by two or more, and splits on {Say.List(mixed)}.";
    }
}
