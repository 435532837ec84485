using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TalentHub.Data.Access;
using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;

namespace TalentHub.Data.Auditing;

/// <summary>Writes an audit row for every entity a save changes, in the same transaction. What changed has been looked for before (<see cref="TalentHubDb"/>).</summary>
public sealed class AuditInterceptor(AuditKey key, TimeProvider clock) : SaveChangesInterceptor
{
    private static readonly HashSet<string> AccountProperties = [nameof(Account.DisplayName), nameof(Account.Email), nameof(Account.DisabledAt), nameof(Account.PasswordHash), nameof(Account.LockoutEnd), nameof(Account.TwoFactorEnabled)];
    private static readonly HashSet<string> PersonalAccountProperties = [nameof(Account.DisplayName), nameof(Account.Email)];

    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new InvalidOperationException("Save asynchronously: the audit chain is written in the same breath.");

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (TalentHubDb)eventData.Context!;
        var entries = db.ChangeTracker.Entries().Where(IsAudited).ToList();
        if (entries.Count == 0) return result;

        await db.LockAuditChain(cancellationToken);
        var head = await db.AuditHeads.AsTracking().SingleOrDefaultAsync(cancellationToken);
        if (head is null) db.AuditHeads.Add(head = new AuditHead());
        else await db.Entry(head).ReloadAsync(cancellationToken);

        var at = Truncate(clock.GetUtcNow().UtcDateTime);
        foreach (var entry in entries)
            if (ChangesOf(entry) is { Count: > 0 } changes)
                Append(db, head, entry, changes, at);
        head.Seal = key.Hash("head", Number(head.Seq), head.Hash);
        db.Entry(head).DetectChanges();
        return result;
    }

    /// <summary>The keyed hash of a row: over everything it says and the hash of the row before.</summary>
    internal static string HashOf(AuditKey key, AuditRow row) => key.Hash(
        row.PreviousHash, Number(row.Seq), row.At.ToString("O", CultureInfo.InvariantCulture), row.ActorId.ToString(), row.Action,
        row.EntityType, row.EntityId, row.OpeningId?.ToString(), row.CandidateId?.ToString(), row.Changes);

    internal static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private void Append(TalentHubDb db, AuditHead head, EntityEntry entry, List<(AuditChange Change, string? Before, string? After, string? Salt)> changes, DateTime at)
    {
        var unsigned = new AuditRow
        {
            Seq = head.Seq + 1,
            At = at,
            ActorId = db.Actor,
            Action = db.Doing,
            EntityType = entry.Metadata.ClrType.Name,
            EntityId = entry.Property("Id").CurrentValue!.ToString()!,
            OpeningId = (entry.Entity as IInOpening)?.OpeningId,
            CandidateId = entry.Entity switch { Candidate c => c.Id, Application a => a.CandidateId, IAboutCandidate about => about.CandidateId, _ => null },
            Changes = JsonSerializer.Serialize(changes.Select(c => c.Change)),
            PreviousHash = head.Hash,
            Hash = "",
        };
        var row = new AuditRow
        {
            Seq = unsigned.Seq,
            At = at,
            ActorId = unsigned.ActorId,
            Action = unsigned.Action,
            EntityType = unsigned.EntityType,
            EntityId = unsigned.EntityId,
            OpeningId = unsigned.OpeningId,
            CandidateId = unsigned.CandidateId,
            Changes = unsigned.Changes,
            PreviousHash = head.Hash,
            Hash = HashOf(key, unsigned),
        };
        db.AuditRows.Add(row);
        (head.Seq, head.Hash) = (row.Seq, row.Hash);
        if (entry.Entity is IForgettable { ForgottenAt: not null }) return;
        foreach (var (change, before, after, salt) in changes.Where(c => c.Change.Kind == "personal"))
            db.AuditPersonals.Add(new AuditPersonal { Seq = row.Seq, Property = change.Property, Salt = salt!, Before = before, After = after });
    }

    private List<(AuditChange, string?, string?, string?)> ChangesOf(EntityEntry entry)
    {
        var list = new List<(AuditChange, string?, string?, string?)>();
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.Name;
            if (name is "Id" or nameof(Entity.Version) or nameof(Candidate.SortName)) continue;
            if (entry.Entity is Account && !AccountProperties.Contains(name)) continue;
            if (entry.State == EntityState.Modified && !property.IsModified) continue;
            var before = entry.State == EntityState.Added ? null : Text(property.OriginalValue);
            var after = entry.State == EntityState.Deleted ? null : Text(property.CurrentValue);
            if (before == after) continue;
            if (name == nameof(Account.PasswordHash)) { list.Add((new(name, null, null, "sealed"), null, null, null)); continue; }
            var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            list.Add(KindOf(entry.Entity, property) switch
            {
                "plain" => (new(name, before, after), null, null, null),
                "sealed" => (new(name, Digest(salt, before), Digest(salt, after), "sealed"), null, null, null),
                _ => (new(name, Digest(salt, before), Digest(salt, after), "personal"), before, after, salt),
            });
        }
        return list;
    }

    private string? Digest(string salt, string? value) => value is null ? null : key.Hash(salt, value);

    private static string KindOf(object entity, PropertyEntry property)
    {
        if (entity is Account) return PersonalAccountProperties.Contains(property.Metadata.Name) ? "personal" : "plain";
        var info = property.Metadata.PropertyInfo;
        return info?.GetCustomAttribute<PersonalAttribute>() is not null ? "personal" : info?.GetCustomAttribute<SealedAttribute>() is not null ? "sealed" : "plain";
    }

    private static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is Entity or Account
        && entry.Entity is not INotAudited;

    private static string? Text(object? value) => value switch
    {
        null => null,
        string s => s,
        DateTime t => t.ToString("O", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value, value.GetType()),
    };

    /// <summary>PostgreSQL keeps microseconds; what is hashed must read back the same.</summary>
    private static DateTime Truncate(DateTime t) => new(t.Ticks - t.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}
