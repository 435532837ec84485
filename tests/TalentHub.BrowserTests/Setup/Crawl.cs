using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TalentHub.BrowserTests.Setup;

/// <summary>Finds the pages a person can reach by following links, one address for each kind of page.</summary>
public static partial class Crawl
{
    /// <summary>Kind of page ("/openings/{id}") and the first address of that kind, starting from home.</summary>
    public static async Task<SortedDictionary<string, string>> Pages(IPage page, int most = 80)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["/"] = "/" };
        var queue = new Queue<string>(["/"]);
        while (queue.TryDequeue(out var address) && found.Count < most)
        {
            var answer = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            if (answer is null || !answer.Ok) continue;
            foreach (var link in await Links(page))
            {
                var kind = Kind(link);
                if (!found.TryAdd(kind, link)) continue;
                if (!IsFile(link)) queue.Enqueue(link);
            }
        }
        return found;
    }

    /// <summary>The address with its identities and query values taken out.</summary>
    public static string Kind(string address)
    {
        var path = address.Split('?')[0];
        return Numbers().Replace(Identity().Replace(path, "{id}"), "/{n}");
    }

    public static bool IsFile(string address) => address.Split('?')[0].EndsWith(".pdf", StringComparison.Ordinal);

    private static async Task<string[]> Links(IPage page)
    {
        var links = await page.EvalOnSelectorAllAsync<string[]>("a[href]", "all => all.map(a => a.getAttribute('href'))");
        return [.. links.Where(h => h.StartsWith('/') && !h.StartsWith("//") && !h.StartsWith("/api", StringComparison.Ordinal)).Select(h => h.Split('#')[0]).Where(h => h.Length > 0).Distinct()];
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Identity();

    [GeneratedRegex(@"/\d+(?=/|$)")]
    private static partial Regex Numbers();
}
