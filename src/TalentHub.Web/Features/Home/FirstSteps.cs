using TalentHub.Domain.Access;

namespace TalentHub.Web.Features.Home;

/// <summary>What to do in an installation that is still empty, and on a day with nothing to do.</summary>
internal static class FirstSteps
{
    public static IReadOnlyList<Today.Step> For(Viewer viewer) =>
    [
        .. viewer.May(Right.ManageAccounts) ? new[] { new Today.Step("Invite the people who hire with you: HR, hiring managers, interviewers.", "Invite people", "/people") } : [],
        .. viewer.May(Right.WorkLibrary) ? new[]
        {
            new Today.Step("Read the success profile of the role you hire for next, and make it yours.", "Look at profiles", "/profiles"),
            new Today.Step("Open the first search: profile, team, preparation, interview plan.", "New opening", "/openings/new"),
            new Today.Step("Bring in the people you already employ, so that later hires have something to be compared with.", "Import employees", "/employees/import"),
        } : [],
    ];

    /// <param name="ownRamp">The viewer's own running ramp, if one.</param>
    public static Today.Step Next(Viewer viewer, Guid? ownRamp) =>
        ownRamp is { } plan ? new("Your numbers are in. See how far along you are.", "Open your ramp", $"/ramp/{plan}")
        : viewer.Is(Role.Hr) || viewer.Is(Role.Lead) ? new("No interview, scorecard or decision is due. A good moment to look at who applied.", "See the openings", "/openings")
        : viewer.Is(Role.SalesManager) ? new("No check-in or checkpoint is due. A good moment to look at how your people are coming along.", "See the ramps", "/ramp")
        : viewer.Is(Role.Executive) ? new("Nothing needs your word. See who stays, and why.", "Open insights", "/insights")
        : viewer.Is(Role.Interviewer) ? new("No interview is planned for you in the next seven days.", "See your interviews", "/interviews")
        : viewer.Is(Role.NewHire) ? new("Your ramp will be here once your manager has started it.", "Open ramp", "/ramp")
        : new("Everyone who was invited can be seen, and let in, under People & access.", "People & access", "/people");
}
