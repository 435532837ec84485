using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain.Access;
using TalentHub.Domain.Openings;

namespace TalentHub.Web.Features.Openings;

/// <summary>Which accounts can take a part on a hiring team.</summary>
internal static class TeamAccounts
{
    /// <summary>Active accounts that may lead a search.</summary>
    public static IQueryable<Account> MayLead(TalentHubDb db) => With(db, Right.WorkOpenings);

    /// <summary>Active accounts that may take this part. Whoever scores is asked to vote in the debrief, so they must be able to read it.</summary>
    public static IQueryable<Account> MayBe(TalentHubDb db, TeamPart part) => part == TeamPart.Interviewer ? With(db, Right.ReadScorecards) : MayLead(db);

    private static IQueryable<Account> With(TalentHubDb db, Right right)
    {
        var roles = Enum.GetValues<Role>().Where(r => Rights.Held(right, [r])).ToList();
        return db.Users.Where(u => u.DisabledAt == null && db.RoleGrants.Any(g => g.AccountId == u.Id && roles.Contains(g.Role)));
    }
}
