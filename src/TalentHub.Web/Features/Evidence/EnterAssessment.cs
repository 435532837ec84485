using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Evidence;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Evidence;

/// <summary>Enters what a test run elsewhere says of one competency.</summary>
public static class EnterAssessment
{
    [Requires(Right.WorkCandidates)]
    public sealed record Query(Guid Id) : IQuery<View>;

    /// <param name="Competencies">Of the opening's level; those its profile weighs come first.</param>
    public sealed record View(string Candidate, string Opening, bool Active, IReadOnlyList<Choice> Competencies);

    public sealed record Choice(Guid Id, string Name, bool Weighed);

    [Requires(Right.WorkCandidates)]
    public sealed record Command : ICommand<Guid>
    {
        public Guid Id { get; set; }
        public Guid? CompetencyId { get; set; }
        public int? Percentile { get; set; }
        public string? Vendor { get; set; }
        public string? Test { get; set; }
        public DateOnly? TakenOn { get; set; }
        public string? Note { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.CompetencyId).NotNull().WithMessage("Choose the competency the test speaks to.");
            RuleFor(c => c.Percentile).NotNull().WithMessage("Write the percentile, a whole number from 0 to 100.");
            RuleFor(c => c.Vendor).NotEmpty().WithMessage("Write whose test it is.");
            RuleFor(c => c.Test).NotEmpty().WithMessage("Write the name of the test.");
            RuleFor(c => c.TakenOn).NotNull().WithMessage("Say when the test was taken.");
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var head = await db.Applications.GatheredBy(viewer).Where(a => a.Id == query.Id)
                .Select(a => new { a.Candidate!.Name, a.Opening!.Title, a.Opening.Level, a.Opening.ProfileVersionId, a.State }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That application");
            var weighed = db.ProfileVersions.Where(v => v.Id == head.ProfileVersionId).SelectMany(v => v.Competencies).Select(c => c.CompetencyId);
            var choices = await db.Competencies.Where(c => c.Level == head.Level).OrderBy(c => c.Name).Select(c => new Choice(c.Id, c.Name, weighed.Contains(c.Id))).ToListAsync(ct);
            return new View(head.Name, head.Title, head.State == ApplicationState.Active, [.. choices.OrderByDescending(c => c.Weighed)]);
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            var application = await db.Applications.GatheredBy(viewer).AsTracking().Include(a => a.Opening).SingleOrDefaultAsync(a => a.Id == command.Id, ct) ?? throw new NotFound("That application");
            var competency = await db.Competencies.AsTracking().SingleOrDefaultAsync(c => c.Id == command.CompetencyId, ct)
                ?? throw new RuleBroken("competency-unknown", "Choose one of the competencies in the list.", nameof(command.CompetencyId));
            var result = new AssessmentResult(application, competency, application.Opening!.Level, new(command.Percentile!.Value, command.Vendor, command.Test, command.TakenOn!.Value, command.Note), viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            Rule.Holds(!await db.AssessmentResults.AnyAsync(r => r.ApplicationId == result.ApplicationId && r.CompetencyId == result.CompetencyId && r.Vendor == result.Vendor && r.Test == result.Test && r.TakenOn == result.TakenOn && r.RemovedAt == null, ct),
                "result-known", "This result is on record already. If it is wrong, put it right there.");
            db.Add(result);
            return result.Id;
        }
    }
}
