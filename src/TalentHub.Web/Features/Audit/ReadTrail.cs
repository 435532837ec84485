using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Auditing;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Audit;

public static class ReadTrail
{
    private const int PageSize = 50;

    /// <param name="Before">Show rows older than this one.</param>
    [Requires(Right.ReadAudit)]
    public sealed record Query(string? Kind, Guid? Actor, long? Before) : IQuery<View>;

    public sealed record View(IReadOnlyList<Row> Rows, long? Older, IReadOnlyList<(string Name, string Words)> Kinds, IReadOnlyList<(Guid Id, string Name)> Actors);

    public sealed record Row(long Seq, DateTime At, string Who, string Action, string Kind, string Subject, IReadOnlyList<Change> Changes);

    /// <param name="Sealed">It changed; what it says is not for the trail.</param>
    public sealed record Change(string Property, string Before, string After, bool Sealed);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var rows = db.AuditRows.AsNoTracking().VisibleTo(db, viewer);
            if (!string.IsNullOrEmpty(query.Kind)) rows = rows.Where(r => r.EntityType == query.Kind);
            if (query.Actor is { } actor) rows = rows.Where(r => r.ActorId == actor);
            if (query.Before is { } before) rows = rows.Where(r => r.Seq < before);
            var page = await rows.OrderByDescending(r => r.Seq).Take(PageSize + 1).ToListAsync(ct);
            var shown = page.Take(PageSize).ToList();
            var seqs = shown.Select(r => r.Seq).ToList();
            var personal = (await db.AuditPersonals.AsNoTracking().Where(p => seqs.Contains(p.Seq)).ToListAsync(ct)).ToDictionary(p => (p.Seq, p.Property));
            var names = await db.Users.AsNoTracking().OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName }).ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
            names[Viewer.Console.AccountId] = Viewer.Console.Name;
            names[Viewer.Referee.AccountId] = Viewer.Referee.Name;
            names[Guid.Empty] = "sign-in";
            return new View([.. shown.Select(r => RowOf(r, personal, names))], page.Count > PageSize ? shown[^1].Seq : null, AuditWords.Kinds(db), [.. names.Select(n => (n.Key, n.Value))]);
        }
    }

    private static Row RowOf(AuditRow row, Dictionary<(long, string), AuditPersonal> personal, Dictionary<Guid, string> names)
    {
        var changes = JsonSerializer.Deserialize<List<AuditChange>>(row.Changes)!.Select(c => ChangeOf(row.Seq, c, personal, names)).ToList();
        var subject = Guid.TryParse(row.EntityId, out var id) && names.TryGetValue(id, out var name) ? name : $"…{row.EntityId[^Math.Min(6, row.EntityId.Length)..]}";
        return new Row(row.Seq, row.At, names.GetValueOrDefault(row.ActorId, "someone no longer here"), AuditWords.Of(row.Action), AuditWords.Of(row.EntityType), subject, changes);
    }

    private static Change ChangeOf(long seq, AuditChange change, Dictionary<(long, string), AuditPersonal> personal, Dictionary<Guid, string> names)
    {
        var property = AuditWords.Of(change.Property);
        if (change.Kind == "sealed") return new Change(property, "", "", true);
        if (change.Kind != "personal") return new Change(property, AuditWords.Value(change.Before, names), AuditWords.Value(change.After, names), false);
        return personal.TryGetValue((seq, change.Property), out var value)
            ? new Change(property, AuditWords.Value(value.Before, names), AuditWords.Value(value.After, names), false)
            : new Change(property, "erased", "erased", false);
    }
}
