using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Data.Access;
using TalentHub.Data.Auditing;
using TalentHub.Domain.Access;

namespace TalentHub.Data.Tables;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("Accounts");
        table.Property(a => a.DisplayName).HasMaxLength(120);
    }
}

internal sealed class RoleGrantTable : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> table)
    {
        table.HasIndex(g => new { g.AccountId, g.Role }).IsUnique();
        table.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId);
    }
}

internal sealed class AuditRowTable : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> table)
    {
        table.ToTable("AuditRows");
        table.HasKey(r => r.Seq);
        table.Property(r => r.Seq).ValueGeneratedNever();
        table.HasIndex(r => new { r.EntityType, r.EntityId });
        table.HasIndex(r => r.ActorId);
    }
}

internal sealed class AuditPersonalTable : IEntityTypeConfiguration<AuditPersonal>
{
    public void Configure(EntityTypeBuilder<AuditPersonal> table)
    {
        table.ToTable("AuditPersonals");
        table.HasKey(p => new { p.Seq, p.Property });
        table.Property(p => p.Seq).ValueGeneratedNever();
    }
}

internal sealed class AuditHeadTable : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> table)
    {
        table.ToTable("AuditHeads");
        table.Property(h => h.Id).ValueGeneratedNever();
    }
}

internal sealed class DatabaseMarkTable : IEntityTypeConfiguration<DatabaseMark>
{
    public void Configure(EntityTypeBuilder<DatabaseMark> table) => table.HasKey(m => m.Name);
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> table) => table.HasKey(k => k.Name);
}
