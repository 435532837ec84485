using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Openings;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Profiles;

namespace TalentHub.SliceTests.Profiles;

/// <summary>From a model to a published profile and its next version.</summary>
public sealed class ProfileTests : World
{
    [Fact]
    public async Task HR_starts_from_a_model_publishes_it_and_the_next_version_leaves_it_alone()
    {
        var id = await Send(Hr, new NewProfile.Command { Name = "Hunter", From = "field-rep-model" });
        var draft = await Send(Hr, new ShowProfile.Query(id, null));
        Assert.Equal((100, 8), (draft.Shown.TotalWeight, draft.Shown.Competencies.Count));
        Assert.Equal(1, await Send(Hr, new PublishProfile.Command(id, draft.Draft!.Token)));
        Assert.Equal(2, await Send(Hr, new StartNextVersion.Command(id)));
        var sheet = await Send(Hr, new EditProfile.Query(id));
        sheet.Form.Purpose = "Opens new ground.";
        sheet.Form.Competencies = sheet.Form.Competencies[..1];
        await Send(Hr, sheet.Form);
        Assert.Equal(100, (await Send(Lead, new ShowProfile.Query(id, null))).Shown.TotalWeight);
        var broken = await Assert.ThrowsAsync<RuleBroken>(async () => await Send(Hr, new PublishProfile.Command(id, (await Send(Hr, new ShowProfile.Query(id, null))).Draft!.Token)));
        Assert.Equal("profile-size", broken.Code);
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.Action == "PublishProfile")));
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.Action == "EditProfile")));
    }

    [Fact]
    public async Task A_profile_may_be_read_by_some_written_by_HR_and_reached_by_nobody_else()
    {
        foreach (var account in new[] { Lead, SalesManager, Executive })
        {
            Assert.NotEmpty((await Send(account, new ListProfiles.Query())).Rows);
            await Assert.ThrowsAsync<NotFound>(() => Send(account, new StartNextVersion.Command(RepProfile)));
            await Assert.ThrowsAsync<NotFound>(() => Send(account, new NewProfile.Command { Name = "X" }));
        }
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, new ShowProfile.Query(RepProfile, null)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Hr, new EditProfile.Query(RepProfile)));
    }

    [Fact]
    public async Task A_name_that_is_taken_and_a_missing_weight_are_said_where_they_belong()
    {
        Assert.Equal("profile-name-taken", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new NewProfile.Command { Name = "Field rep" }))).Code);
        await Send(Hr, new StartNextVersion.Command(RepProfile));
        var client = await Client(Hr);
        var answer = await client.Submit($"/profiles/{RepProfile}/edit", new Dictionary<string, string> { ["Form.Competencies[1].Weight"] = "", ["Form.Purpose"] = "Typed and kept" });
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("Say how much it counts.", page.Body!.TextContent);
        Assert.Equal("Typed and kept", page.QuerySelector("#Form_Purpose")!.TextContent.Trim());
        Assert.Equal("70", page.QuerySelector("[data-sum-total]")!.TextContent);
    }

    [Fact]
    public async Task A_stale_edit_shows_both_versions_and_keeps_what_was_typed()
    {
        await Send(Hr, new StartNextVersion.Command(RepProfile));
        var client = await Client(Hr);
        var stale = (await Send(Hr, new EditProfile.Query(RepProfile))).Form.Version.ToString();
        Assert.Equal(302, (int)(await client.Submit($"/profiles/{RepProfile}/edit", new Dictionary<string, string> { ["Form.Purpose"] = "Theirs" })).StatusCode);
        var answer = await client.Submit($"/profiles/{RepProfile}/edit", new Dictionary<string, string> { ["Form.Purpose"] = "Mine", ["Form.Version"] = stale });
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal(409, (int)answer.StatusCode);
        var conflict = page.QuerySelector(".conflict")!;
        Assert.Equal(["Purpose", "Mine", "Theirs"], conflict.QuerySelectorAll("tbody tr > *").Select(e => e.TextContent));
        Assert.Equal("Mine", page.QuerySelector("#Form_Purpose")!.TextContent.Trim());
    }

    [Fact]
    public async Task Pages_show_in_a_constant_number_of_commands_and_publish_over_HTTP()
    {
        var client = await Client(Hr);
        var one = await Sql.During(() => client.GetStringAsync("/profiles"));
        await Save(db =>
        {
            db.AddRange(Enumerable.Range(1, 50).Select(n => new SuccessProfile($"Role {n}", RoleLevel.Rep, null)));
            return Task.CompletedTask;
        });
        Assert.Equal(one, await Sql.During(() => client.GetStringAsync("/profiles")));
        Assert.InRange(one, 1, 6);
        Assert.InRange(await Sql.During(() => client.GetStringAsync($"/profiles/{RepProfile}")), 1, 10);
        await client.Submit($"/profiles/{RepProfile}", new Dictionary<string, string>(), "Next");
        await client.Submit($"/profiles/{RepProfile}?version=2", new Dictionary<string, string>(), "Publish");
        Assert.Contains("version 2", await client.GetStringAsync($"/profiles/{RepProfile}"));
        Assert.Equal(200, (int)(await client.GetAsync("/profiles/new")).StatusCode);
        Assert.Equal(200, (int)(await client.GetAsync($"/api/profiles/{RepProfile}")).StatusCode);
    }
}
