using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TalentHub.Web.Features.Access;

/// <summary>Carries a fresh link to the next page, which shows it once.</summary>
internal static class ShownLink
{
    private const string Path = "access.link";
    private const string Mailed = "access.mailed";

    public static void Keep(ITempDataDictionary data, AccessLink link) => (data[Path], data[Mailed]) = (link.Path, link.Mailed);

    public static (string Path, bool Mailed)? Take(ITempDataDictionary data) => data[Path] is string path ? (path, data[Mailed] is true) : null;
}
