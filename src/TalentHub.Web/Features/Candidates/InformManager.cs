using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>HR says that an insider's manager may know of the application (rule 4).</summary>
public static class InformManager
{
    [Requires(Right.WorkCandidates)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var application = await db.Applications.WorkableBy(viewer).AsTracking().Include(a => a.Candidate).SingleOrDefaultAsync(a => a.Id == command.Id, ct) ?? throw new NotFound("That application");
            if (!viewer.Is(Role.Hr)) throw new Forbidden("Only HR says when an insider’s manager may know.");
            Rule.Holds(application.Candidate!.IsInternal, "not-internal", "This candidate does not work here, so there is no manager to tell.");
            application.InformManager(clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}
