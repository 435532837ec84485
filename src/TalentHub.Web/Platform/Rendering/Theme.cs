namespace TalentHub.Web.Platform.Rendering;

/// <summary>The viewer's choice of light, dark or the device's own, kept in a cookie so that the first paint is right.</summary>
public static class Theme
{
    public const string Cookie = "theme";

    /// <summary>"light", "dark" or null for the device's own setting.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Cookie] is "light" or "dark" ? request.Cookies[Cookie] : null;
}
