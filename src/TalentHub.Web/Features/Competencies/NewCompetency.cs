using FluentValidation;
using MediatR;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Competencies;

/// <summary>Adds a competency of the company's own.</summary>
public static class NewCompetency
{
    [Requires(Right.WorkLibrary)]
    public sealed record Query : IQuery<Command>;

    [Requires(Right.WorkLibrary)]
    public sealed record Command : CompetencyWords, ICommand<Guid>
    {
        public RoleLevel Level { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Level).IsInEnum().WithMessage("Please choose a level.");
            CompetencyRules.Check(this);
        }
    }

    internal sealed class Reader : IRequestHandler<Query, Command>
    {
        public Task<Command> Handle(Query query, CancellationToken ct) => Task.FromResult(new Command());
    }

    internal sealed class Writer(TalentHubDb db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            await CompetencyRules.CheckName(db, command.Name, command.Level, null, ct);
            var competency = new Competency(command.Name!, command.Level, command.Definition!, command.Anchors()).Explain(command.WhyItMatters, command.DiffersFrom, command.Practice);
            db.Add(competency);
            return competency.Id;
        }
    }
}
