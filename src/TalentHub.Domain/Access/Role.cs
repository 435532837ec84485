using TalentHub.Domain.Values;

namespace TalentHub.Domain.Access;

/// <summary>What an account is trusted with. One person may hold several.</summary>
public enum Role { Administrator, Hr, Lead, Interviewer, SalesManager, NewHire, Executive }

/// <summary>What a request asks for. Rows are then narrowed to what the viewer is linked to.</summary>
public enum Right
{
    SignedIn,
    ManageAccounts, ReadAudit,
    ReadLibrary, ProposeQuestions, WorkLibrary,
    ReadOpenings, WorkOpenings,
    ReadCandidates, WorkCandidates,
    Score, ReadScorecards, ReopenScorecards, Decide, ReadCalibration,
    ReadRamp, WorkRamp, EnterActivity,
    ReadExits, WorkExits, AnswerExit,
    ReadRetention, ImportEmployees,
}

/// <summary>Which role holds which right: the table "who may what" of the domain.</summary>
public static class Rights
{
    private static readonly Dictionary<Right, Role[]> Holders = new()
    {
        [Right.SignedIn] = Enum.GetValues<Role>(),
        [Right.ManageAccounts] = [Role.Administrator],
        [Right.ReadAudit] = [Role.Administrator, Role.Hr],
        [Right.ReadLibrary] = [Role.Hr, Role.Lead, Role.SalesManager, Role.Executive],
        [Right.ProposeQuestions] = [Role.Hr, Role.Lead],
        [Right.WorkLibrary] = [Role.Hr],
        [Right.ReadOpenings] = [Role.Hr, Role.Lead, Role.Interviewer, Role.Executive],
        [Right.WorkOpenings] = [Role.Hr, Role.Lead, Role.Executive],
        [Right.ReadCandidates] = [Role.Hr, Role.Lead, Role.Interviewer, Role.Executive],
        [Right.WorkCandidates] = [Role.Hr, Role.Lead, Role.Executive],
        [Right.Score] = [Role.Hr, Role.Lead, Role.Interviewer, Role.SalesManager, Role.Executive],
        [Right.ReadScorecards] = [Role.Hr, Role.Lead, Role.Interviewer, Role.Executive],
        [Right.ReopenScorecards] = [Role.Hr],
        [Right.Decide] = [Role.Hr, Role.Lead, Role.Executive],
        [Right.ReadCalibration] = [Role.Hr],
        [Right.ReadRamp] = [Role.Hr, Role.Lead, Role.SalesManager, Role.NewHire, Role.Executive],
        [Right.WorkRamp] = [Role.Hr, Role.SalesManager],
        [Right.EnterActivity] = [Role.Hr, Role.SalesManager, Role.NewHire],
        [Right.ReadExits] = [Role.Hr, Role.SalesManager, Role.Executive],
        [Right.WorkExits] = [Role.Hr],
        [Right.AnswerExit] = [Role.Hr, Role.NewHire],
        [Right.ReadRetention] = [Role.Hr, Role.Executive],
        [Right.ImportEmployees] = [Role.Hr],
    };

    /// <summary>The roles that hold the right.</summary>
    public static IReadOnlyList<Role> HoldersOf(Right right) => Holders[right];

    /// <summary>Whether any of the roles holds the right.</summary>
    public static bool Held(Right right, IEnumerable<Role> by) => by.Any(r => Holders[right].Contains(r));
}

/// <summary>Who asks: resolved anew from the database on every request.</summary>
/// <param name="AccountId">The account; empty for nobody.</param>
/// <param name="Name">As shown on screen; never written to a log.</param>
/// <param name="Roles">Roles held at this moment.</param>
public sealed record Viewer(Guid AccountId, string Name, IReadOnlySet<Role> Roles)
{
    /// <summary>The employee records of this account: none, one, or several for someone who left and came back.</summary>
    public IReadOnlyList<Guid> EmployeeIds { get; init; } = [];

    /// <summary>Openings for which the viewer is themselves a candidate: these do not exist for them, whatever their roles (rule 4).</summary>
    public IReadOnlyList<Guid> HiddenOpenings { get; init; } = [];

    /// <summary>Applications of the viewer's own reports that HR has not disclosed to them (rule 4).</summary>
    public IReadOnlyList<Guid> HiddenApplications { get; init; } = [];

    /// <summary>Confidential openings of teams the viewer is not on: closed even to roles that otherwise see every opening.</summary>
    public IReadOnlyList<Guid> ClosedOpenings { get; init; } = [];

    /// <summary>Where they are, by the IANA name of its time zone; UTC until they say.</summary>
    public string Zone { get; init; } = Zones.Utc;

    /// <summary>Someone not signed in.</summary>
    public static readonly Viewer Nobody = new(Guid.Empty, "", new HashSet<Role>());

    /// <summary>Whoever holds the machine's console: imports and seeds, never reads a file of a person.</summary>
    public static readonly Viewer Console =
        new(new Guid("00000000-0000-0000-0000-00000000c0de"), "the console", new HashSet<Role> { Role.Administrator, Role.Hr });

    /// <summary>Whoever answers by the link of a reference check: has no account, and reads nothing but the form.</summary>
    public static readonly Viewer Referee = new(new Guid("00000000-0000-0000-0000-0000000efe2e"), "a referee", new HashSet<Role>());

    public bool SignedIn => AccountId != Guid.Empty;
    public bool Is(Role role) => Roles.Contains(role);
    public bool May(Right right) => Rights.Held(right, Roles);
}
