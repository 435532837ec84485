using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>A panellist's vote on the proposal, where they read the debrief. It is open to the panel once cast, and theirs to change until the decision.</summary>
public static class CastVote
{
    [Requires(Right.ReadScorecards)]
    public sealed record Command : ICommand
    {
        /// <summary>The application.</summary>
        public Guid Id { get; set; }

        /// <summary>The proposal the voter has read.</summary>
        public Guid ProposalId { get; set; }
        public Stand? Stand { get; set; }
        public string? Words { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.Stand).NotNull().WithMessage("Choose for, against or abstain.").IsInEnum().WithMessage("Choose for, against or abstain.");
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            // One after the other with the decision and with one's own second press.
            await db.LockAuditChain(ct);
            var application = await db.Applications.VisibleTo(viewer).AsTracking().AsSplitQuery().Include(a => a.Scorecards).Include(a => a.Decisions).Include(a => a.Proposals).ThenInclude(p => p.Votes)
                .SingleOrDefaultAsync(a => a.Id == command.Id, ct) ?? throw new NotFound("That application");
            application.CastVote(command.ProposalId, command.Stand!.Value, command.Words, viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}
