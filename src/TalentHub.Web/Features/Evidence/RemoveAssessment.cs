using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Evidence;

/// <summary>HR takes a test result out of the file, with a reason that stays in the audit trail.</summary>
public static class RemoveAssessment
{
    [Requires(Right.WorkCandidates)]
    public sealed record Command(Guid Id, string? RemovalReason) : ICommand<Guid>;

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.RemovalReason).NotEmpty().WithMessage("Write why it goes.").MaximumLength(300).WithMessage("Please keep the reason under 300 characters.");
    }

    /// <summary>Returns the application.</summary>
    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            var result = await CorrectAssessment.Workable(db, viewer).AsTracking().SingleOrDefaultAsync(r => r.Id == command.Id, ct) ?? throw new NotFound("That result");
            if (!viewer.Is(Role.Hr)) throw new Forbidden("Taking a result out of the file is for HR.");
            result.Remove(command.RemovalReason, viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            return result.ApplicationId;
        }
    }
}
