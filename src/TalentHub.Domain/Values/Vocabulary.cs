namespace TalentHub.Domain.Values;

/// <summary>The level of a sales role.</summary>
public enum RoleLevel { Rep, Manager, Vp }

/// <summary>Where a hire came from.</summary>
public enum HireChannel
{
    Network, EmployeeReferral, SalesTeamReferral, TradeShow, Agency, Headhunter, Advertisement,
    Customer, Competitor, Vendor, WordOfMouth, Internal, Direct,
}

/// <summary>How the words of the vocabulary are said on screen.</summary>
public static class Words
{
    /// <summary>"EmployeeReferral" as "Employee referral"; "Vp" as "VP".</summary>
    public static string Of(Enum value)
    {
        var name = value.ToString();
        if (name == nameof(RoleLevel.Vp)) return "VP";
        if (name == "Hr") return "HR";
        var spaced = string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
        return spaced == "Role play" ? "Role-play" : spaced;
    }
}
