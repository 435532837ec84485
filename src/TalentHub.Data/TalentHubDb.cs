using System.Text.Json;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using TalentHub.Data.Access;
using TalentHub.Data.Auditing;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.Exits;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Mail;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Ramp;

namespace TalentHub.Data;

/// <summary>The one database context. <see cref="SqliteDb"/> and <see cref="PostgresDb"/> add what their engine does in its own way.</summary>
public abstract class TalentHubDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Who is changing things, for the audit trail; set by the unit of work.</summary>
    public Guid Actor { get; set; }

    /// <summary>What they are doing, for the audit trail: the name of the command.</summary>
    public string Doing { get; set; } = "";

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();
    public DbSet<Competency> Competencies => Set<Competency>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<SuccessProfile> Profiles => Set<SuccessProfile>();
    public DbSet<ProfileVersion> ProfileVersions => Set<ProfileVersion>();
    public DbSet<Opening> Openings => Set<Opening>();
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();
    public DbSet<Stage> Stages => Set<Stage>();
    public DbSet<Kit> Kits => Set<Kit>();
    public DbSet<Candidate> Candidates => Set<Candidate>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<Interview> Interviews => Set<Interview>();
    public DbSet<Scorecard> Scorecards => Set<Scorecard>();
    public DbSet<Rating> Ratings => Set<Rating>();
    public DbSet<Debrief> Debriefs => Set<Debrief>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<AssessmentResult> AssessmentResults => Set<AssessmentResult>();
    public DbSet<ReferenceCheck> ReferenceChecks => Set<ReferenceCheck>();
    public DbSet<Employee> Employees => Set<Employee>();
    public DbSet<RampTemplate> RampTemplates => Set<RampTemplate>();
    public DbSet<RampPlan> RampPlans => Set<RampPlan>();
    public DbSet<Exit> Exits => Set<Exit>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<MailTemplate> MailTemplates => Set<MailTemplate>();
    public DbSet<AuditRow> AuditRows => Set<AuditRow>();
    public DbSet<AuditPersonal> AuditPersonals => Set<AuditPersonal>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<DatabaseMark> Marks => Set<DatabaseMark>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Ids of candidates whose name, e-mail, headline or notes contain the words; index-backed.</summary>
    /// <param name="words">Three characters or more; every word must be found.</param>
    public abstract IQueryable<Guid> CandidatesMatching(string words);

    /// <summary>Holds back other writers until the transaction ends, where the engine does not do so by itself.</summary>
    public abstract Task LockAuditChain(CancellationToken ct);

    /// <summary>Makes saves of one scorecard queue up behind one another, on an engine that would let them race.</summary>
    public abstract Task HoldScorecard(Guid interviewId, Guid authorId, CancellationToken ct);

    /// <summary>Opens the write transaction of a command.</summary>
    public virtual Task<IDbContextTransaction> BeginWrite(CancellationToken ct) => Database.BeginTransactionAsync(ct);

    /// <summary>Saves inside a transaction even when nobody opened one: the audit rows and the change must share it.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // A save that fails takes the whole transaction back with it, so none needs a savepoint to go back to.
        Database.AutoSavepointsEnabled = false;
        if (Database.CurrentTransaction is not null) return await SaveWhatChanged(acceptAllChangesOnSuccess, cancellationToken);
        await using var transaction = await BeginWrite(cancellationToken);
        var count = await SaveWhatChanged(acceptAllChangesOnSuccess, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    /// <summary>Looks for what changed once; the audit trail, which would look again, says itself what it adds.</summary>
    private async Task<int> SaveWhatChanged(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>A context goes back to the pool and serves somebody else next: who was acting stays behind.</summary>
    public override void Dispose()
    {
        LetGo();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose"/>
    public override async ValueTask DisposeAsync()
    {
        LetGo();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Leaves nothing of the one whom the context served in it.</summary>
    private void LetGo() => (Actor, Doing) = (Guid.Empty, "");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TalentHubDb).Assembly);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => typeof(Entity).IsAssignableFrom(t.ClrType)))
        {
            builder.Entity(type.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
            builder.Entity(type.ClrType).Property(nameof(Entity.Version)).IsConcurrencyToken();
        }
    }
}

/// <summary>Times are UTC; SQLite forgets the kind, so it is said again on the way out.</summary>
internal sealed class UtcConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTime, DateTime>(
    v => v.Kind == DateTimeKind.Utc ? v : DateTime.SpecifyKind(v, DateTimeKind.Utc),
    v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

internal static class JsonColumns
{
    /// <summary>Keeps a value as JSON text on both engines.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default),
            v => JsonSerializer.Deserialize<T>(v, JsonSerializerOptions.Default)!,
            new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Default) == JsonSerializer.Serialize(b, JsonSerializerOptions.Default),
                v => JsonSerializer.Serialize(v, JsonSerializerOptions.Default).GetHashCode(StringComparison.Ordinal),
                v => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(v, JsonSerializerOptions.Default), JsonSerializerOptions.Default)!));
        return property;
    }
}
