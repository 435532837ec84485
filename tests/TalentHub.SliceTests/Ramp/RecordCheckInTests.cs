using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Web.Features.Ramp;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.SliceTests.Ramp;

public sealed class RecordCheckInTests : RampWorld
{
    [Fact]
    public async Task Manager_HR_and_the_new_hire_record_weeks_and_the_trail_says_who()
    {
        await Send(SalesManager, Week(TheoRampPlan, 1, 8, 2));
        await Send(Hr, Week(TheoRampPlan, 2, 9, 2));
        await Send(NewHire, Week(TheoRampPlan, 3, 10, 3));
        Assert.Equal([SalesManager, Hr, NewHire], (await Theo()).CheckIns.OrderBy(c => c.Week).Select(c => c.RecordedBy));
        var rows = await Db(db => db.AuditRows.Where(r => r.Action == "RecordCheckIn" && r.EntityType == "CheckIn").Select(r => r.ActorId).ToListAsync());
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public async Task Rules_are_said_by_their_code()
    {
        await Send(SalesManager, Week(TheoRampPlan, 1, 8, 2));
        await Broken("week-recorded", () => Send(SalesManager, Week(TheoRampPlan, 1, 8, 2)));
        await Broken("week-in-future", () => Send(SalesManager, Week(TheoRampPlan, 8, 8, 2)));
        await Broken("week-range", () => Send(SalesManager, Week(TheoRampPlan, 14, 8, 2)));
        await Broken("actual-range", () => Send(SalesManager, Week(TheoRampPlan, 2, -1, 2)));
        var golf = Week(TheoRampPlan, 2, 1, 1);
        golf.Actuals.Add(new() { Key = "golf", Value = 1 });
        await Broken("activity-unknown", () => Send(SalesManager, golf));
        var blank = Week(TheoRampPlan, 2, 1, 1);
        blank.Actuals[0].Value = null;
        await Assert.ThrowsAsync<ValidationException>(() => Send(SalesManager, blank));
        await Assert.ThrowsAsync<ValidationException>(() => Send(SalesManager, new RecordCheckIn.Command { PlanId = TheoRampPlan, Week = 2 }));
        await Broken("week-in-future", () => Send(SalesManager, new RecordCheckIn.Query(TheoRampPlan, 9)));
    }

    [Fact]
    public async Task Who_may_only_read_or_is_out_of_reach_finds_nothing()
    {
        foreach (var outsider in new[] { OtherManager, InterviewerA, Lead, Executive, Administrator })
        {
            await Assert.ThrowsAsync<NotFound>(() => Send(outsider, Week(TheoRampPlan, 1, 8, 2)));
            await Assert.ThrowsAsync<NotFound>(() => Send(outsider, new RecordCheckIn.Query(TheoRampPlan, 1)));
        }
    }

    [Fact]
    public async Task Two_at_once_make_one_record_and_the_other_gets_a_sentence()
    {
        var both = await Task.WhenAll(Enumerable.Range(1, 2).Select(async n =>
        {
            try
            {
                await Send(n == 1 ? SalesManager : NewHire, Week(TheoRampPlan, 1, n, n));
                return null;
            }
            catch (Exception refused)
            {
                return FailureMap.Of(refused);
            }
        }));
        var failure = Assert.Single(both, f => f is not null)!;
        Assert.Contains(failure.Status, new[] { 409, 422 });
        Assert.NotEmpty(Assert.Single(failure.Errors).Sentence);
        Assert.Single((await Theo()).CheckIns);
    }

    [Fact]
    public async Task A_stale_correction_is_a_conflict_that_shows_both()
    {
        await Send(SalesManager, Week(TheoRampPlan, 1, 8, 2));
        var version = (await Send(NewHire, new RecordCheckIn.Query(TheoRampPlan, 1))).Form.Version;
        await Send(SalesManager, Week(TheoRampPlan, 1, 77, 2, version));
        await Assert.ThrowsAsync<Conflict>(() => Send(NewHire, Week(TheoRampPlan, 1, 55, 2, version)));

        var answer = await Post(await Client(NewHire), 1, version, "55", "2");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Conversations 55", html);
        Assert.Contains("Conversations 77", html);
        var fresh = (await Send(NewHire, new RecordCheckIn.Query(TheoRampPlan, 1))).Form.Version;
        Assert.Contains($"name=\"Form.Version\" value=\"{fresh}\"", html);
    }

    [Fact]
    public async Task A_form_filled_before_the_record_shows_theirs_and_can_replace_it()
    {
        var client = await Client(NewHire);
        await Send(SalesManager, Week(TheoRampPlan, 1, 77, 2));
        var html = await (await Post(client, 1, 0, "55", "2")).Content.ReadAsStringAsync();
        Assert.Contains("Sam Manager recorded week 1 meanwhile", html);
        Assert.Contains("value=\"55\"", html);
        var version = int.Parse(Regex.Match(html, "name=\"Form.Version\" value=\"(\\d+)\"").Groups[1].Value, null);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(client, 1, version, "55", "2")).StatusCode);
        Assert.Equal(55, (await Theo()).CheckIns.Single().Actuals["conversations"]);
    }

    [Fact]
    public async Task What_cannot_be_read_comes_back_with_its_sentence()
    {
        var answer = await Post(await Client(NewHire), 1, 0, "many", "2");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("value=\"many\"", html);
        Assert.Contains("cannot be read", html);
    }

    [Fact]
    public async Task The_API_takes_the_same_command_and_refuses_in_problem_details()
    {
        var client = await Client(SalesManager);
        var token = await Token(client, $"/ramp/{TheoRampPlan}/check-in/1");
        client.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        var body = new { week = 1, actuals = new[] { new { key = "conversations", value = 8 }, new { key = "meetings", value = 2 } } };
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsJsonAsync($"/api/ramp/{TheoRampPlan}/check-ins", body)).StatusCode);
        var again = await client.PostAsJsonAsync($"/api/ramp/{TheoRampPlan}/check-ins", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("week-recorded", await again.Content.ReadAsStringAsync());
        Assert.Contains("\"Theo Brandt\"", await client.GetStringAsync($"/api/ramp/{TheoRampPlan}"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await Client(OtherManager)).GetAsync($"/api/ramp/{TheoRampPlan}")).StatusCode);
    }

    private async Task<HttpResponseMessage> Post(HttpClient client, int week, int version, string conversations, string meetings)
    {
        var path = $"/ramp/{TheoRampPlan}/check-in/{week}";
        return await client.PostAsync(path, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await Token(client, path),
            ["Form.Version"] = $"{version}",
            ["Form.Actuals[0].Key"] = "conversations",
            ["Form.Actuals[0].Name"] = "Conversations",
            ["Form.Actuals[0].Value"] = conversations,
            ["Form.Actuals[1].Key"] = "meetings",
            ["Form.Actuals[1].Name"] = "Qualified meetings",
            ["Form.Actuals[1].Value"] = meetings,
        }));
    }

    private static async Task<string> Token(HttpClient client, string path) =>
        Regex.Match(await client.GetStringAsync(path), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
}
