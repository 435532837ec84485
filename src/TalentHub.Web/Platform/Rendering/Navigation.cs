namespace TalentHub.Web.Platform.Rendering;

/// <summary>A named group in the rail; the first group has no title.</summary>
public sealed record NavSection(string? Title, IReadOnlyList<NavItem> Items);

/// <summary>One place in the rail, with the number of things waiting there.</summary>
public sealed record NavItem(string Label, string Href, int? Badge = null);

/// <summary>What the frame shows of the viewer and where they may go. Filled once a request; scoped.</summary>
public sealed class Navigation
{
    public IReadOnlyList<NavSection> Sections { get; set; } = [];

    /// <summary>The three places on the phone's bottom bar; the first three of the rail when empty.</summary>
    public IReadOnlyList<NavItem> Main { get; set; } = [];

    /// <summary>Whose page this is, so that a tab drops what it kept for somebody else.</summary>
    public Guid? AccountId { get; set; }

    public string? ViewerName { get; set; }

    public string? ViewerRole { get; set; }

    public bool SignedIn { get; set; }
}
