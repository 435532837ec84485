using TalentHub.Domain.Employees;
using TalentHub.Domain.Ramp;

namespace TalentHub.Seed;

/// <summary>How good somebody truly is: what interviews see through a veil and results show with luck mixed in.</summary>
/// <param name="Name">Whose; the same name always has the same abilities.</param>
/// <param name="General">In standard deviations from the average applicant.</param>
internal sealed record Ability(string Name, double General)
{
    /// <summary>In one competency: partly general, partly its own.</summary>
    public double In(string competencyKey) => 0.55 * General + 0.85 * Demo.Normal($"{Name}|{competencyKey}");

    /// <summary>What results come from: the two competencies that tell here, and much that no interview sees.</summary>
    public double Selling => 0.58 * In("finds-the-deciders") + 0.36 * In("closes-in-steps") + 0.6 * Demo.Normal($"{Name}|luck");
}

/// <summary>A salesperson of the demo company.</summary>
/// <param name="LeavesAfter">Days from hire to the last one; none for those still here.</param>
internal sealed record Seller(Employee Employee, Ability Ability, int? LeavesAfter, RampPlan? Plan);
