using MediatR;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>The finalists on paper, for a board: figure and numbers, what a weight would change, what is missing, and who signs.</summary>
public static class Comparison
{
    public const string View = "/Features/Debriefs/Comparison.Print.cshtml";

    /// <summary>The comparison as a PDF.</summary>
    [Requires(Right.ReadScorecards)]
    public sealed record Print(Guid Id, IReadOnlyList<Guid> With) : IQuery<Printed>;

    /// <param name="Board">The page's own board: the same candidates, the same locks.</param>
    public sealed record Report(Compare.Board Board, IReadOnlyList<Verdict> Verdicts, string PrintedFor, DateTime PrintedAt);

    /// <summary>What was decided on a candidate so far, and stands.</summary>
    public sealed record Verdict(string Name, IReadOnlyList<Decided> Decisions);

    internal sealed class Printer(TalentHubDb db, Viewer viewer, TimeProvider clock, PrintView view, IPrinter printer) : IRequestHandler<Print, Printed>
    {
        public async Task<Printed> Handle(Print query, CancellationToken ct)
        {
            var board = await Compare.BoardOf(db, viewer, new Compare.Query(query.Id, query.With), ct);
            if (board.Columns.Count == 0 && board.Finalists.Select(f => f.Lock).FirstOrDefault(l => l is not null) is { } reason) throw new Forbidden(reason);
            Rule.Holds(board.Columns.Count > 0, "nothing-to-print", "No scorecard of this opening is open to you, so there is nothing to print.");
            var decisions = await Verdicts.Decisions(db, [.. board.Columns.Select(c => c.Who.ApplicationId)], board.Competencies, ct);
            var report = new Report(board, [.. board.Columns.Select(c => new Verdict(c.Who.Name, [.. decisions[c.Who.ApplicationId].Where(d => d.Stands)]))], viewer.Name, clock.GetUtcNow().UtcDateTime);
            var pdf = await printer.PrintAsync(new PrintJob(await view.RenderAsync(View, report), board.Opening, $"Confidential · printed for {report.PrintedFor}, {Zones.Moment(report.PrintedAt, viewer.Zone)}", Dossier.Foot), ct);
            return new Printed(pdf, $"Comparison {board.Opening}");
        }
    }
}
