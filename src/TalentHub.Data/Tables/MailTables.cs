using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalentHub.Data.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Mail;

namespace TalentHub.Data.Tables;

internal sealed class LetterTable : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> table)
    {
        table.HasIndex(l => l.Key).IsUnique();
        table.HasIndex(l => new { l.State, l.DueAt });
        table.HasIndex(l => new { l.InterviewId, l.State });
        table.HasIndex(l => l.ScorecardId);
        table.HasOne<Application>().WithMany().HasForeignKey(l => l.ApplicationId);
        table.HasOne<Interview>().WithMany().HasForeignKey(l => l.InterviewId);
        table.HasOne<Account>().WithMany().HasForeignKey(l => l.ToAccountId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Candidate>().WithMany().HasForeignKey(l => l.ToCandidateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MailTemplateTable : IEntityTypeConfiguration<MailTemplate>
{
    public void Configure(EntityTypeBuilder<MailTemplate> table) => table.HasIndex(t => t.Kind).IsUnique();
}
