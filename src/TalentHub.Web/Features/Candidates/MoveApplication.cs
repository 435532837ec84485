using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>Moves an application to a stage, forwards or back. Asking twice for the same stage moves it once.</summary>
public static class MoveApplication
{
    /// <param name="StageId">The stage it should stand at, not how far to go: a form sent twice then does no harm.</param>
    [Requires(Right.WorkCandidates)]
    public sealed record Command(Guid Id, Guid StageId) : ICommand<string>;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken ct)
        {
            var application = await db.Applications.WorkableBy(viewer).AsTracking().SingleOrDefaultAsync(a => a.Id == command.Id, ct) ?? throw new NotFound("That application");
            var stage = await db.Stages.AsTracking().SingleOrDefaultAsync(s => s.Id == command.StageId && s.OpeningId == application.OpeningId, ct)
                ?? throw new RuleBroken("stage-elsewhere", "Choose a stage of this opening’s plan.", nameof(Application.StageId));
            application.MoveTo(stage, viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            return stage.Name;
        }
    }
}
