using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Access;
using TalentHub.Web.Features.Audit;

namespace TalentHub.SliceTests.Audit;

public sealed class ReadTrailTests : World
{
    [Fact]
    public async Task The_trail_says_who_did_what_in_words()
    {
        await Send(Administrator, new DisableAccount.Command(Lead));
        var row = (await Send(Hr, new ReadTrail.Query(null, null, null))).Rows[0];
        Assert.Equal(("Ada Admin", "Disable account", "Account", "Leo Lead"), (row.Who, row.Action, row.Kind, row.Subject));
        Assert.Equal(("Disabled at", "nothing", "21 Nov 2026 09:00"), (row.Changes[0].Property, row.Changes[0].Before, row.Changes[0].After));
        Assert.All((await Send(Hr, new ReadTrail.Query("Account", Administrator, null))).Rows, r => Assert.Equal(("Ada Admin", "Account"), (r.Who, r.Kind)));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        var seen = new List<long>();
        long? before = null;
        do
        {
            var view = await Send(Hr, new ReadTrail.Query(null, null, before));
            seen.AddRange(view.Rows.Select(r => r.Seq));
            before = view.Older;
        }
        while (before is not null);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
        Assert.Equal(await Db(db => db.AuditRows.LongCountAsync()), seen.Count);
    }

    [Fact]
    public async Task Personal_values_are_shown_and_judgements_are_sealed()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "Named two lost deals.");
        var rows = (await Send(Hr, new ReadTrail.Query(null, null, null))).Rows.ToList();
        Assert.DoesNotContain(rows.SelectMany(r => r.Changes), c => c.After.Contains("lost deals", StringComparison.Ordinal));
        Assert.Contains((await Send(Hr, new ReadTrail.Query("Candidate", null, null))).Rows.SelectMany(r => r.Changes), c => c.After == "Amara Osei");
    }

    [Fact]
    public async Task An_insider_finds_nothing_of_the_opening_they_are_a_candidate_for()
    {
        var client = await Client(Insider);
        foreach (var hidden in new[] { VpOpening, VpStage, InsiderApplication, OutsiderApplication, InsiderCandidate })
            Assert.DoesNotContain(hidden.ToString(), await Whole(client));
        Assert.DoesNotContain("Tell me of a time that shows: Leads through managers?", await Rows(Insider, "KitQuestion"));
        Assert.Contains("Tell me of a time that shows: Leads through managers?", await Rows(Hr, "KitQuestion"));
        Assert.DoesNotContain("Whitlock", await Whole(client));
    }

    [Fact]
    public async Task Verifying_says_whole_or_broken()
    {
        Assert.True((await Send(Administrator, new VerifyTrail.Query())).Whole);
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, new VerifyTrail.Query()));
        await Assert.ThrowsAsync<NotFound>(() => Send(Lead, new ReadTrail.Query(null, null, null)));
        await Db(async db => { db.AuditHeads.Remove(await db.AuditHeads.SingleAsync()); return await db.SaveChangesAsync(); });
        Assert.False((await Send(Administrator, new VerifyTrail.Query())).Whole);
    }

    [Fact]
    public async Task A_page_takes_the_same_few_commands_however_long_the_trail()
    {
        var client = await Client(Hr);
        await client.GetAsync("/audit");
        var full = await Sql.During(() => client.GetStringAsync("/audit"));
        Assert.Equal(full, await Sql.During(() => client.GetStringAsync("/audit?before=2")));
        Assert.True(full <= 6, $"{full} commands");
    }

    private async Task<string> Rows(Guid account, string kind) =>
        string.Join("\n", (await Send(account, new ReadTrail.Query(kind, null, null))).Rows.SelectMany(r => r.Changes).Select(c => c.After));

    private static async Task<string> Whole(HttpClient client)
    {
        var all = "";
        for (string? address = "/audit"; address is not null; address = Next(all))
            all += System.Net.WebUtility.HtmlDecode(await client.GetStringAsync(address));
        return all;
    }

    private static string? Next(string html)
    {
        var last = html.LastIndexOf("<!doctype html>", StringComparison.Ordinal);
        var at = html.IndexOf("before=", last, StringComparison.Ordinal);
        return at < 0 ? null : $"/audit?{html[at..html.IndexOf('"', at)]}";
    }
}
