using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Data.Access;
using TalentHub.Domain.Evidence;

namespace TalentHub.Data.Tables;

internal sealed class AssessmentResultTable : IEntityTypeConfiguration<AssessmentResult>
{
    public void Configure(EntityTypeBuilder<AssessmentResult> table)
    {
        table.ToTable("AssessmentResults");
        table.HasIndex(r => new { r.ApplicationId, r.CompetencyId, r.Vendor, r.Test, r.TakenOn }).IsUnique().HasFilter("\"RemovedAt\" IS NULL");
        table.HasOne(r => r.Application).WithMany().HasForeignKey(r => r.ApplicationId);
        table.HasOne(r => r.Competency).WithMany().HasForeignKey(r => r.CompetencyId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(r => r.EnteredBy).OnDelete(DeleteBehavior.Restrict);
        table.Property(r => r.Earlier).AsJson();
    }
}

internal sealed class ReferenceCheckTable : IEntityTypeConfiguration<ReferenceCheck>
{
    public void Configure(EntityTypeBuilder<ReferenceCheck> table)
    {
        table.ToTable("ReferenceChecks");
        table.HasIndex(r => r.TokenHash).IsUnique();
        // One open question to a person: asking twice at once makes one.
        table.HasIndex(r => new { r.ApplicationId, r.RefereeEmail }).IsUnique().HasFilter("\"RevokedAt\" IS NULL AND \"RefereeEmail\" IS NOT NULL");
        table.HasOne(r => r.Application).WithMany().HasForeignKey(r => r.ApplicationId);
        table.HasOne<Account>().WithMany().HasForeignKey(r => r.AskedBy).OnDelete(DeleteBehavior.Restrict);
        table.Property(r => r.Answers).AsJson();
    }
}
