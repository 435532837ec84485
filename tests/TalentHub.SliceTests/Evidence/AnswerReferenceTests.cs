using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.SliceTests.Access;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Evidence;

namespace TalentHub.SliceTests.Evidence;

/// <summary>The referee's page: what it says, what it takes, and what it does when somebody tries something.</summary>
public sealed class AnswerReferenceTests : World
{
    private const string Address = $"/reference/{Known.Token}";

    [Fact]
    public async Task It_says_whom_it_is_about_and_who_asked_and_tells_its_address_to_nobody()
    {
        await this.Reference(AmaraApplication);
        using var answer = await (await Client()).GetAsync(Address);
        var html = await answer.Text();
        foreach (var expected in new[] { "Amara Osei", "Leo Lead", "Territory rep, North East", "How did their customer meetings usually end?", "Nothing is saved before you send it in", "5 Dec 2026", "noindex" })
            Assert.Contains(expected, html, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Brightwater", "amara@example.test", "Newcastle", Known.Referee, "Ben Interviewer" })
            Assert.DoesNotContain(hidden, html, StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_confidential_search_is_named_by_its_level()
    {
        await Db(db => db.Openings.Where(o => o.Id == RepOpening).ExecuteUpdateAsync(o => o.SetProperty(x => x.Confidential, true)));
        await this.Reference(AmaraApplication);
        var html = await (await Client()).Page(Address);
        Assert.Contains("a position in sales", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Territory rep", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_in_is_kept_once_by_a_referee_without_account_and_no_word_is_in_the_trail()
    {
        var id = await this.Reference(AmaraApplication);
        var client = await Client();
        var fields = await this.Filled(id, "<script>alert(1)</script> MARK");
        fields["Form.Answers[2].Score"] = "none";
        fields["Form.Answers[2].Words"] = "";
        var answer = await client.Submit(Address, fields);
        Assert.Equal("/reference/sent", answer.Headers.Location!.ToString());
        Assert.Contains("Thank you", await client.Page("/reference/sent"), StringComparison.Ordinal);
        var check = await Db(db => db.ReferenceChecks.SingleAsync());
        Assert.Equal([4, 4, null, 4, 4, 4, 4], check.Answers.Select(a => a.Score));
        var row = await Db(db => db.AuditRows.OrderByDescending(r => r.Seq).FirstAsync());
        Assert.Equal(("AnswerReference", RefereeAccount, RepOpening), (row.Action, row.ActorId, row.OpeningId!.Value));
        Assert.DoesNotContain("MARK", row.Changes, StringComparison.Ordinal);
        Assert.Contains("a referee", await (await Client(Hr)).Page("/audit"), StringComparison.Ordinal);
        var read = await (await Client(Hr)).GetStringAsync($"/applications/{AmaraApplication}/evidence");
        Assert.Contains("&lt;script&gt;", read, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", read, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync(Address)).StatusCode);
    }

    [Fact]
    public async Task Something_missing_is_said_where_it_is_missing_and_everything_typed_is_still_there()
    {
        var id = await this.Reference(AmaraApplication);
        var fields = await this.Filled(id, "Typed with care");
        fields["Form.Overlap"] = "";
        fields["Form.Answers[1].Score"] = "";
        fields["Form.Answers[3].Words"] = "";
        using var answer = await (await Client()).Submit(Address, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Text();
        foreach (var sentence in new[] { "Please say from when to when.", "Please choose a number, or “Did not see”.", "the number alone tells nobody why", "Typed with care 6", "3 answers need another look" })
            Assert.Contains(sentence, html, StringComparison.Ordinal);
        Assert.Null((await Db(db => db.ReferenceChecks.SingleAsync())).AnsweredAt);
    }

    [Theory]
    [InlineData("wrong", HttpStatusCode.NotFound)]
    [InlineData("expired", HttpStatusCode.Gone)]
    [InlineData("revoked", HttpStatusCode.Gone)]
    [InlineData("used", HttpStatusCode.Gone)]
    [InlineData("closed", HttpStatusCode.Gone)]
    public async Task A_link_that_does_not_work_leads_to_one_friendly_page_that_names_nobody(string how, HttpStatusCode status)
    {
        var id = await this.Reference(AmaraApplication, how == "used" ? "In." : null);
        var fields = await this.Filled(id, "Typed too late");
        var client = await Client();
        var token = await TokenFrom(client);
        if (how == "expired") Clock.Advance(TimeSpan.FromDays(14));
        if (how == "revoked") await Send(Lead, new RevokeReference.Command(id));
        if (how == "closed") await Save(async db => (await db.Applications.AsTracking().SingleAsync(a => a.Id == AmaraApplication)).Withdraw(Lead, Now));
        var address = how == "wrong" ? $"{Address}x" : Address;
        using var got = await client.GetAsync(address);
        Assert.Equal(status, got.StatusCode);
        var html = await got.Text();
        Assert.Contains("This link does not work", html, StringComparison.Ordinal);
        fields["__RequestVerificationToken"] = token;
        using var posted = await client.PostAsync(address, new FormUrlEncodedContent(fields));
        Assert.Equal(status, posted.StatusCode);
        var kept = await posted.Text();
        Assert.Contains("Typed too late 0", kept, StringComparison.Ordinal);
        foreach (var text in new[] { html, kept }) foreach (var name in new[] { "Amara", "Territory", "Leo Lead" }) Assert.DoesNotContain(name, text, StringComparison.Ordinal);
        Assert.Equal(how == "used" ? "In." : "", (await Db(db => db.ReferenceChecks.SingleAsync())).Answers[0].Words);
    }

    [Fact]
    public async Task Sent_in_eight_times_at_once_it_is_kept_once()
    {
        var id = await this.Reference(AmaraApplication);
        var keys = (await Db(db => db.ReferenceChecks.Where(r => r.Id == id).Select(r => r.Answers).SingleAsync())).Select(a => a.Key).ToList();
        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            try
            {
                return await Send(Domain.Access.Viewer.Nobody, new AnswerReference.Command { Token = Known.Token, Overlap = $"{n}", Again = "Yes.", Answers = [.. keys.Select(k => new AnswerReference.Given { Key = k, Score = "3", Words = $"{n}" })] });
            }
            catch (Web.Platform.Failures.StaleWrite)
            {
                // PostgreSQL lets both read and refuses the second save.
                return false;
            }
        }));
        Assert.Single(done, d => d);
        Assert.Equal(1, await Db(db => db.AuditRows.CountAsync(r => r.Action == "AnswerReference")));
    }

    [Fact]
    public async Task Answers_to_questions_that_were_not_asked_and_megabytes_are_refused()
    {
        var id = await this.Reference(AmaraApplication);
        var client = await Client();
        var fields = await this.Filled(id);
        fields["Form.Answers[0].Key"] = "another-question";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.Submit(Address, fields)).StatusCode);
        fields = await this.Filled(id);
        fields["Form.Answers[0].Words"] = new string('x', 2001);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.Submit(Address, fields)).StatusCode);
        fields["Form.Answers[0].Words"] = new string('x', 11 << 20);
        fields["__RequestVerificationToken"] = await TokenFrom(client);
        using var content = new StringContent(string.Join('&', fields.Select(f => $"{WebUtility.UrlEncode(f.Key)}={(f.Value.Length > 9999 ? f.Value : WebUtility.UrlEncode(f.Value))}")), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        Assert.True((await client.PostAsync(Address, content)).StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/reference/" + new string('a', 4000))).StatusCode);
        Assert.Null((await Db(db => db.ReferenceChecks.SingleAsync())).AnsweredAt);
    }

    [Fact]
    public async Task Another_persons_link_answers_that_persons_questions_alone()
    {
        var first = await this.Reference(AmaraApplication);
        var second = await this.Reference(LuisApplication, token: "second");
        var answer = await (await Client()).Submit("/reference/second", await this.Filled(first));
        Assert.Equal("/reference/sent", answer.Headers.Location!.ToString());
        Assert.Equal([second], await Db(db => db.ReferenceChecks.Where(r => r.AnsweredAt != null).Select(r => r.Id).ToListAsync()));
    }

    private static Guid RefereeAccount => Domain.Access.Viewer.Referee.AccountId;

    /// <summary>An anti-forgery token for somebody not signed in.</summary>
    private static async Task<string> TokenFrom(HttpClient client) =>
        Platform.Security.FoundForm.Parse(await client.Page("/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}

/// <summary>Somebody who tries links is slowed down. On a host of its own, since it counts in real minutes.</summary>
public sealed class ReferenceLimitTests : World
{
    [Fact]
    public async Task Too_many_tries_within_a_minute_are_turned_away_in_words()
    {
        var client = await Client();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++) statuses.Add((await client.GetAsync($"/reference/try-{i}")).StatusCode);
        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.NotFound, 5), HttpStatusCode.TooManyRequests], statuses);
        Assert.Contains("Wait a minute", await client.Page("/reference/try-7"), StringComparison.Ordinal);
    }

    protected override void Adjust(IServiceCollection services) => services.Configure<Web.Platform.Security.LinkLimit>(l => l.Minute = 5);
}
