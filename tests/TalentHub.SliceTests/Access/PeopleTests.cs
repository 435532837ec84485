using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Access;

namespace TalentHub.SliceTests.Access;

/// <summary>Inviting, roles, disabling, and links for choosing a password.</summary>
[Covers(typeof(TalentHub.Web.Features.Access.AskForReset), typeof(TalentHub.Web.Features.Access.ChangePassword), typeof(TalentHub.Web.Features.Access.ChoosePassword), typeof(TalentHub.Web.Features.Access.EditAccount))]
public sealed partial class PeopleTests : World
{
    [Fact]
    public async Task An_invited_person_chooses_a_password_once_and_is_in()
    {
        var admin = await Client(Administrator);
        var made = await admin.Submit("/people", new() { ["Form.Name"] = "Pia Neu", ["Form.Email"] = "pia@example.test", ["Form.Roles"] = "Interviewer" });
        var person = await admin.Page(made.Headers.Location!.ToString());
        Assert.Contains("No mail server is configured", person);
        var link = Link().Match(person).Value;
        Assert.DoesNotContain("token=", await admin.Page(made.Headers.Location!.ToString()));

        var pia = await Client();
        Assert.Contains("Welcome, Pia Neu", await pia.Page(link));
        var fields = new Dictionary<string, string> { ["Form.Password"] = "a quiet canal at dawn" };
        Assert.Equal("/", (await Choose(pia, link, fields)).Headers.Location!.ToString());
        Assert.Contains("for you.", await pia.Page("/"));
        Assert.Equal(HttpStatusCode.Gone, (await (await Client()).GetAsync(link)).StatusCode);
        Assert.True((await (await Client()).Submit("/sign-in", new() { ["Form.Email"] = "PIA@example.test", ["Form.Password"] = "a quiet canal at dawn" })).SetsSignInCookie());
    }

    [Fact]
    public async Task An_address_can_have_one_account()
    {
        var broken = await Assert.ThrowsAsync<RuleBroken>(() => Send(Administrator, new InviteAccount.Command { Name = "Other Leo", Email = "Leo.Lead@example.test", Roles = [Role.Hr] }));
        Assert.Equal("email-taken", broken.Code);
    }

    [Fact]
    public async Task A_disabled_account_is_out_on_the_next_request_though_its_cookie_is_played_again()
    {
        var cookie = await Cookie(Lead);
        Assert.Equal(HttpStatusCode.OK, (await With(cookie, "/")).StatusCode);
        await Send(Administrator, new DisableAccount.Command(Lead));
        Assert.StartsWith("/sign-in", (await With(cookie, "/")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        await Send(Administrator, new EnableAccount.Command(Lead));
        Assert.Equal(HttpStatusCode.Redirect, (await With(cookie, "/")).StatusCode);
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.Action == "DisableAccount" && r.EntityId == Lead.ToString() && r.ActorId == Administrator && r.Changes.Contains("DisabledAt"))));
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_on_the_next_request()
    {
        var cookie = await Cookie(Hr);
        Assert.Equal(HttpStatusCode.OK, (await With(cookie, "/audit")).StatusCode);
        await Send(Administrator, new ChangeRoles.Command(Hr, [Role.Interviewer]));
        Assert.Equal(HttpStatusCode.NotFound, (await With(cookie, "/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await With(cookie, "/")).StatusCode);
        Assert.Equal(2, await Db(db => db.AuditRows.CountAsync(r => r.Action == "ChangeRoles" && r.EntityType == "RoleGrant")));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await Send(Administrator, new DisableAccount.Command(Insider));
        Assert.Equal("last-administrator", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Administrator, new DisableAccount.Command(Administrator)))).Code);
        Assert.Equal("last-administrator", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Administrator, new ChangeRoles.Command(Administrator, [Role.Hr])))).Code);
        await Send(Administrator, new ChangeRoles.Command(Hr, [Role.Hr, Role.Administrator]));
        await Send(Administrator, new ChangeRoles.Command(Administrator, [Role.Hr]));
    }

    [Fact]
    public async Task Only_administrators_find_the_page()
    {
        await Assert.ThrowsAsync<NotFound>(() => Send(Hr, new People.Query(null, null, null)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Hr, new Person.Query(Lead)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Administrator, new Person.Query(Guid.NewGuid())));
        var page = await (await Client(Administrator)).Page("/people?q=interviewer");
        Assert.Contains("Ana Interviewer", page);
        Assert.DoesNotContain("Leo Lead</a>", page);
    }

    [Fact]
    public async Task A_forgotten_password_gets_the_same_answer_for_every_address_and_a_letter_for_a_known_one()
    {
        Mail.Configured = true;
        var known = await Strip(await (await Client()).Submit("/reset", new() { ["email"] = "leo.lead@example.test" }, "/reset?handler=Ask"));
        var unknown = await Strip(await (await Client()).Submit("/reset", new() { ["email"] = "nobody@example.test" }, "/reset?handler=Ask"));
        Assert.Equal(known, unknown);
        var letter = Assert.Single(Mail.Letters);
        Assert.Equal("leo.lead@example.test", letter.To);

        var link = Link().Match(letter.Text).Value;
        Assert.StartsWith("https://hub.example.test/reset?", link, StringComparison.Ordinal);
        var before = await Cookie(Lead);
        await Choose(await Client(), link[link.IndexOf("/reset", StringComparison.Ordinal)..], new() { ["Form.Password"] = "the heron waits in reeds" });
        Assert.Equal(HttpStatusCode.Redirect, (await With(before, "/")).StatusCode);
    }

    [Fact]
    public async Task Changing_a_password_needs_the_present_one_and_ends_other_sessions()
    {
        var link = await Send(Administrator, new MakeLink.Command(Lead));
        var client = await Client();
        await Choose(client, link.Path, new() { ["Form.Password"] = "a quiet canal at dawn" });
        var elsewhere = await Cookie(Lead);
        var wrong = await client.Submit("/account/password", new() { ["Form.Present"] = "something else", ["Form.New"] = "the heron waits in reeds" });
        Assert.Contains("not your present password", await wrong.Text());
        Assert.Equal("/account", (await client.Submit("/account/password", new() { ["Form.Present"] = "a quiet canal at dawn", ["Form.New"] = "the heron waits in reeds" })).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await With(elsewhere, "/")).StatusCode);
        await client.Submit("/account", new() { ["Form.Name"] = "Leonie Lead" });
        Assert.Contains("Leonie Lead", await client.Page("/account"));
    }

    private async Task<HttpResponseMessage> With(string cookie, string address)
    {
        var client = await Client();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return await client.GetAsync(address);
    }

    private static async Task<HttpResponseMessage> Choose(HttpClient client, string link, Dictionary<string, string> fields)
    {
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(new Uri("https://localhost"), link).Query);
        return await client.Submit(link, new(fields) { ["Form.Id"] = query["id"]!, ["Form.Token"] = query["token"]! });
    }

    private static async Task<string> Strip(HttpResponseMessage response) => Changing().Replace(await response.Text(), "");

    [GeneratedRegex("https?://[^\\s\"]*token=[^\\s\"]+")]
    private static partial Regex Link();

    [GeneratedRegex("(value|nonce)=\"[^\"]*\"")]
    private static partial Regex Changing();
}
