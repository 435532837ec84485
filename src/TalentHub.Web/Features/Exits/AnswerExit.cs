using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Exits;
using TalentHub.Seed;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Exits;

/// <summary>The exit interview, filled in by HR with the leaver or by the leaver alone, who sees nothing else of their exit.</summary>
public static class AnswerExit
{
    [Requires(Right.AnswerExit)]
    public sealed record Query(Guid Id) : IQuery<Sheet>;

    /// <param name="IsOwn">The viewer is the leaver.</param>
    public sealed record Sheet(Command Form, string Name, DateOnly LastDay, DateTime? InterviewedAt, bool IsOwn);

    [Requires(Right.AnswerExit)]
    public sealed class Command : ICommand, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }
        public List<Answer> Answers { get; set; } = [];
    }

    public sealed class Answer
    {
        public string Key { get; set; } = "";
        public string? Text { get; set; }
        public int? Scale { get; set; }

        public override string ToString() => $"{Key}: {Scale}{Text}";
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        private static readonly HashSet<string> Keys = [.. Content.ExitInterview.Select(q => q.Key)];

        public Rules() => RuleFor(c => c.Answers)
            .Must(a => a.All(x => Keys.Contains(x.Key)) && a.DistinctBy(x => x.Key).Count() == a.Count).WithMessage("One of these questions is not in the exit interview.");
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var exit = await Reach(db, viewer).AsNoTracking().Include(e => e.Employee).Include(e => e.Answers).SingleOrDefaultAsync(e => e.Id == query.Id, ct)
                ?? throw new NotFound("That exit interview");
            var given = exit.Answers.ToDictionary(a => a.Key);
            var answers = Content.ExitInterview.Select(q => new Answer { Key = q.Key, Text = given.GetValueOrDefault(q.Key)?.Text, Scale = given.GetValueOrDefault(q.Key)?.Scale });
            return new(new Command { Id = exit.Id, Version = exit.Version, Answers = [.. answers] }, exit.Employee!.Name, exit.LastDay, exit.InterviewedAt, exit.Employee.AccountId == viewer.AccountId);
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var exit = await Reach(db, viewer).AsTracking().Include(e => e.Answers).SingleOrDefaultAsync(e => e.Id == command.Id, ct) ?? throw new NotFound("That exit interview");
            exit.Edit(command.Version);
            exit.Interview(command.Answers.Select(a => (a.Key, a.Text, a.Scale)), clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }

    /// <summary>HR reaches every exit but their own; whoever leaves reaches theirs, through this interview alone.</summary>
    private static IQueryable<Exit> Reach(TalentHubDb db, Viewer viewer)
    {
        var me = viewer.AccountId;
        if (!viewer.Is(Role.Hr)) return db.Exits.Where(e => e.Employee!.AccountId == me);
        var others = db.Exits.VisibleTo(viewer).Select(e => e.Id);
        return db.Exits.Where(e => e.Employee!.AccountId == me || others.Contains(e.Id));
    }
}
