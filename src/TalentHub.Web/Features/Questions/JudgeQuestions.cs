using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Questions;

/// <summary>Lets kits hold the present wording.</summary>
public static class ApproveQuestion
{
    /// <param name="Version">Version token of the wording that was read: approving another's later wording unseen is a conflict.</param>
    [Requires(Right.WorkLibrary)]
    public sealed record Command(Guid Id, int Version) : ICommand;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var question = await db.Questions.AsTracking().SingleOrDefaultAsync(q => q.Id == command.Id, ct) ?? throw new NotFound("That question");
            question.Edit(command.Version);
            question.Approve(viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}

/// <summary>Approves several waiting questions at once. Those no longer waiting are left as they are.</summary>
public static class ApproveQuestions
{
    [Requires(Right.WorkLibrary)]
    public sealed record Command(IReadOnlyCollection<Guid> Ids) : ICommand<int>;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var ids = command.Ids.Take(ListQuestions.PageSize).ToList();
            var waiting = await db.Questions.AsTracking().Where(q => ids.Contains(q.Id) && q.ApprovedAt == null && q.RetiredAt == null).ToListAsync(ct);
            foreach (var question in waiting) question.Approve(viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            return waiting.Count;
        }
    }
}

/// <summary>Takes a question out of use. Kits that hold it keep it.</summary>
public static class RetireQuestion
{
    [Requires(Right.WorkLibrary)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Writer(TalentHubDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var question = await db.Questions.AsTracking().SingleOrDefaultAsync(q => q.Id == command.Id, ct) ?? throw new NotFound("That question");
            question.Retire(clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}
