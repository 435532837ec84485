using System.Globalization;

namespace TalentHub.Web.Features.Evidence;

/// <summary>How this area's pages put dates.</summary>
internal static class Say
{
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTime at) => at.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
