using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.Values;
using TalentHub.Seed;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Profiles;

/// <summary>Begins a success profile, empty or from a model that ships with the product.</summary>
public static class NewProfile
{
    [Requires(Right.WorkLibrary)]
    public sealed record Query : IQuery<IReadOnlyList<Model>>;

    /// <summary>A profile to start from.</summary>
    public sealed record Model(string Key, string Name, RoleLevel Level, int Competencies);

    [Requires(Right.WorkLibrary)]
    public sealed record Command : ICommand<Guid>
    {
        public string? Name { get; set; }
        public RoleLevel Level { get; set; }
        public string? Variant { get; set; }

        /// <summary>Key of the model to start from; none for an empty profile.</summary>
        public string? From { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Level).IsInEnum().WithMessage("Please choose a level.");
            RuleFor(c => c.From).Must(key => string.IsNullOrEmpty(key) || Content.Profiles.Any(p => p.Key == key)).WithMessage("That model is not in the list.");
        }
    }

    internal sealed class Reader : IRequestHandler<Query, IReadOnlyList<Model>>
    {
        public Task<IReadOnlyList<Model>> Handle(Query query, CancellationToken ct) => Task.FromResult<IReadOnlyList<Model>>(
            [.. Content.Profiles.Select(p => new Model(p.Key, p.Name, p.RoleLevel, p.Competencies.Count))]);
    }

    internal sealed class Writer(TalentHubDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            var model = Content.Profiles.SingleOrDefault(p => p.Key == command.From);
            var name = string.IsNullOrWhiteSpace(command.Name) ? model?.Name : command.Name;
            var profile = new SuccessProfile(name ?? "", model?.RoleLevel ?? command.Level, string.IsNullOrWhiteSpace(command.Variant) ? model?.Variant : command.Variant);
            Rule.Holds(!await db.Profiles.AnyAsync(p => p.Name == profile.Name, ct), "profile-name-taken", $"There is already a profile called “{profile.Name}”. Choose another name, or start its next version.", nameof(command.Name));
            var competencies = await StarterLibrary.Bring(db, profile.Level, clock.GetUtcNow().UtcDateTime, ct);
            if (model is not null)
            {
                var draft = profile.Draft!;
                draft.Describe(model.Purpose, model.WhyJoin, model.Channels);
                draft.Weigh(model.Competencies.Select(c => (competencies[c.CompetencyKey], c.Weight, c.Target)));
                draft.Indicate([.. model.Leading.Select(i => (IndicatorKind.Leading, i.Name, (string?)i.Evidence)), .. model.Lagging.Select(i => (IndicatorKind.Lagging, i.Name, (string?)i.Evidence))]);
            }
            db.Add(profile);
            return profile.Id;
        }
    }
}
