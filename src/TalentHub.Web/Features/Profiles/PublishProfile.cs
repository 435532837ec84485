using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Profiles;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Profiles;

/// <summary>Puts the draft in force. The version published before becomes history and stays with its openings.</summary>
public static class PublishProfile
{
    /// <param name="Version">Version token of the draft the person read.</param>
    [Requires(Right.WorkLibrary)]
    public sealed record Command(Guid Id, int Version) : ICommand<int>;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var profile = await db.Profiles.AsTracking().Include(p => p.Versions).ThenInclude(v => v.Competencies)
                .SingleOrDefaultAsync(p => p.Id == command.Id, ct) ?? throw new NotFound("That profile");
            var draft = profile.Draft ?? throw new RuleBroken("nothing-to-publish", "There is no draft to publish.");
            draft.Edit(command.Version);
            profile.Publish(viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            return draft.Number;
        }
    }
}

/// <summary>Begins the next version as a copy of the published one.</summary>
public static class StartNextVersion
{
    [Requires(Right.WorkLibrary)]
    public sealed record Command(Guid Id) : ICommand<int>;

    internal sealed class Writer(TalentHubDb db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var profile = await db.Profiles.AsTracking().Include(p => p.Versions).ThenInclude(v => v.Competencies).Include(p => p.Versions).ThenInclude(v => v.Indicators)
                .AsSplitQuery().SingleOrDefaultAsync(p => p.Id == command.Id, ct) ?? throw new NotFound("That profile");
            return profile.StartNextVersion().Number;
        }
    }
}
