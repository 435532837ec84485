using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Questions;

/// <summary>Adds a question to the bank; it waits until somebody else has read and approved it.</summary>
public static class NewQuestion
{
    [Requires(Right.ProposeQuestions)]
    public sealed record Query : IQuery<IReadOnlyList<Choice>>;

    public sealed record Choice(Guid Id, string Name, RoleLevel Level);

    [Requires(Right.ProposeQuestions)]
    public sealed record Command : QuestionWords, ICommand<Guid>
    {
        public Guid? CompetencyId { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.CompetencyId).NotNull().WithMessage("Please choose the competency it asks for.");
            QuestionRules.Check(this);
        }
    }

    internal sealed class Reader(TalentHubDb db) : IRequestHandler<Query, IReadOnlyList<Choice>>
    {
        public async Task<IReadOnlyList<Choice>> Handle(Query query, CancellationToken ct) =>
            await db.Competencies.OrderBy(c => c.Level).ThenBy(c => c.Name).Select(c => new Choice(c.Id, c.Name, c.Level)).ToListAsync(ct);
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            var competency = await db.Competencies.AsTracking().SingleOrDefaultAsync(c => c.Id == command.CompetencyId, ct)
                ?? throw new RuleBroken("competency-unknown", "Please choose a competency from the list.", nameof(command.CompetencyId));
            var question = new Question(competency, command.Wording(), viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            db.Add(question);
            return question.Id;
        }
    }
}
