using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Mail;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Mail;

/// <summary>A scorecard is asked for one hour after the interview's end and never before it, then daily at a civil hour, and not a moment longer than it is owed.</summary>
public sealed class ReminderTests : MailWorld
{
    [Fact]
    public async Task The_first_comes_an_hour_after_the_end_and_the_next_on_the_next_day()
    {
        var (start, end) = await AtNoon();
        Clock.Advance(end.AddMinutes(59) - Now);
        await Remind();
        Assert.Empty(await Reminders());
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Remind();
        await Remind();
        Assert.Equal([InterviewerA, InterviewerB], (await Reminders()).Select(l => l.ToAccountId!.Value).Order());
        // The same evening and before nine: nothing more.
        Clock.Advance(start.Date.AddDays(1).AddHours(8).AddMinutes(59) - Now);
        await Remind();
        Assert.Equal(2, (await Reminders()).Count);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Remind();
        await Remind();
        Assert.Equal(4, (await Reminders()).Count);
    }

    [Fact]
    public async Task Who_has_handed_in_hears_nothing_and_a_reminder_that_waits_is_withdrawn()
    {
        var (_, end) = await AtNoon();
        Clock.Advance(end.AddHours(1) - Now);
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "seen");
        await Remind();
        Assert.Equal(InterviewerB, Assert.Single(await Reminders()).ToAccountId);
        await SubmitScorecard(AmaraInterview, InterviewerB, 4, "seen");
        await Remind();
        Assert.Equal(LetterState.Withdrawn, Assert.Single(await Reminders()).State);
    }

    [Fact]
    public async Task A_moved_interview_is_reminded_of_after_its_new_end()
    {
        var (_, end) = await AtNoon();
        var form = (await Send(Lead, new ChangeInterview.Query(AmaraInterview))).Form;
        await Send(Lead, form with { StartsAt = form.StartsAt!.Value.AddDays(1) });
        Clock.Advance(end.AddHours(2) - Now);
        await Remind();
        Assert.Empty(await Reminders());
        Clock.Advance(TimeSpan.FromDays(1));
        await Remind();
        Assert.Equal(2, (await Reminders()).Count);
    }

    [Fact]
    public async Task Called_off_or_decided_nobody_is_reminded()
    {
        var (_, end) = await AtNoon();
        await Send(Lead, new ChangeInterview.Cancel(AmaraInterview));
        Clock.Advance(end.AddHours(1) - Now);
        await Remind();
        Assert.Empty(await Reminders());
    }

    [Fact]
    public async Task Nine_is_nine_where_they_are()
    {
        await Live(InterviewerA, "America/New_York");
        await Live(InterviewerB, "Asia/Tokyo");
        var (start, end) = await AtNoon();
        Clock.Advance(end.AddHours(1) - Now);
        await Remind();
        // Midnight and a half in London is half past nine in Tokyo, and the evening before in New York.
        Clock.Advance(start.Date.AddDays(1).AddMinutes(30) - Now);
        await Remind();
        Assert.Equal(InterviewerB, (await Reminders())[^1].ToAccountId);
        Assert.Equal(3, (await Reminders()).Count);
    }

    [Fact]
    public async Task A_reminder_says_nothing_that_anybody_judged()
    {
        var (_, end) = await AtNoon();
        Clock.Advance(end.AddHours(1) - Now);
        await SubmitScorecard(AmaraInterview, InterviewerA, 2, "markerevidence");
        await Remind();
        var letter = Assert.Single(await Reminders());
        Assert.DoesNotContain("markerevidence", letter.Subject + letter.Text, StringComparison.Ordinal);
        Assert.Contains($"/interviews/{AmaraInterview}/scorecard", letter.Text, StringComparison.Ordinal);
    }

    /// <summary>Amara's interview begins tomorrow at noon UTC.</summary>
    private async Task<(DateTime Start, DateTime End)> AtNoon()
    {
        var form = (await Send(Lead, new ChangeInterview.Query(AmaraInterview))).Form;
        await Send(Lead, form with { StartsAt = Now.Date.AddDays(1).AddHours(12), Zone = "Etc/UTC" });
        var interview = await Db(db => db.Interviews.SingleAsync(i => i.Id == AmaraInterview));
        return (interview.StartsAt, interview.EndsAt);
    }

    private async Task<List<Letter>> Reminders() => [.. (await Outbox()).Where(l => l.Kind == LetterKind.ScorecardReminder)];
}
