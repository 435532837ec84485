using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Questions;

/// <summary>Lets kits hold the present wording. Whoever wrote it leaves that to somebody else, unless there is nobody.</summary>
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
            question.Approve(viewer.AccountId, await SecondReaders.Missing(db, viewer, ct), clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}

/// <summary>Approves several waiting questions at once. Those no longer waiting, and those the viewer wrote, are left as they are.</summary>
public static class ApproveQuestions
{
    [Requires(Right.WorkLibrary)]
    public sealed record Command(IReadOnlyCollection<Guid> Ids) : ICommand<int>;

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var ids = command.Ids.Take(ListQuestions.PageSize).ToList();
            var alone = await SecondReaders.Missing(db, viewer, ct);
            var waiting = await db.Questions.AsTracking().Where(q => ids.Contains(q.Id) && q.ApprovedAt == null && q.RetiredAt == null && (alone || q.WrittenBy != viewer.AccountId)).ToListAsync(ct);
            foreach (var question in waiting) question.Approve(viewer.AccountId, alone, clock.GetUtcNow().UtcDateTime);
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

/// <summary>Who else could read a wording before a kit holds it.</summary>
internal static class SecondReaders
{
    /// <summary>Whether nobody but the viewer may approve questions here: then the writer's own reading has to do.</summary>
    public static async Task<bool> Missing(TalentHubDb db, Viewer viewer, CancellationToken ct)
    {
        var roles = Rights.HoldersOf(Right.WorkLibrary);
        return !await db.RoleGrants.AnyAsync(g => roles.Contains(g.Role) && g.AccountId != viewer.AccountId && db.Users.Any(u => u.Id == g.AccountId && u.DisabledAt == null && (u.PasswordHash != null || u.DemoNote != null)), ct);
    }

    /// <summary>Questions the viewer may reword: all for those who look after the library; for others what they wrote and nobody approved.</summary>
    public static IQueryable<Question> WordedBy(this IQueryable<Question> questions, Viewer viewer)
    {
        var me = viewer.AccountId;
        return viewer.May(Right.WorkLibrary) ? questions : questions.Where(q => q.WrittenBy == me && q.ApprovedAt == null);
    }
}
