using MediatR;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Insights.Retention;

/// <summary>The page: how long do people stay, and does it depend on where they came from?</summary>
public static class ShowRetention
{
    private const int MostOffered = 20;

    [Requires(Right.ReadRetention)]
    public sealed record Query(RetentionFilter Filter) : IQuery<Page>;

    /// <summary>A column to compare by.</summary>
    public sealed record Choice(string Key, string Label);

    /// <summary>A value to narrow to, under the column it belongs to.</summary>
    public sealed record Narrowing(string Column, string Value, string Label);

    /// <param name="View">None when nobody is recorded at all.</param>
    public sealed record Page(
        RetentionView? View, ExitCounts? Exits, string By, IReadOnlyList<Choice> Columns, IReadOnlyList<RoleLevel> Levels, IReadOnlyList<Narrowing> Narrowings, bool MayImport);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, Page>
    {
        public async Task<Page> Handle(Query query, CancellationToken ct)
        {
            var mayImport = viewer.May(Right.ImportEmployees);
            var hires = await Hires.Load(db, ct);
            if (hires.All.Count == 0) return new(null, null, Column.Channel, [], [], [], mayImport);
            var study = RetentionStudy.Of(hires, query.Filter, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            var exits = await ExitCounts.Load(db, viewer, study.Hires, ct);
            return new(
                RetentionView.Of(study), exits, study.By.Key, [.. hires.Columns.Select(c => new Choice(c.Key, Capital(c.Label)))],
                [.. hires.All.Select(h => h.Level).OfType<RoleLevel>().Distinct().Order()], Offered(hires), mayImport);
        }

        private static List<Narrowing> Offered(Hires hires) =>
            [.. hires.Columns.Where(c => c.Key != "level").Select(c => (Column: c, Values: hires.Values(c))).Where(c => c.Values.Count is > 1 and <= MostOffered)
                .SelectMany(c => c.Values.Select(v => new Narrowing(Capital(c.Column.Label), $"{c.Column.Key}={v}", v)))];

        private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
