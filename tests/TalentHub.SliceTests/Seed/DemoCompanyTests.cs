using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Data.Auditing;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Seed;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Seed;

/// <summary>A database filled with the demo company once for all the looks at it.</summary>
public sealed class FilledApp : App, IAsyncLifetime
{
    public Task InitializeAsync() => Fill();

    public Task Fill() => Scoped(Domain.Access.Viewer.Console, async s =>
    {
        await DemoCompany.Fill(s, default);
        return true;
    });

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}

public sealed class DemoCompanyTests(FilledApp app) : IClassFixture<FilledApp>
{
    [Fact]
    public async Task There_are_sixty_sellers_and_twenty_of_them_have_left()
    {
        Assert.Equal(60, await app.Db(db => db.Employees.CountAsync(e => e.Level == RoleLevel.Rep)));
        Assert.Equal(20, await app.Db(db => db.Exits.CountAsync()));
        Assert.Equal(20, await app.Db(db => db.Employees.CountAsync(e => e.LeftOn != null && e.LeftOn < app.Today)));
        Assert.InRange(await app.Db(db => db.Candidates.CountAsync()), 75, 100);
    }

    [Fact]
    public async Task Every_stage_of_a_search_has_one()
    {
        var statuses = await app.Db(db => db.Openings.Select(o => o.Status).Distinct().ToListAsync());
        Assert.Equal(Enum.GetValues<OpeningStatus>(), statuses.Order());
        Assert.Equal(1, await app.Db(db => db.Openings.CountAsync(o => o.Confidential)));
    }

    [Fact]
    public async Task Six_ramps_run_and_everyone_hired_has_a_plan()
    {
        var days = await app.Db(db => db.RampPlans.Where(p => p.ClosedOn == null).Select(p => p.StartsOn).ToListAsync());
        Assert.Equal([3, 12, 26, 47, 61, 83], days.Select(d => app.Today.DayNumber - d.DayNumber + 1).Order());
        Assert.Equal(0, await app.Db(db => db.Employees.CountAsync(e => e.ApplicationId != null && !db.RampPlans.Any(p => p.EmployeeId == e.Id))));
    }

    [Fact]
    public async Task Kim_has_two_scorecards_due_and_one_of_them_is_half_written()
    {
        var due = await app.Db(db => (
            from card in db.Scorecards
            join author in db.Users on card.AuthorId equals author.Id
            where author.DisplayName == "Kim Larsen" && card.SubmittedAt == null && card.WaivedAt == null && card.Interview!.StartsAt < app.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
            select card.Ratings.Count).ToListAsync());
        Assert.Equal([0, 3], due.Order());
    }

    [Fact]
    public async Task The_audit_trail_is_whole_afterwards()
    {
        var check = await app.Scoped(Viewer.Console, s => s.GetRequiredService<AuditVerifier>().Check(default));
        Assert.True(check.Whole, check.Problem);
        Assert.True(check.Rows > 3_000);
    }

    [Fact]
    public async Task The_database_says_that_it_is_a_demo() =>
        Assert.True(await app.Db(db => db.Marks.AnyAsync(m => m.Name == DatabaseMark.Demo)));

    [Fact]
    public async Task Everyone_can_sign_in_and_has_a_sentence()
    {
        var accounts = await app.Db(db => db.Users.ToListAsync());
        Assert.Equal(16, accounts.Count);
        foreach (var account in accounts)
        {
            Assert.False(string.IsNullOrWhiteSpace(account.DemoNote));
            Assert.Null(account.PasswordHash);
            Assert.NotEmpty((await app.Viewer(account.Id)).Roles);
            Assert.StartsWith("talenthub=", await app.Cookie(account.Id), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_insider_finds_no_trace_of_the_search_they_are_in()
    {
        var insider = await app.Viewer(await app.Db(db => db.Users.Where(u => u.DisplayName == "Dario Marchetti").Select(u => u.Id).SingleAsync()));
        var vp = await app.Db(db => db.Openings.SingleAsync(o => o.Level == RoleLevel.Vp));
        Assert.Equal([vp.Id], insider.HiddenOpenings);
        Assert.Equal(0, await app.Db(db => db.Openings.VisibleTo(insider).CountAsync(o => o.Level == RoleLevel.Vp)));
        Assert.Equal(0, await app.Db(db => db.Candidates.VisibleTo(db, insider).CountAsync(c => insider.EmployeeIds.Contains(c.EmployeeId!.Value))));
        Assert.Equal(0, await app.Db(db => db.AuditRows.VisibleTo(db, insider).CountAsync(r => r.OpeningId == vp.Id)));
    }

    [Fact]
    public async Task Agencies_and_advertisements_lose_people_sooner_than_referrals()
    {
        var stays = await app.Db(db => db.Employees.Where(e => e.Level == RoleLevel.Rep && e.HiredOn < app.Today.AddDays(-365)).Select(e => new { e.HireChannel, e.HiredOn, e.LeftOn }).ToListAsync());
        double Early(params string[] channels) => stays.Where(s => channels.Contains(s.HireChannel)).Average(s => s.LeftOn is { } left && left.DayNumber - s.HiredOn.DayNumber < 365 ? 1.0 : 0);
        Assert.True(Early("Agency", "Advertisement") > 3 * Early("Employee referral", "Sales team referral"));
    }

    [Fact]
    public async Task The_same_day_makes_the_same_company()
    {
        await using var second = new FilledApp();
        await second.Fill();
        Assert.Equal(await Told(app), await Told(second));
    }

    private static Task<List<string>> Told(App from) => from.Db(async db =>
    {
        var ratings = await db.Ratings.Select(r => new { r.Scorecard!.Interview!.Candidate!.Name, Competency = r.KitQuestion!.Text, r.Scorecard.Interview.StartsAt, r.Score, r.Evidence }).ToListAsync();
        var results = await db.Employees.SelectMany(e => e.Performance, (e, p) => new { e.Name, p.From, p.ActualMinor }).ToListAsync();
        return ratings.Select(r => $"{r.Name}|{r.Competency}|{r.StartsAt:O}|{r.Score}|{r.Evidence}").Concat(results.Select(r => $"{r.Name}|{r.From:O}|{r.ActualMinor}")).Order(StringComparer.Ordinal).ToList();
    });
}
