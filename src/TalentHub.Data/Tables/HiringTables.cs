using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Data.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Profiles;

namespace TalentHub.Data.Tables;

internal sealed class OpeningTable : IEntityTypeConfiguration<Opening>
{
    public void Configure(EntityTypeBuilder<Opening> table)
    {
        table.HasOne(o => o.ProfileVersion).WithMany().HasForeignKey(o => o.ProfileVersionId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(o => o.Team).WithOne(t => t.Opening).HasForeignKey(t => t.OpeningId);
        table.HasMany(o => o.Preparation).WithOne().HasForeignKey(p => p.OpeningId);
        table.HasMany(o => o.Stages).WithOne(s => s.Opening).HasForeignKey(s => s.OpeningId);
        table.HasMany(o => o.Applications).WithOne(a => a.Opening).HasForeignKey(a => a.OpeningId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(o => new { o.Status, o.OpenedOn });
        // Read on every request of those who see all openings but these.
        table.HasIndex(o => o.Confidential).HasFilter("\"Confidential\"");
    }
}

internal sealed class TeamMemberTable : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> table)
    {
        table.HasIndex(t => new { t.OpeningId, t.AccountId }).IsUnique();
        table.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PreparationAnswerTable : IEntityTypeConfiguration<PreparationAnswer>
{
    public void Configure(EntityTypeBuilder<PreparationAnswer> table)
    {
        table.ToTable("PreparationAnswers");
        table.HasIndex(p => new { p.OpeningId, p.Key }).IsUnique();
    }
}

internal sealed class StageTable : IEntityTypeConfiguration<Stage>
{
    public void Configure(EntityTypeBuilder<Stage> table)
    {
        table.HasIndex(s => new { s.OpeningId, s.Order });
        table.HasMany(s => s.Kits).WithOne().HasForeignKey(k => k.StageId);
        table.Property(s => s.CompetencyIds).AsJson();
        table.Property(s => s.Pool).AsJson();
        table.Ignore(s => s.CurrentKit);
    }
}

internal sealed class KitTable : IEntityTypeConfiguration<Kit>
{
    public void Configure(EntityTypeBuilder<Kit> table)
    {
        table.HasIndex(k => new { k.StageId, k.Number }).IsUnique();
        table.HasMany(k => k.Questions).WithOne().HasForeignKey(q => q.KitId);
    }
}

internal sealed class KitQuestionTable : IEntityTypeConfiguration<KitQuestion>
{
    public void Configure(EntityTypeBuilder<KitQuestion> table)
    {
        table.ToTable("KitQuestions");
        table.HasOne(q => q.Competency).WithMany().HasForeignKey(q => q.CompetencyId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(q => q.QuestionId);
        table.ComplexProperty(q => q.Anchors);
        table.Property(q => q.Probes).AsJson();
    }
}

internal sealed class CandidateTable : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> table)
    {
        table.HasIndex(c => new { c.SortName, c.Id });
        table.HasIndex(c => new { c.AddedAt, c.Id });
        table.HasIndex(c => c.Email).IsUnique();
        table.HasOne(c => c.Employee).WithMany().HasForeignKey(c => c.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        // Nearly nobody among the candidates works here; an index of the outsiders too would make the planner avoid it.
        table.HasIndex(c => c.EmployeeId).HasFilter("\"EmployeeId\" IS NOT NULL");
        table.HasMany(c => c.Applications).WithOne(a => a.Candidate).HasForeignKey(a => a.CandidateId);
        table.Ignore(c => c.IsInternal);
    }
}

internal sealed class ApplicationTable : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> table)
    {
        table.HasIndex(a => new { a.CandidateId, a.OpeningId }).IsUnique();
        table.HasIndex(a => new { a.OpeningId, a.State, a.StageId });
        table.HasIndex(a => new { a.State, a.MovedAt });
        // With the candidate in them, so that SQLite, which keeps no statistics, never reads a whole channel to check one person.
        table.HasIndex(a => new { a.State, a.CandidateId });
        table.HasIndex(a => new { a.Channel, a.CandidateId });
        table.HasOne(a => a.Stage).WithMany().HasForeignKey(a => a.StageId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(a => a.Moves).WithOne().HasForeignKey(m => m.ApplicationId);
        table.HasMany(a => a.Interviews).WithOne(i => i.Application).HasForeignKey(i => i.ApplicationId);
        table.HasMany(a => a.Scorecards).WithOne(s => s.Application).HasForeignKey(s => s.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(a => a.Decisions).WithOne(d => d.Application).HasForeignKey(d => d.ApplicationId);
        table.HasMany(a => a.Proposals).WithOne(p => p.Application).HasForeignKey(p => p.ApplicationId);
        table.Ignore(a => a.OpenProposal);
        table.HasOne(a => a.Debrief).WithOne().HasForeignKey<Debrief>(d => d.ApplicationId);
    }
}

internal sealed class StageMoveTable : IEntityTypeConfiguration<StageMove>
{
    public void Configure(EntityTypeBuilder<StageMove> table) => table.ToTable("StageMoves");
}

internal sealed class InterviewTable : IEntityTypeConfiguration<Interview>
{
    public void Configure(EntityTypeBuilder<Interview> table)
    {
        table.HasIndex(i => i.StartsAt);
        table.HasOne(i => i.Opening).WithMany().HasForeignKey(i => i.OpeningId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(i => i.Candidate).WithMany().HasForeignKey(i => i.CandidateId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(i => i.Stage).WithMany().HasForeignKey(i => i.StageId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(i => i.Kit).WithMany().HasForeignKey(i => i.KitId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(i => i.Scorecards).WithOne(s => s.Interview).HasForeignKey(s => s.InterviewId);
        table.HasMany(i => i.PanelMoves).WithOne().HasForeignKey(m => m.InterviewId);
    }
}

internal sealed class PanelMoveTable : IEntityTypeConfiguration<PanelMove>
{
    public void Configure(EntityTypeBuilder<PanelMove> table) => table.ToTable("PanelMoves");
}

internal sealed class ScorecardTable : IEntityTypeConfiguration<Scorecard>
{
    public void Configure(EntityTypeBuilder<Scorecard> table)
    {
        table.HasIndex(s => new { s.InterviewId, s.AuthorId }).IsUnique();
        table.HasIndex(s => new { s.AuthorId, s.SubmittedAt });
        table.HasOne(s => s.Opening).WithMany().HasForeignKey(s => s.OpeningId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(s => s.AuthorId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(s => s.Ratings).WithOne(r => r.Scorecard).HasForeignKey(r => r.ScorecardId);
        table.HasMany(s => s.Revisions).WithOne().HasForeignKey(r => r.ScorecardId);
        table.HasMany(s => s.Reopenings).WithOne(r => r.Scorecard).HasForeignKey(r => r.ScorecardId);
        table.Property(s => s.RedFlags).AsJson();
        table.Ignore(s => s.IsOutstanding);
    }
}

internal sealed class RatingTable : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> table)
    {
        table.HasIndex(r => new { r.ScorecardId, r.KitQuestionId }).IsUnique();
        table.HasIndex(r => r.CompetencyId);
        table.HasOne(r => r.KitQuestion).WithMany().HasForeignKey(r => r.KitQuestionId).OnDelete(DeleteBehavior.Restrict);
        table.Ignore(r => r.IsGiven);
    }
}

internal sealed class ScorecardRevisionTable : IEntityTypeConfiguration<ScorecardRevision>
{
    public void Configure(EntityTypeBuilder<ScorecardRevision> table)
    {
        table.ToTable("ScorecardRevisions");
        table.HasIndex(r => new { r.ScorecardId, r.Number }).IsUnique();
    }
}

internal sealed class ScorecardReopeningTable : IEntityTypeConfiguration<ScorecardReopening>
{
    public void Configure(EntityTypeBuilder<ScorecardReopening> table)
    {
        table.ToTable("ScorecardReopenings");
        table.HasIndex(r => new { r.ScorecardId, r.At });
        table.HasOne<Account>().WithMany().HasForeignKey(r => r.By).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DecisionTable : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> table)
    {
        table.HasMany(d => d.Dissents).WithOne().HasForeignKey(d => d.DecisionId);
        table.Property(d => d.On).AsJson();
        table.Property(d => d.Trace).AsJson();
        table.Ignore(d => d.TakeBackUntil);
    }
}

internal sealed class ProposalTable : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> table)
    {
        table.HasMany(p => p.Votes).WithOne().HasForeignKey(v => v.ProposalId);
        table.Property(p => p.On).AsJson();
    }
}

internal sealed class VoteTable : IEntityTypeConfiguration<Vote>
{
    public void Configure(EntityTypeBuilder<Vote> table)
    {
        table.ToTable("Votes");
        table.HasIndex(v => new { v.ProposalId, v.AccountId }).IsUnique();
    }
}

internal sealed class DissentTable : IEntityTypeConfiguration<Dissent>
{
    public void Configure(EntityTypeBuilder<Dissent> table) => table.ToTable("Dissents");
}
