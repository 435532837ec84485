using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Exits;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Exits;

/// <summary>One exit: what both sides say, the company's judgement and, for HR, whether the interview had told.</summary>
public static class ShowExit
{
    [Requires(Right.ReadExits)]
    public sealed record Query(Guid Id) : IQuery<View>;

    /// <param name="Form">What HR edits; null for a manager, who reads a summary.</param>
    /// <param name="Known">What was known at the decision; HR alone, for a hire made through an application.</param>
    public sealed record View(
        Guid Id, string Name, string? JobTitle, string? Team, DateOnly HiredOn, DateOnly LastDay, bool Gone, ExitDirection Direction, string RecordedBy, DateTime RecordedAt,
        Accord Accord, string Sentence, IReadOnlyList<string> ManagerReasons, string? ManagerWords, bool? Regretted, bool? Preventable, bool? WouldRehire,
        DateTime? InterviewedAt, Guid? RampPlan, ExplainExit.Command? Form, DidWeKnow? Known, bool MayTakeBack);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var exit = await db.Exits.VisibleTo(viewer).AsNoTracking().Include(e => e.Employee).Include(e => e.Reasons).SingleOrDefaultAsync(e => e.Id == query.Id, ct)
                ?? throw new NotFound("That exit");
            var hr = viewer.Is(Role.Hr);
            var by = await db.Users.AsNoTracking().Where(u => u.Id == exit.RecordedBy).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
            var plan = await db.RampPlans.VisibleTo(db, viewer).Where(p => p.EmployeeId == exit.EmployeeId).OrderByDescending(p => p.StartsOn).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
            var known = hr && exit.Employee!.ApplicationId is { } application ? await DidWeKnow.Read(db, viewer, application, ct) : null;
            var (leaver, manager) = (Codes(exit, ExitSide.Leaver), Codes(exit, ExitSide.Manager));
            var accord = ExitReading.Compare(leaver, manager);
            return new(
                exit.Id, exit.Employee!.Name, exit.Employee.JobTitle, exit.Employee.Team, exit.Employee.HiredOn, exit.LastDay, exit.LastDay <= clock.Today(), exit.Direction, by ?? "someone who has left", exit.RecordedAt,
                accord, hr ? ExitReading.Say(leaver, manager, ExitWords.Label) : Summary(accord), [.. manager.Select(ExitWords.Label)], exit.ManagerWords,
                exit.Regretted, exit.Preventable, exit.WouldRehire, exit.InterviewedAt, plan, hr ? ExplainExit.Fill(exit, leaver, manager) : null, known,
                viewer.May(Right.WorkExits) && exit.InterviewedAt is null && DateOnly.FromDateTime(exit.RecordedAt) == clock.Today());
        }

        private static List<string> Codes(Exit exit, ExitSide side) => [.. exit.Reasons.Where(r => r.Side == side).OrderBy(r => r.Rank).Select(r => r.Code)];

        /// <summary>What a manager reads: whether the sides agree, never what the leaver said.</summary>
        private static string Summary(Accord accord) => accord switch
        {
            Accord.SameMainReason => "Both sides give the same main reason.",
            Accord.OtherMainReason or Accord.NothingShared => "The two sides do not give the same main reason. HR holds the leaver’s account.",
            Accord.OneSideOnly => "One side has said why so far.",
            _ => "Neither side has said why yet.",
        };
    }
}
