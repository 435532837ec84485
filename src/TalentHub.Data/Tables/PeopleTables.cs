using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Data.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Exits;
using TalentHub.Domain.Ramp;

namespace TalentHub.Data.Tables;

internal sealed class EmployeeTable : IEntityTypeConfiguration<Employee>
{
    public void Configure(EntityTypeBuilder<Employee> table)
    {
        table.HasIndex(e => e.Number).IsUnique();
        table.HasIndex(e => e.AccountId);
        // Whoever came back keeps the account of their earlier record; two people never share one.
        table.HasIndex(e => e.AccountId, "IX_Employees_AccountId_Present").IsUnique().HasFilter("\"LeftOn\" IS NULL");
        table.HasIndex(e => e.ManagerId);
        table.HasIndex(e => e.ApplicationId).IsUnique();
        table.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(e => e.ManagerId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Application>().WithMany().HasForeignKey(e => e.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(e => e.Performance).WithOne().HasForeignKey(p => p.EmployeeId);
        table.Property(e => e.Attributes).AsJson();
    }
}

internal sealed class PerformanceTable : IEntityTypeConfiguration<PerformanceRecord>
{
    public void Configure(EntityTypeBuilder<PerformanceRecord> table)
    {
        table.ToTable("PerformanceRecords");
        table.HasIndex(p => new { p.EmployeeId, p.From }).IsUnique();
    }
}

internal sealed class RampPlanTable : IEntityTypeConfiguration<RampPlan>
{
    public void Configure(EntityTypeBuilder<RampPlan> table)
    {
        table.HasOne(p => p.Employee).WithMany().HasForeignKey(p => p.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<RampTemplate>().WithMany().HasForeignKey(p => p.TemplateId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(p => p.Activities).WithOne().HasForeignKey(a => a.RampPlanId);
        table.HasMany(p => p.Milestones).WithOne().HasForeignKey(m => m.RampPlanId);
        table.HasMany(p => p.CheckIns).WithOne().HasForeignKey(c => c.RampPlanId);
        table.HasMany(p => p.Checkpoints).WithOne().HasForeignKey(c => c.RampPlanId);
        table.HasIndex(p => new { p.ClosedOn, p.StartsOn });
        table.Property(p => p.Steps).AsJson();
    }
}

internal sealed class PlanActivityTable : IEntityTypeConfiguration<PlanActivity>
{
    public void Configure(EntityTypeBuilder<PlanActivity> table)
    {
        table.ToTable("PlanActivities");
        table.Property(a => a.WeeklyTargets).AsJson();
    }
}

internal sealed class PlanMilestoneTable : IEntityTypeConfiguration<PlanMilestone>
{
    public void Configure(EntityTypeBuilder<PlanMilestone> table) => table.ToTable("PlanMilestones");
}

internal sealed class CheckInTable : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> table)
    {
        table.ToTable("CheckIns");
        table.HasIndex(c => new { c.RampPlanId, c.Week }).IsUnique();
        table.Property(c => c.Actuals).AsJson();
    }
}

internal sealed class CheckpointTable : IEntityTypeConfiguration<Checkpoint>
{
    public void Configure(EntityTypeBuilder<Checkpoint> table)
    {
        table.ToTable("Checkpoints");
        table.HasIndex(c => new { c.RampPlanId, c.Day }).IsUnique();
    }
}

internal sealed class ExitTable : IEntityTypeConfiguration<Exit>
{
    public void Configure(EntityTypeBuilder<Exit> table)
    {
        table.HasOne(e => e.Employee).WithMany().HasForeignKey(e => e.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(e => e.EmployeeId).IsUnique();
        table.HasIndex(e => e.LastDay);
        table.HasMany(e => e.Reasons).WithOne().HasForeignKey(r => r.ExitId);
        table.HasMany(e => e.Answers).WithOne().HasForeignKey(a => a.ExitId);
    }
}

internal sealed class ExitReasonTable : IEntityTypeConfiguration<ExitReason>
{
    public void Configure(EntityTypeBuilder<ExitReason> table)
    {
        table.ToTable("ExitReasons");
        table.HasIndex(r => new { r.ExitId, r.Side, r.Code }).IsUnique();
    }
}

internal sealed class ExitAnswerTable : IEntityTypeConfiguration<ExitAnswer>
{
    public void Configure(EntityTypeBuilder<ExitAnswer> table)
    {
        table.ToTable("ExitAnswers");
        table.HasIndex(a => new { a.ExitId, a.Key }).IsUnique();
    }
}
