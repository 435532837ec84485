using TalentHub.Domain.Ramp;
using TalentHub.Science;

namespace TalentHub.Web.Features.Ramp;

/// <summary>Everything the page, the paper and the API say about one plan.</summary>
/// <param name="HasAccount">Whether the person can sign in and read it.</param>
/// <param name="MayLeave">The employee, while the plan runs, for a viewer who may record their exit.</param>
public sealed record PlanView(
    Guid Id, string Name, string? JobTitle, string? Team, DateOnly StartsOn, string Owner, string Template, int Day, int Week, DateOnly AsOf,
    Standing Standing, IReadOnlyList<string> Reasons, string? Diagnosis, PaceReading Pace, IReadOnlyList<PlanActivityView> Activities, IReadOnlyList<PlanWeek> Weeks,
    IReadOnlyList<PlanMilestoneView> Milestones, IReadOnlyList<PlanCheckpointView> Checkpoints, IReadOnlyList<PlanLeak> Leaks, PlanProgress Progress,
    DateOnly? ClosedOn, string? ClosedBecause, bool MayRun, bool MayEnter, bool IsOwn, bool HasAccount, Guid? MayLeave)
{
    /// <summary>The week to record next: the latest begun one without a record.</summary>
    public int? WeekToRecord => !MayEnter || ClosedOn is not null || Day < 1 ? null
        : Weeks.Where(w => w.Number <= Math.Min(Week, RampPlan.Weeks)).Select(w => (int?)w.Number).LastOrDefault(n => Weeks[n!.Value - 1].Actuals is null);

    public int Reached => Milestones.Count(m => m.ReachedOn is not null);
    public int Due => Milestones.Count(m => m.DueDay <= Day);
    public int? LastRecorded => Weeks.Where(w => w.Actuals is not null).Select(w => (int?)w.Number).LastOrDefault();
    public PlanCheckpointView? NextCheckpoint => ClosedOn is null ? Checkpoints.FirstOrDefault(c => c.Outcome is null) : null;
    public bool MayFinish => MayRun && ClosedOn is null && Day >= RampPlan.Days;
}

public sealed record PlanActivityView(string Key, string Name, string Unit);

/// <param name="Actuals">In the order of the activities; null while the week is not recorded.</param>
public sealed record PlanWeek(int Number, DateOnly From, DateOnly To, IReadOnlyList<int> Targets, IReadOnlyList<int>? Actuals, string? Note, string? By, DateTime? At);

public sealed record PlanMilestoneView(Guid Id, string Name, string Proof, int DueDay, DateOnly DueOn, DateOnly? ReachedOn, string? Note, string? By);

/// <param name="MayHold">From ten days before its day.</param>
public sealed record PlanCheckpointView(int Day, DateOnly On, string Question, string Bar, CheckpointOutcome? Outcome, string? Evidence, string? By, DateTime? At, bool MayHold);

public sealed record PlanLeak(string From, string To, double Expected, Estimate Actual, Leak Leak);

/// <summary>One activity, cumulative by week: what was done, what was asked, and where earlier hires stood.</summary>
/// <param name="Earlier">Earlier hires on the same template who recorded every week up to the one reached here.</param>
public sealed record PlanProgress(string Key, string Name, string Unit, IReadOnlyList<PlanPoint> Actual, IReadOnlyList<PlanPoint> Target, IReadOnlyList<PlanBand> Band, int Earlier, IReadOnlyList<int> Missing);

public sealed record PlanPoint(int Week, int Count);

public sealed record PlanBand(int Week, double Lower, double Middle, double Upper, int N);
