using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Search;

namespace TalentHub.SliceTests.Search;

public sealed class FindTests : World
{
    [Fact]
    public async Task A_lead_finds_their_candidates_openings_and_questions_by_part_of_a_name()
    {
        Assert.Contains($"/candidates/{Amara}", await Hrefs(Lead, "Amara Os"));
        Assert.Contains($"/candidates/{Amara}", await Hrefs(Lead, "am"));
        Assert.Contains($"/openings/{RepOpening}", await Hrefs(Lead, "territory"));
        Assert.Contains(await Hrefs(Lead, "coachab"), h => h.StartsWith("/questions/", StringComparison.Ordinal));
        Assert.Contains("/openings/new", await Hrefs(Lead, "new open"));
    }

    [Fact]
    public async Task What_is_out_of_reach_is_not_found()
    {
        Assert.Empty(await Hrefs(OtherLead, "amara"));
        Assert.Empty(await Hrefs(SalesManager, "amara"));
        Assert.DoesNotContain(await Hrefs(InterviewerA, "coachab"), h => h.StartsWith("/questions/", StringComparison.Ordinal));
        Assert.Contains($"/ramp/{TheoRampPlan}", await Hrefs(SalesManager, "theo"));
        Assert.Empty(await Hrefs(OtherManager, "theo"));
        Assert.Empty(await Hrefs(InterviewerA, "new open"));
    }

    [Fact]
    public async Task An_insider_finds_neither_their_candidacy_nor_the_opening()
    {
        Assert.DoesNotContain($"/openings/{VpOpening}", await Hrefs(Insider, "VP of Sales"));
        Assert.Contains($"/openings/{VpOpening}", await Hrefs(Hr, "VP of Sales"));
        foreach (var words in new[] { "Ida", "id", "ida@example.test", "Selma", "se", "Whitlock" })
            Assert.DoesNotContain(await Hrefs(Insider, words), IsFile);
        Assert.Contains($"/candidates/{InsiderCandidate}", await Hrefs(Hr, "Ida"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a b")]
    [InlineData("%_'")]
    [InlineData("NEAR( AND *")]
    [InlineData("   ")]
    public async Task Odd_signs_find_nothing_and_break_nothing(string words) => Assert.DoesNotContain(await Hrefs(Hr, words), IsFile);

    [Fact]
    public async Task Before_anything_is_asked_it_says_where_one_can_go()
    {
        var page = await (await Client(InterviewerA)).GetStringAsync("/search");
        var hits = page[page.IndexOf("class=\"hits\"", StringComparison.Ordinal)..];
        Assert.Contains("href=\"/interviews\"", hits);
        Assert.DoesNotContain("href=\"/exits/new\"", hits);
        Assert.DoesNotContain("Nothing found", page);
    }

    [Fact]
    public async Task The_page_works_whole_and_as_a_fragment()
    {
        var client = await Client(Lead);
        var page = await client.GetStringAsync("/search?q=amara");
        Assert.Contains("<!doctype html>", page);
        var part = await client.GetStringAsync("/search?partial=1&q=amara");
        Assert.DoesNotContain("<html", part);
        Assert.Contains($"href=\"/candidates/{Amara}\"", part);
        Assert.Contains("Nothing found", await client.GetStringAsync("/search?partial=1&q=zzzz"));
        var few = await Sql.During(() => client.GetStringAsync("/search?partial=1&q=zzzz"));
        Assert.InRange(few, 1, 6);
        Assert.Equal(few, await Sql.During(() => client.GetStringAsync("/search?partial=1&q=example")));
    }

    private static bool IsFile(string href) => href.StartsWith("/candidates/", StringComparison.Ordinal) && Guid.TryParse(href["/candidates/".Length..], out _);

    private async Task<List<string>> Hrefs(Guid account, string words) => [.. (await Send(account, new Find.Query(words))).SelectMany(g => g.Hits).Select(h => h.Href)];
}
