using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>Rewrites who a candidate is and how to reach them.</summary>
public static class EditCandidate
{
    [Requires(Right.WorkCandidates)]
    public sealed record Query(Guid Id) : IQuery<Command>;

    [Requires(Right.WorkCandidates)]
    public sealed record Command : ICommand, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }
        public string? Name { get; set; }
        public string? Email { get; set; }
        public string? Phone { get; set; }
        public string? Headline { get; set; }
        public string? Notes { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.Name).NotEmpty().WithMessage("Please write the candidate’s name.");
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Command>
    {
        public async Task<Command> Handle(Query query, CancellationToken ct) => await db.Candidates.WorkableBy(db, viewer).Where(c => c.Id == query.Id)
            .Select(c => new Command { Id = c.Id, Version = c.Version, Name = c.Name, Email = c.Email, Phone = c.Phone, Headline = c.Headline, Notes = c.Notes })
            .SingleOrDefaultAsync(ct) ?? throw new NotFound("That candidate");
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var candidate = await db.Candidates.WorkableBy(db, viewer).AsTracking().SingleOrDefaultAsync(c => c.Id == command.Id, ct) ?? throw new NotFound("That candidate");
            candidate.Edit(command.Version);
            await new KnownPeople(db, viewer).CheckAddress(command.Email, candidate.Id, ct);
            candidate.Describe(command.Name!, command.Email, command.Phone, command.Headline, command.Notes);
            return Unit.Value;
        }
    }
}
