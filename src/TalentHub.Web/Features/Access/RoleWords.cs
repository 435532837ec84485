using TalentHub.Domain.Access;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Features.Access;

/// <summary>How roles are said on screen, and what each is for.</summary>
internal static class RoleWords
{
    public static string Of(Role role) => role == Role.Lead ? "Hiring manager" : Words.Of(role);

    public static string Of(IEnumerable<Role> roles) => string.Join(", ", roles.Order().Select(Of));

    /// <summary>One sentence for whoever hands the role out.</summary>
    public static string For(Role role) => role switch
    {
        Role.Administrator => "Invites people and gives roles. Sees no candidate by that alone.",
        Role.Hr => "Runs hiring, ramp and exits for the whole company.",
        Role.Lead => "Owns openings, reads their scorecards and decides.",
        Role.Interviewer => "Interviews and scores where a panel asks them to.",
        Role.SalesManager => "Runs the ramp of the people who report to them.",
        Role.NewHire => "Sees and fills in their own ramp.",
        Role.Executive => "Decides on VP openings and reads company-wide figures.",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a role."),
    };
}
