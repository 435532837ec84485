using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Candidates;

namespace TalentHub.SliceTests.Candidates;

public sealed class ListCandidatesTests : World
{
    [Fact]
    public async Task Everyone_finds_those_in_their_reach_and_nobody_else()
    {
        Assert.Equal(["Amara Osei", "Ida Insider", "Luis Ferreira", "Selma Whitlock"], await Names(Hr));
        Assert.Equal(["Amara Osei", "Luis Ferreira"], await Names(Lead));
        Assert.Equal(["Amara Osei"], await Names(InterviewerA));
        Assert.Equal(["Ida Insider", "Selma Whitlock"], await Names(Executive));
        Assert.Empty(await Names(OtherLead));
        await Assert.ThrowsAsync<NotFound>(() => Names(SalesManager));
        await Assert.ThrowsAsync<NotFound>(() => Names(Administrator));
    }

    [Fact]
    public async Task An_insider_finds_neither_themselves_nor_their_rivals_by_any_way_in()
    {
        Assert.Equal(["Amara Osei", "Luis Ferreira"], await Names(Insider));
        foreach (var words in new[] { "ida", "selma whitlock", "se", "carrow", "example.test" })
            Assert.DoesNotContain(await Names(Insider, new(Q: words)), n => n is "Ida Insider" or "Selma Whitlock");
        Assert.Empty(await Names(Insider, new(Opening: VpOpening)));
        Assert.Empty(await Names(Insider, new(Channel: HireChannel.Internal)));
        Assert.Empty(await Names(Insider, new(Channel: HireChannel.Headhunter)));
    }

    [Fact]
    public async Task A_manager_finds_their_report_only_once_HR_has_said_so()
    {
        await Save(async db => { db.RoleGrants.Add(new(SalesManager, Domain.Access.Role.Hr, Administrator, Now)); await Task.CompletedTask; });
        Assert.DoesNotContain("Ida Insider", await Names(SalesManager));
        Assert.DoesNotContain("Ida Insider", await Names(SalesManager, new(Q: "insider")));
        await Send(Hr, new InformManager.Command(InsiderApplication));
        Assert.Contains("Ida Insider", await Names(SalesManager));
    }

    [Fact]
    public async Task A_report_on_file_without_an_application_is_hidden_from_their_manager_too()
    {
        await Save(async db =>
        {
            db.RoleGrants.Add(new(SalesManager, Domain.Access.Role.Hr, Administrator, Now));
            var theo = new Candidate("Theo Brandt", null, null, null, null, Now);
            theo.LinkTo(await db.Employees.SingleAsync(e => e.Id == TheoEmployee));
            db.Add(theo);
        });
        Assert.Contains("Theo Brandt", await Names(Hr));
        Assert.DoesNotContain("Theo Brandt", await Names(SalesManager));
    }

    [Theory]
    [InlineData("amara", "Amara Osei")]
    [InlineData("LUIS@EXAMPLE", "Luis Ferreira")]
    [InlineData("trade show", "Amara Osei")]
    [InlineData("carrow", "Selma Whitlock")]
    [InlineData("lu", "Luis Ferreira")]
    [InlineData("l", "Luis Ferreira")]
    [InlineData("am osei", "Amara Osei")]
    [InlineData("nobody-of-that-name", null)]
    [InlineData("100%", null)]
    [InlineData("\" OR name:", null)]
    public async Task Search_finds_by_name_address_headline_and_notes(string words, string? name) =>
        Assert.Equal(name is null ? [] : [name], await Names(Hr, new(Q: words)));

    [Fact]
    public async Task Filters_narrow_to_opening_state_and_channel()
    {
        await Send(Lead, new WithdrawApplication.Command(LuisApplication));
        Assert.Equal(["Amara Osei", "Luis Ferreira"], await Names(Hr, new(Opening: RepOpening)));
        Assert.Equal(["Amara Osei"], await Names(Hr, new(Opening: RepOpening, State: ApplicationState.Active)));
        Assert.Equal(["Luis Ferreira"], await Names(Hr, new(State: ApplicationState.Withdrawn)));
        Assert.Equal(["Amara Osei"], await Names(Hr, new(Channel: HireChannel.TradeShow)));
        Assert.Equal(["Amara Osei"], await Names(Hr, new(Stage: RepStage)));
    }

    [Theory]
    [InlineData(ListCandidates.Order.Name)]
    [InlineData(ListCandidates.Order.Newest)]
    public async Task Pages_meet_without_a_gap_both_ways(ListCandidates.Order sort)
    {
        await AddPeople(120);
        var first = await Send(Hr, new ListCandidates.Query(Sort: sort));
        var second = await Send(Hr, new ListCandidates.Query(Sort: sort, After: first.Next));
        var third = await Send(Hr, new ListCandidates.Query(Sort: sort, After: second.Next));
        Assert.Equal((50, 50, 24), (first.Rows.Count, second.Rows.Count, third.Rows.Count));
        Assert.Equal(124, first.Rows.Concat(second.Rows).Concat(third.Rows).Select(r => r.Id).Distinct().Count());
        Assert.Null(first.Previous);
        Assert.Null(third.Next);
        var back = await Send(Hr, new ListCandidates.Query(Sort: sort, Before: third.Previous));
        Assert.Equal(second.Rows.Select(r => r.Id), back.Rows.Select(r => r.Id));
        var start = await Send(Hr, new ListCandidates.Query(Sort: sort, Before: back.Previous));
        Assert.Equal(first.Rows.Select(r => r.Id), start.Rows.Select(r => r.Id));
        Assert.Null(start.Previous);
    }

    [Fact]
    public async Task A_cursor_that_is_none_shows_the_beginning() =>
        Assert.Equal(4, (await Send(Hr, new ListCandidates.Query(After: "not a cursor"))).Rows.Count);

    [Fact]
    public async Task Takes_the_same_number_of_commands_for_one_row_and_for_fifty()
    {
        using var client = await Client(Hr);
        await client.Page("/candidates");
        var few = await Sql.During(() => client.Page("/candidates?channel=TradeShow"));
        var fewFound = await Sql.During(() => client.Page("/candidates?q=amara"));
        await AddPeople(60);
        var many = await Sql.During(() => client.Page("/candidates?channel=Network"));
        var manyFound = await Sql.During(() => client.Page("/candidates?q=person"));
        Assert.Equal((few, fewFound), (many, manyFound));
        Assert.True(Math.Max(few, fewFound) <= 6, $"{few} and {fewFound} commands");
    }

    [Fact]
    public async Task A_new_application_is_called_new()
    {
        using var client = await Client(Hr);
        var row = (await client.Page("/candidates?q=luis")).QuerySelector("main tbody tr")!;
        Assert.Equal("New", row.QuerySelector("[data-label=Stage]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_name_is_text_and_never_markup()
    {
        await Send(Hr, new AddCandidate.Command { Name = "<script>alert(1)</script>", OpeningId = RepOpening, Channel = HireChannel.Network });
        using var client = await Client(Hr);
        foreach (var address in new[] { "/candidates", $"/openings/{RepOpening}/candidates", "/candidates?q=<script>" })
            Assert.DoesNotContain("<script>alert", await client.GetStringAsync(address), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> Names(Guid account, ListCandidates.Query? query = null) =>
        (await Send(account, query ?? new())).Rows.Select(r => r.Name);

    private Task AddPeople(int count) => Save(async db =>
    {
        var opening = await db.Openings.AsTracking().Include(o => o.Team).SingleAsync(o => o.Id == RepOpening);
        for (var i = 0; i < count; i++)
        {
            var person = new Candidate($"Person {i % 7}", $"p{i}@example.test", null, null, null, Now.AddMinutes(i / 3));
            db.Add(person);
            db.Add(new Application(person, opening, HireChannel.Network, null, Today, Now));
        }
    });
}
