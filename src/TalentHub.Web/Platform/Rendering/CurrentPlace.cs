namespace TalentHub.Web.Platform.Rendering;

/// <summary>Finds the place a request belongs to: the longest address that prefixes the path, segment by segment.</summary>
public static class CurrentPlace
{
    public static NavItem? Of(IEnumerable<NavItem> places, PathString path) => places
        .Where(place => Holds(place.Href, path))
        .MaxBy(place => place.Href.Length);

    private static bool Holds(string href, PathString path) => href == "/"
        ? !path.HasValue || path.Value is "/" or "/home"
        : path.StartsWithSegments(href, StringComparison.OrdinalIgnoreCase);
}
