using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Questions;

/// <summary>
/// Changes the wording of a question. The new wording waits for approval; kits keep the one they were drawn with. Whoever may only propose
/// rewords what they wrote themselves, as long as nobody has approved it.
/// </summary>
public static class EditQuestion
{
    [Requires(Right.ProposeQuestions)]
    public sealed record Query(Guid Id) : IQuery<Sheet>;

    public sealed record Sheet(string Competency, bool Approved, Command Form);

    [Requires(Right.ProposeQuestions)]
    public sealed record Command : QuestionWords, ICommand, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => QuestionRules.Check(this);
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var question = await db.Questions.WordedBy(viewer).Include(q => q.Competency).SingleOrDefaultAsync(q => q.Id == query.Id && q.RetiredAt == null, ct) ?? throw new NotFound("That question");
            return new Sheet(question.Competency!.Name, question.ApprovedAt is not null, new Command
            {
                Id = question.Id,
                Version = question.Version,
                Kind = question.Kind,
                Text = question.Text,
                Probes = string.Join('\n', question.Probes),
                AnchorOne = question.Anchors.One,
                AnchorThree = question.Anchors.Three,
                AnchorFive = question.Anchors.Five,
                Minutes = question.Minutes,
                Brief = question.Brief,
                StrongAnswer = question.StrongAnswer,
                RehearsedAnswer = question.RehearsedAnswer,
            });
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var question = await db.Questions.WordedBy(viewer).AsTracking().SingleOrDefaultAsync(q => q.Id == command.Id, ct) ?? throw new NotFound("That question");
            question.Edit(command.Version);
            question.Revise(command.Wording(), viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}
