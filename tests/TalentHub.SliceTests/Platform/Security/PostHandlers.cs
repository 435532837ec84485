using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Platform.Security;

/// <summary>Every way in which a page changes something.</summary>
internal static class PostHandlers
{
    /// <param name="Route">As the rights matrix writes it.</param>
    /// <param name="Name">Empty for the page's one form.</param>
    public sealed record Handler(string Route, string Name)
    {
        public override string ToString() => Name.Length == 0 ? Route : $"{Route}?handler={Name}";
    }

    public static async Task<IReadOnlyList<Handler>> All(World world)
    {
        var loader = world.Services.GetRequiredService<PageLoader>();
        var found = new HashSet<Handler>();
        foreach (var endpoint in world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || endpoint.RoutePattern.RawText!.StartsWith("problem/", StringComparison.Ordinal)) continue;
            foreach (var method in (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Where(m => string.Equals(m.HttpMethod, "POST", StringComparison.OrdinalIgnoreCase)))
                found.Add(new("/" + endpoint.RoutePattern.RawText.Trim('/'), method.Name ?? ""));
        }
        return [.. found.OrderBy(h => h.ToString(), StringComparer.Ordinal)];
    }
}
