using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;
using TalentHub.Domain.Access;

namespace TalentHub.BrowserTests.Accessibility;

/// <summary>U1: axe finds nothing on any page anybody can reach, light and dark, on a desk and on a phone, and no page scrolls sideways.</summary>
[Collection(nameof(Demo))]
public sealed class AxeTests(Site site)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData(Role.Hr)]
    [InlineData(Role.Lead)]
    [InlineData(Role.Interviewer)]
    [InlineData(Role.Executive)]
    [InlineData(Role.NewHire)]
    [InlineData(Role.Administrator)]
    public async Task Every_page_a_person_can_reach_is_accessible(Role role)
    {
        var name = await site.WhoIs(role);
        var scout = await site.VisitAs(name);
        var pages = new List<KeyValuePair<string, string>>();
        foreach (var page in (await Crawl.Pages(scout)).Where(p => !Crawl.IsFile(p.Value)))
            if (await ShowsSomethingNew(scout, page.Key, page.Value)) pages.Add(page);
        var problems = await Task.WhenAll(Looks.Select(look => LookAt(name, look, pages)));
        Assert.True(problems.All(p => p.Count == 0), string.Join('\n', problems.SelectMany(p => p)));
    }

    [Fact]
    public async Task The_check_finds_a_planted_fault()
    {
        var page = await site.Visit();
        await page.GotoAsync("/sign-in");
        await page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><input>')");
        Assert.NotEmpty(await Problems(page, "planted"));
    }

    /// <summary>Each width and each theme once; TALENTHUB_AXE=all crosses them, which takes twice as long.</summary>
    private static IReadOnlyList<Look> Looks => Environment.GetEnvironmentVariable("TALENTHUB_AXE") == "all" ? Look.All : [Look.Desk, Look.PhoneDark];

    /// <summary>Sorts of element somebody has already been shown on that kind of page. The order of the roles does not matter: whoever has one more comes to it.</summary>
    private static HashSet<(string Page, string Element)> Seen { get; } = [];

    private static async Task<bool> ShowsSomethingNew(IPage scout, string kind, string address)
    {
        var elements = await scout.EvaluateAsync<string[]>("""
            async address => {
                const read = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
                const sort = e => [e.localName, e.getAttribute('type'), e.getAttribute('role'), e.getAttribute('formaction') && 'acts', ...[...e.classList].sort()].join(' ');
                return [...new Set([...read.body.querySelectorAll('*')].map(sort))];
            }
            """, address);
        return elements.Count(e => Seen.Add((kind, e))) > 0;
    }

    private async Task<List<string>> LookAt(string name, Look look, IEnumerable<KeyValuePair<string, string>> pages)
    {
        var problems = new List<string>();
        var page = await site.VisitAs(name, look);
        foreach (var (kind, address) in pages)
        {
            await page.GotoAsync(address);
            problems.AddRange(await Problems(page, $"{kind} {look.Name}"));
            if (await page.EvaluateAsync<int>("Math.max(innerWidth, document.documentElement.scrollWidth)") > look.Width + 1)
                problems.Add($"{kind} {look.Name}: the page scrolls sideways");
        }
        await page.Context.CloseAsync();
        return problems;
    }

    /// <summary>Axe's own way in, once a page: the wrapper for pages with frames takes about twice as long, and we have none.</summary>
    internal static async Task<IEnumerable<string>> Problems(IPage page, string where)
    {
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>("""
            async () => {
                const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] };
                const { violations } = await axe.run(document, options);
                return violations.map(v => `${v.id} (${v.help}) at ${v.nodes.slice(0, 3).map(n => n.target).join(', ')}`);
            }
            """);
        return found.Select(f => $"{where}: {f}");
    }
}
