using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Mail;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Interviews;

/// <summary>Puts somebody more on a planned interview's panel, or takes somebody off it. Both hear of it by mail.</summary>
public static class ChangePanel
{
    [Requires(Right.WorkOpenings)]
    public sealed record Seat(Guid Id, Guid? AccountId) : ICommand;

    [Requires(Right.WorkOpenings)]
    public sealed record Unseat(Guid Id, Guid AccountId) : ICommand;

    public sealed class Rules : AbstractValidator<Seat>
    {
        public Rules() => RuleFor(c => c.AccountId).NotNull().WithMessage("Choose who joins the panel.");
    }

    internal sealed class Seater(TalentHubDb db, Viewer viewer, InterviewPost post, TimeProvider clock) : IRequestHandler<Seat, Unit>
    {
        public async Task<Unit> Handle(Seat command, CancellationToken ct)
        {
            await db.LockAuditChain(ct);
            var interview = await ChangeInterview.Workable(db, viewer, command.Id, ct);
            var account = command.AccountId!.Value;
            Rule.Holds(await db.TeamMembers.AnyAsync(t => t.OpeningId == interview.OpeningId && t.AccountId == account, ct), "panel-not-on-team",
                "Everybody on the panel must be on the hiring team. Add them to the team first.", nameof(Seat.AccountId));
            Rule.Holds(await db.FreeToJudge(interview.OpeningId, interview.CandidateId).AnyAsync(id => id == account, ct), "panel-not-free",
                "Somebody you chose cannot sit on this panel. Choose others.", nameof(Seat.AccountId));
            interview.Seat(account, await db.Debriefs.AnyAsync(d => d.ApplicationId == interview.ApplicationId, ct), viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            await post.ToPanel(interview, LetterKind.PanelInvitation, [account], ct);
            return Unit.Value;
        }
    }

    internal sealed class Unseater(TalentHubDb db, Viewer viewer, InterviewPost post, TimeProvider clock) : IRequestHandler<Unseat, Unit>
    {
        public async Task<Unit> Handle(Unseat command, CancellationToken ct)
        {
            await db.LockAuditChain(ct);
            var interview = await ChangeInterview.Workable(db, viewer, command.Id, ct);
            var at = clock.GetUtcNow().UtcDateTime;
            interview.Unseat(command.AccountId, await db.Debriefs.AnyAsync(d => d.ApplicationId == interview.ApplicationId, ct), viewer.AccountId, at);
            await db.OpenIfAllIn(interview.ApplicationId, at, ct);
            await post.ToPanel(interview, LetterKind.PanelCancellation, [command.AccountId], ct);
            return Unit.Value;
        }
    }
}
