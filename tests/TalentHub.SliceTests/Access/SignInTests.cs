using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Access;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Access;

[Covers(typeof(TalentHub.Web.Features.Access.SignIn), typeof(TalentHub.Web.Features.Access.SignInAsDemo), typeof(TalentHub.Web.Features.Access.SignOut))]
public sealed class SignInTests : World
{
    private const string Secret = "a quiet canal at dawn";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Scoped(Domain.Access.Viewer.Console, async s =>
        {
            var users = s.GetRequiredService<UserManager<Account>>();
            return await users.AddPasswordAsync((await users.FindByIdAsync(Lead.ToString()))!, Secret);
        });
    }

    [Fact]
    public async Task The_right_password_leads_to_where_one_was_going()
    {
        var response = await Try(Secret, "/sign-in?returnUrl=/openings");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/openings", response.Headers.Location!.ToString());
        Assert.True(response.SetsSignInCookie());
    }

    [Theory]
    [InlineData("https://elsewhere.test/")]
    [InlineData("//elsewhere.test/")]
    public async Task A_way_out_of_the_house_is_not_taken(string returnUrl) =>
        Assert.Equal("/", (await Try(Secret, "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl))).Headers.Location!.ToString());

    [Fact]
    public async Task A_wrong_password_an_unknown_address_and_a_disabled_account_hear_the_same()
    {
        var wrong = await Try("not the password");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var text = await wrong.Text();
        Assert.Contains("do not belong together", text);
        Assert.Contains("leo.lead@example.test", text);
        Assert.DoesNotContain("not the password", text);
        var unknown = await (await Try("not the password", email: "nobody@example.test")).Text();
        Assert.Contains("do not belong together", unknown);
        await Save(db => db.Users.Where(a => a.Id == Lead).ExecuteUpdateAsync(u => u.SetProperty(a => a.DisabledAt, Now)));
        var disabled = await Try(Secret);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, disabled.StatusCode);
        Assert.Contains("do not belong together", await disabled.Text());
        Assert.False(disabled.SetsSignInCookie());
    }

    [Fact]
    public async Task Ten_failures_lock_the_account_for_a_while_without_saying_so()
    {
        var wrong = await Said(await Try("not the password"));
        for (var i = 1; i < 10; i++) await Try("not the password");
        var locked = await Try(Secret);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
        Assert.Equal(wrong, await Said(locked));
        await Save(db => db.Users.Where(a => a.Id == Lead).ExecuteUpdateAsync(u => u.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null)));
        Assert.True((await Try(Secret)).SetsSignInCookie());
    }

    /// <summary>What a reader of the page reads.</summary>
    private static async Task<string> Said(HttpResponseMessage page) => new HtmlParser().ParseDocument(await page.Text()).QuerySelector("main")!.TextContent;

    [Fact]
    public async Task One_click_sign_in_exists_in_a_demo_database_alone()
    {
        await Save(db => db.Users.Where(a => a.Id == Hr).ExecuteUpdateAsync(u => u.SetProperty(a => a.DemoNote, "Runs hiring.")));
        var fields = new Dictionary<string, string> { ["accountId"] = Hr.ToString() };
        var client = await Client();
        Assert.DoesNotContain("Look around", await client.Page("/sign-in"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.Submit("/sign-in", fields, "/sign-in?handler=Demo")).StatusCode);

        await Save(db => { db.Marks.Add(new DatabaseMark { Name = DatabaseMark.Demo, At = Now }); return Task.CompletedTask; });
        var page = await client.Page("/sign-in");
        Assert.Contains("Look around the demo company", page);
        Assert.Contains("Runs hiring.", page);
        Assert.DoesNotContain("Leo Lead", page);
        fields["accountId"] = Lead.ToString();
        Assert.Equal(HttpStatusCode.NotFound, (await client.Submit("/sign-in", fields, "/sign-in?handler=Demo")).StatusCode);
        fields["accountId"] = Hr.ToString();
        Assert.True((await client.Submit("/sign-in", fields, "/sign-in?handler=Demo")).SetsSignInCookie());
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_away()
    {
        var client = await Client();
        await client.Submit("/sign-in", new() { ["Form.Email"] = "leo.lead@example.test", ["Form.Password"] = Secret });
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        var left = await client.Submit("/", [], "/sign-out");
        Assert.Equal("/sign-in", left.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var response = await (await Client()).PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["Form.Email"] = "leo.lead@example.test", ["Form.Password"] = Secret }));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.SetsSignInCookie());
    }

    private async Task<HttpResponseMessage> Try(string password, string page = "/sign-in", string email = "leo.lead@example.test") =>
        await (await Client()).Submit(page, new() { ["Form.Email"] = email, ["Form.Password"] = password });
}
