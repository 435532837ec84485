using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>The time zones as a list offers them.</summary>
internal static class ZoneChoices
{
    /// <param name="with">One that must be among them, though it goes by an older name.</param>
    public static IEnumerable<SelectListItem> All(params string?[] with) => Zones.All.Concat(with.OfType<string>().Where(Zones.Known)).Distinct()
        .Select(z => new SelectListItem(Zones.Offered(z), z));
}
