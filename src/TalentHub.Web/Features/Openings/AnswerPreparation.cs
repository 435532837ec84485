using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Seed;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>The checklist to answer before the first interview, saved all at once.</summary>
public static class AnswerPreparation
{
    [Requires(Right.ReadOpenings)]
    public sealed record Query(Guid Id) : IQuery<Sheet>;

    public sealed record Sheet(string Title, IReadOnlyList<ChecklistQuestion> Questions, IReadOnlyDictionary<string, Given> Given, bool MayWork, Command Form);

    public sealed record Given(string Text, string By, DateTime At);

    [Requires(Right.WorkOpenings)]
    public sealed record Command : ICommand, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }
        public List<Answer> Answers { get; set; } = [];
    }

    public sealed class Answer
    {
        public string? Key { get; set; }
        public string? Text { get; set; }

        /// <summary>The question, for saying what two people wrote differently.</summary>
        [BindNever] public string? Question { get; set; }

        public override string ToString() => string.IsNullOrWhiteSpace(Text) ? "" : $"{Question} {Text.Trim()}";
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var workable = db.Openings.WorkableBy(viewer);
            var opening = await db.Openings.VisibleTo(viewer).Where(o => o.Id == query.Id).Select(o => new { o.Title, o.Level, o.Version, MayWork = workable.Any(w => w.Id == o.Id) }).SingleOrDefaultAsync(ct)
                ?? throw new NotFound("That opening");
            var given = await db.Openings.Where(o => o.Id == query.Id).SelectMany(o => o.Preparation)
                .Select(p => new { p.Key, p.Text, p.At, By = db.Users.Where(u => u.Id == p.By).Select(u => u.DisplayName).FirstOrDefault() }).ToDictionaryAsync(p => p.Key, p => new Given(p.Text, p.By ?? "someone no longer here", p.At), ct);
            var questions = Content.Preparation(opening.Level);
            return new Sheet(opening.Title, questions, given, opening.MayWork && viewer.May(Right.WorkOpenings), new Command
            {
                Id = query.Id,
                Version = opening.Version,
                Answers = [.. questions.Select(q => new Answer { Key = q.Key, Question = q.Text, Text = given.GetValueOrDefault(q.Key)?.Text })],
            });
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var opening = await db.Openings.WorkableBy(viewer).AsTracking().Include(o => o.Preparation).SingleOrDefaultAsync(o => o.Id == command.Id, ct) ?? throw new NotFound("That opening");
            opening.Edit(command.Version);
            var answers = command.Answers.Where(a => a.Key is not null).DistinctBy(a => a.Key).ToDictionary(a => a.Key!, a => a.Text?.ReplaceLineEndings("\n"));
            foreach (var question in Content.Preparation(opening.Level))
                if (answers.TryGetValue(question.Key, out var text))
                    opening.Answer(question.Key, text, viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}
