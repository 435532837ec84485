using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Ramp;

namespace TalentHub.Data.Tables;

internal sealed class CompetencyTable : IEntityTypeConfiguration<Competency>
{
    public void Configure(EntityTypeBuilder<Competency> table)
    {
        table.HasIndex(c => new { c.Level, c.Name }).IsUnique();
        table.ComplexProperty(c => c.Anchors);
    }
}

internal sealed class QuestionTable : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> table)
    {
        table.HasOne(q => q.Competency).WithMany().HasForeignKey(q => q.CompetencyId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(q => new { q.Level, q.CompetencyId });
        table.ComplexProperty(q => q.Anchors);
        table.Property(q => q.Probes).AsJson();
        table.HasMany(q => q.Earlier).WithOne().HasForeignKey(w => w.QuestionId);
    }
}

internal sealed class EarlierWordingTable : IEntityTypeConfiguration<EarlierWording>
{
    public void Configure(EntityTypeBuilder<EarlierWording> table)
    {
        table.ToTable("EarlierWordings");
        table.HasIndex(w => new { w.QuestionId, w.Number }).IsUnique();
        table.ComplexProperty(w => w.Anchors);
        table.Property(w => w.Probes).AsJson();
    }
}

internal sealed class ProfileTable : IEntityTypeConfiguration<SuccessProfile>
{
    public void Configure(EntityTypeBuilder<SuccessProfile> table)
    {
        table.ToTable("Profiles");
        table.HasIndex(p => p.Name).IsUnique();
        table.HasMany(p => p.Versions).WithOne(v => v.Profile).HasForeignKey(v => v.ProfileId);
        table.Ignore(p => p.Draft);
        table.Ignore(p => p.Published);
    }
}

internal sealed class ProfileVersionTable : IEntityTypeConfiguration<ProfileVersion>
{
    public void Configure(EntityTypeBuilder<ProfileVersion> table)
    {
        table.HasIndex(v => new { v.ProfileId, v.Number }).IsUnique();
        table.HasMany(v => v.Competencies).WithOne().HasForeignKey(c => c.ProfileVersionId);
        table.HasMany(v => v.Indicators).WithOne().HasForeignKey(i => i.ProfileVersionId);
        table.Property(v => v.Channels).AsJson();
    }
}

internal sealed class ProfileCompetencyTable : IEntityTypeConfiguration<ProfileCompetency>
{
    public void Configure(EntityTypeBuilder<ProfileCompetency> table)
    {
        table.ToTable("ProfileCompetencies");
        table.HasOne<Competency>().WithMany().HasForeignKey(c => c.CompetencyId).OnDelete(DeleteBehavior.Restrict);
        table.ComplexProperty(c => c.Anchors);
    }
}

internal sealed class ProfileIndicatorTable : IEntityTypeConfiguration<ProfileIndicator>
{
    public void Configure(EntityTypeBuilder<ProfileIndicator> table) => table.ToTable("ProfileIndicators");
}

internal sealed class RampTemplateTable : IEntityTypeConfiguration<RampTemplate>
{
    public void Configure(EntityTypeBuilder<RampTemplate> table)
    {
        table.HasIndex(t => new { t.Name, t.Number }).IsUnique();
        table.Property(t => t.Body).AsJson();
    }
}
