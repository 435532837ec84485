using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Search;

/// <summary>Places and actions one can jump to by name; only those the viewer may reach.</summary>
internal static class Actions
{
    private static readonly (string Text, string Href, Right Right)[] All =
    [
        ("New opening", "/openings/new", Right.WorkOpenings),
        ("Add a candidate", "/candidates/new", Right.WorkCandidates),
        ("Import candidates", "/candidates/import", Right.WorkCandidates),
        ("New question", "/questions/new", Right.ProposeQuestions),
        ("Import or export questions", "/questions/import", Right.WorkLibrary),
        ("Copy questions from the library", "/questions/library", Right.WorkLibrary),
        ("Import employees", "/employees/import", Right.ImportEmployees),
        ("Record an exit", "/exits/new", Right.WorkExits),
        ("Who stays, and why: retention", "/insights/retention", Right.ReadRetention),
        ("Invite someone", "/people", Right.ManageAccounts),
        ("Your account", "/account", Right.SignedIn),
        ("Change your password", "/account/password", Right.SignedIn),
    ];

    public static IEnumerable<Find.Hit> For(Viewer viewer, Navigation places) =>
        places.Sections.SelectMany(s => s.Items).Select(i => new Find.Hit(i.Label, "", i.Href))
            .Concat(All.Where(a => viewer.May(a.Right)).Select(a => new Find.Hit(a.Text, "", a.Href)));
}
