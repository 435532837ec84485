using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data.Access;
using TalentHub.Domain.Access;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Access;

namespace TalentHub.SliceTests.Access;

/// <summary>The first administrator of an empty installation.</summary>
public sealed class SetUpTests : App
{
    private static readonly Dictionary<string, string> Answers = new() { ["Form.Name"] = "Ada Ash", ["Form.Email"] = "ada@example.test", ["Form.Password"] = "a quiet canal at dawn", ["Form.WithLibrary"] = "true" };

    private string Address => "/set-up?token=" + Services.GetRequiredService<SetupToken>().Value;

    [Fact]
    public async Task The_token_of_the_console_makes_the_first_administrator_once()
    {
        var client = await Client();
        Assert.StartsWith("/sign-in", (await client.GetAsync("/")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal("/set-up", (await client.GetAsync("/sign-in")).Headers.Location!.ToString());
        var without = await client.GetAsync("/set-up");
        Assert.Equal(HttpStatusCode.NotFound, without.StatusCode);
        Assert.Contains("in its console", await without.Text());
        Assert.Contains("in its console", await client.Page("/set-up?token=guessed"));

        var done = await client.Submit(Address, new(Answers) { ["Form.Token"] = Address.Split('=')[1] });
        Assert.Equal("/", done.Headers.Location!.ToString());
        Assert.Contains("First steps", await client.Page("/"));
        Assert.Equal([Role.Administrator, Role.Hr], await Db(db => db.RoleGrants.Select(g => g.Role).OrderBy(r => r).ToListAsync()));
        Assert.True(await Db(db => db.Marks.AnyAsync(m => m.Name == DatabaseMark.SetupDone)));
        Assert.True(await Db(db => db.Questions.AnyAsync(q => q.ApprovedAt != null)) && await Db(db => db.RampTemplates.AnyAsync()));
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.Action == "SetUp" && r.EntityType == "RoleGrant")));

        var again = await (await Client()).GetAsync(Address);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.DoesNotContain("console", await again.Text());
    }

    [Theory]
    [InlineData("too short", "12 characters")]
    [InlineData("password1234!", "first anyone would try")]
    [InlineData("P@ssw0rd12345", "first anyone would try")]
    [InlineData("welcomewelcome", "first anyone would try")]
    [InlineData("192837465019", "first anyone would try")]
    [InlineData("adaash123456", "your own name")]
    public async Task A_password_anyone_would_guess_is_refused(string password, string sentence)
    {
        var response = await (await Client()).Submit(Address, new(Answers) { ["Form.Token"] = Address.Split('=')[1], ["Form.Password"] = password });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var text = await response.Text();
        Assert.Contains(sentence, text);
        Assert.Contains("Ada Ash", text);
        Assert.DoesNotContain(password, text);
        Assert.False(await Db(db => db.Users.AnyAsync()));
    }

    [Fact]
    public async Task A_guessed_token_makes_nobody()
    {
        var response = await (await Client()).Submit(Address, new(Answers) { ["Form.Token"] = "guessed" }, "/set-up?token=guessed");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(await Db(db => db.Users.AnyAsync()));
    }
}
