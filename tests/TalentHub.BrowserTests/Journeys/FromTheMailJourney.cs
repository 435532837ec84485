using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TalentHub.BrowserTests.Setup;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Mail;
using TalentHub.Web.Features.Interviews;
using TalentHub.Web.Platform.Security;

namespace TalentHub.BrowserTests.Journeys;

/// <summary>U5: from the link in a mail to a submitted scorecard in under twelve actions besides typing the evidence.</summary>
[Collection(nameof(Demo))]
public sealed class FromTheMailJourney(Site site)
{
    private const int Most = 11;

    private static readonly int[] Ratings = [4, 3, 5, 2, 4, 3, 4];
    private int actions;

    [Fact]
    public async Task An_interviewer_comes_from_the_mail_and_hands_in_before_the_next_meeting()
    {
        var letter = await Reminder();
        var page = await site.Visit();
        await Act(() => page.GotoAsync(new Uri(letter.Text.Split('\n').Single(l => l.StartsWith("http", StringComparison.Ordinal))).AbsolutePath));
        await Act(() => page.GetByRole(AriaRole.Button, new() { NameRegex = new(letter.ToName) }).First.ClickAsync());
        await page.WaitForURLAsync(url => url.EndsWith($"/interviews/{letter.InterviewId}/scorecard", StringComparison.Ordinal));

        var questions = await page.Locator("article.question").AllAsync();
        Assert.InRange(questions.Count, 5, Ratings.Length);
        foreach (var (question, rating) in questions.Zip(Ratings))
        {
            await Act(() => question.Locator($"label:has(input[data-rating='{rating}'])").ClickAsync());
            await Assertions.Expect(question.Locator("textarea")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync("Named the two deals that were lost, and what was asked afterwards.");
        }

        await Act(() => page.GetByRole(AriaRole.Radio, new() { Name = "Yes", Exact = true }).CheckAsync(new() { Force = true }));
        await Act(() => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Submit") }).First.ClickAsync());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("locked");
        Assert.InRange(actions, 1, Most);
    }

    /// <summary>The letter Farah gets about the interview with Luis, which ended two hours ago whatever the time of day.</summary>
    private async Task<Letter> Reminder()
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Session>().Viewer = Viewer.Console;
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        var interview = await db.Interviews.AsTracking().Include(i => i.Scorecards).SingleAsync(i => i.Candidate!.Name == "Luis Ferreira" && i.Stage!.Name.StartsWith("Panel"));
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        interview.Reschedule(now.AddHours(-2).AddMinutes(-interview.Minutes), interview.Minutes, interview.Place);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RemindInterviewers.Command());
        return await db.Letters.Where(l => l.Kind == LetterKind.ScorecardReminder && l.InterviewId == interview.Id && l.ToName == "Farah Nasser").OrderByDescending(l => l.Id).FirstAsync();
    }

    private async Task Act(Func<Task> what)
    {
        actions++;
        await what();
    }
}
