using TalentHub.Domain.Access;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>Which places the rail offers a viewer: only those they may go to.</summary>
internal static class Places
{
    private static readonly (string? Section, string Label, string Href, Right Right)[] All =
    [
        (null, "Home", "/", Right.SignedIn),
        (null, "My interviews", "/interviews", Right.Score),
        ("Hire", "Openings", "/openings", Right.ReadOpenings),
        ("Hire", "Candidates", "/candidates", Right.ReadCandidates),
        ("Grow", "Ramp", "/ramp", Right.ReadRamp),
        ("Grow", "Exits", "/exits", Right.ReadExits),
        ("Grow", "Insights", "/insights", Right.ReadRetention),
        ("Library", "Success profiles", "/profiles", Right.ReadLibrary),
        ("Library", "Competencies", "/competencies", Right.ReadLibrary),
        ("Library", "Question banks", "/questions", Right.ReadLibrary),
        ("Library", "Ramp templates", "/ramp-templates", Right.ReadLibrary),
        ("Organisation", "Letters", "/letters", Right.WorkLibrary),
        ("Organisation", "People & access", "/people", Right.ManageAccounts),
        ("Organisation", "Audit trail", "/audit", Right.ReadAudit),
    ];

    public static Navigation For(IServiceProvider scope)
    {
        var viewer = scope.GetRequiredService<Viewer>();
        if (!viewer.SignedIn) return new Navigation();
        var open = All.Where(p => viewer.May(p.Right)).ToList();
        return new Navigation
        {
            SignedIn = true,
            AccountId = viewer.AccountId,
            ViewerName = viewer.Name,
            ViewerRole = string.Join(", ", viewer.Roles.Order().Select(r => r == Role.Lead ? "Hiring manager" : Words.Of(r))),
            Sections = [.. open.GroupBy(p => p.Section).Select(g => new NavSection(g.Key, [.. g.Select(p => new NavItem(p.Label, p.Href))]))],
            Main = [.. Favourites(viewer).Where(h => open.Any(p => p.Href == h)).Take(3).Select(h => open.First(p => p.Href == h)).Select(p => new NavItem(p.Label, p.Href))],
        };
    }

    private static IEnumerable<string> Favourites(Viewer viewer) =>
        viewer.Is(Role.Hr) ? ["/", "/ramp", "/candidates"]
        : viewer.Is(Role.Executive) ? ["/", "/openings", "/insights"]
        : viewer.Is(Role.Lead) || viewer.Is(Role.Interviewer) ? ["/", "/interviews", "/openings"]
        : viewer.Is(Role.SalesManager) ? ["/", "/ramp", "/interviews"]
        : ["/", "/ramp", "/people"];
}
