using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TalentHub.BrowserTests.Setup;

/// <summary>Finds the pages a person can reach by following links, one address for each kind of page.</summary>
public static partial class Crawl
{
    /// <summary>Kind of page ("/openings/{id}") and the first address of that kind, starting from home; the page shows one of them already.</summary>
    public static async Task<SortedDictionary<string, string>> Pages(IPage page, int most = 80)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["/"] = "/" };
        var queue = new Queue<string>(["/"]);
        while (queue.TryDequeue(out var address) && found.Count < most)
        {
            foreach (var link in await Links(page, address))
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

    /// <summary>Read, not shown: a page is drawn when it is looked at.</summary>
    private static async Task<string[]> Links(IPage page, string address)
    {
        var links = await page.EvaluateAsync<string[]>("""
            async address => {
                const answer = await fetch(address);
                if (!answer.ok) return [];
                const read = new DOMParser().parseFromString(await answer.text(), 'text/html');
                return [...read.querySelectorAll('a[href]')].map(a => a.getAttribute('href'));
            }
            """, address);
        return [.. links.Where(h => h.StartsWith('/') && !h.StartsWith("//") && !h.StartsWith("/api", StringComparison.Ordinal)).Select(h => h.Split('#')[0]).Where(h => h.Length > 0).Distinct()];
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Identity();

    [GeneratedRegex(@"/\d+(?=/|$)")]
    private static partial Regex Numbers();
}
