using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Evidence;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Evidence;

/// <summary>Puts a test result right, with a reason. Whoever may not read it yet may not rewrite it either.</summary>
public static class CorrectAssessment
{
    [Requires(Right.WorkCandidates)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record View(Guid ApplicationId, string Candidate, string Competency, bool MayRemove, Command Form);

    [Requires(Right.WorkCandidates)]
    public sealed record Command : ICommand<Guid>, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }
        public int? Percentile { get; set; }
        public string? Vendor { get; set; }
        public string? Test { get; set; }
        public DateOnly? TakenOn { get; set; }
        public string? Note { get; set; }
        public string? Reason { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Percentile).NotNull().WithMessage("Write the percentile, a whole number from 0 to 100.");
            RuleFor(c => c.Vendor).NotEmpty().WithMessage("Write whose test it is.");
            RuleFor(c => c.Test).NotEmpty().WithMessage("Write the name of the test.");
            RuleFor(c => c.TakenOn).NotNull().WithMessage("Say when the test was taken.");
            RuleFor(c => c.Reason).NotEmpty().WithMessage("Write why you put it right; it stays beside what was there before.");
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct) => await Workable(db, viewer).Where(r => r.Id == query.Id)
            .Select(r => new View(r.ApplicationId, r.Application!.Candidate!.Name, r.Competency!.Name, viewer.Is(Role.Hr),
                new Command { Id = r.Id, Version = r.Version, Percentile = r.Percentile, Vendor = r.Vendor, Test = r.Test, TakenOn = r.TakenOn, Note = r.Note })).SingleOrDefaultAsync(ct) ?? throw new NotFound("That result");
    }

    /// <summary>Returns the application.</summary>
    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken ct)
        {
            var result = await Workable(db, viewer).AsTracking().SingleOrDefaultAsync(r => r.Id == command.Id, ct) ?? throw new NotFound("That result");
            result.Edit(command.Version);
            result.Correct(new(command.Percentile!.Value, command.Vendor, command.Test, command.TakenOn!.Value, command.Note), command.Reason, viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            return result.ApplicationId;
        }
    }

    internal static IQueryable<AssessmentResult> Workable(TalentHubDb db, Viewer viewer)
    {
        var gathered = db.Applications.GatheredBy(viewer).Where(a => a.State == Domain.Candidates.ApplicationState.Active);
        return db.AssessmentResults.ReadableBy(db, viewer).Where(r => gathered.Any(a => a.Id == r.ApplicationId));
    }
}
