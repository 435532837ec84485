using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Openings;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>Puts someone on the hiring team.</summary>
public static class AddTeamMember
{
    [Requires(Right.WorkOpenings)]
    public sealed record Command : ICommand
    {
        public Guid Id { get; set; }
        public Guid? AccountId { get; set; }
        public TeamPart Part { get; set; } = TeamPart.Interviewer;
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.AccountId).NotNull().WithMessage("Please choose a person.");
            RuleFor(c => c.Part).IsInEnum().WithMessage("Please choose a part.");
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var opening = await db.Openings.WorkableBy(viewer).AsTracking().Include(o => o.Team).SingleOrDefaultAsync(o => o.Id == command.Id, ct) ?? throw new NotFound("That opening");
            var account = command.AccountId!.Value;
            var candidacies = db.Applications.Where(a => a.OpeningId == command.Id && db.Employees.Any(e => e.AccountId == account && e.Id == a.Candidate!.EmployeeId)).Select(a => a.Id);
            Rule.Holds(!await db.Applications.VisibleTo(viewer).AnyAsync(a => candidacies.Contains(a.Id), ct), "candidate-here",
                "That person is a candidate for this opening, so they cannot be on its team.", nameof(command.AccountId));
            // One sentence for every other reason: whoever may not know of a candidacy cannot tell it from missing access (rule 4).
            Rule.Holds(await TeamAccounts.MayBe(db, command.Part).AnyAsync(u => u.Id == account, ct) && !await candidacies.AnyAsync(ct), "not-for-this-team",
                "That person cannot take this part on this team. Choose someone else, or ask HR.", nameof(command.AccountId));
            opening.Join(account, command.Part);
            return Unit.Value;
        }
    }
}

/// <summary>Takes someone off the hiring team.</summary>
public static class RemoveTeamMember
{
    [Requires(Right.WorkOpenings)]
    public sealed record Command(Guid Id, Guid AccountId) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var opening = await db.Openings.WorkableBy(viewer).AsTracking().Include(o => o.Team).SingleOrDefaultAsync(o => o.Id == command.Id, ct) ?? throw new NotFound("That opening");
            opening.Leave(command.AccountId);
            return Unit.Value;
        }
    }
}
