using MediatR;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Features.Insights.Retention;

/// <summary>The same finding on paper.</summary>
public static class PrintRetention
{
    private const string View = "/Features/Insights/Retention/Retention.Print.cshtml";

    [Requires(Right.ReadRetention)]
    public sealed record Query(RetentionFilter Filter) : IQuery<byte[]>;

    /// <summary>What the report says.</summary>
    public sealed record Report(RetentionView View, ExitCounts Exits, string? Narrowed);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock, PrintView print, IPrinter printer) : IRequestHandler<Query, byte[]>
    {
        public async Task<byte[]> Handle(Query query, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var hires = await Hires.Load(db, ct);
            if (hires.All.Count == 0) throw new NotFound("That report");
            var study = RetentionStudy.Of(hires, query.Filter, DateOnly.FromDateTime(now));
            var report = new Report(RetentionView.Of(study), await ExitCounts.Load(db, viewer, study.Hires, ct), Narrowed(query.Filter));
            var html = await print.RenderAsync(View, report);
            return await printer.PrintAsync(new(html, "TalentHub · retention", $"Printed for {viewer.Name}, {Zones.Moment(now, viewer.Zone)}", "Counts and curves, no names; every number that could be chance carries its interval"), ct);
        }

        private static string? Narrowed(RetentionFilter filter)
        {
            var parts = new[] { filter.Level is { } level ? $"level {Domain.Values.Words.Of(level)}" : null, string.IsNullOrWhiteSpace(filter.Only) ? null : filter.Only.Replace("=", ": ", StringComparison.Ordinal), filter.HiredSince is { } since ? $"hired since {since:d MMMM yyyy}" : null }.OfType<string>().ToList();
            return parts.Count == 0 ? null : $"Only {string.Join(", ", parts)}.";
        }
    }
}
