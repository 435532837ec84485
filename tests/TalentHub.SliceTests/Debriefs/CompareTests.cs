using System.Net;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.SliceTests.Debriefs;

public sealed class CompareTests : DebriefWorld
{
    private string Address => $"/openings/{VpOpening}/compare";

    [Fact]
    public async Task The_board_shows_means_with_intervals_the_lead_and_what_would_change_it()
    {
        await VpScored();
        var board = await Send(Executive, new Compare.Query(VpOpening, []));
        Assert.Equal(["Ida Insider", "Selma Whitlock"], board.Columns.Select(c => c.Who.Name));
        Assert.Equal([true, false], board.Columns.Select(c => c.Who.Internal));
        var reading = Compare.Board.Of(board.Columns[1], board.Competencies[0]);
        Assert.Equal((3, false), (reading.Raters, reading.TooFew));
        Assert.Equal(14.0 / 3, reading.Mean!.Value, 12);
        Assert.Equal(5, reading.Upper);
        var ranking = board.Ranking!;
        Assert.Equal(("Selma Whitlock", "Ida Insider", "a clear lead"), (ranking.First, ranking.Second, ranking.Verdict));
        Assert.Equal(3, ranking.Doublings.Count);
        Assert.All(ranking.Doublings, d => Assert.False(d.Changed));
        Assert.Empty(board.SameQuestions);
        Assert.Contains("A 360 from the team is not recorded.", board.Columns[0].Missing);
        var html = await (await Client(Executive)).GetStringAsync(Address);
        Assert.Contains("a clear lead", html);
        // Three raters, two candidates, three competencies, no hole: six units are too few for a coefficient, and enough to link everybody.
        Assert.Contains("too few ratings to say how far the panel agrees", html);
        Assert.Contains("Had all raters been equally severe", html);
        var severity = SeverityReading.Of(board.Columns)!;
        Assert.True(severity.Fit.Connected);
        Assert.All(severity.Fit.Candidates, c => Assert.Equal(c.RawMean, c.Adjusted, 9));
        Assert.Contains("MARK-outsider-hr", html);
    }

    [Fact]
    public async Task A_candidate_for_whom_the_viewer_owes_a_scorecard_is_in_no_number()
    {
        await Score(VpInterviewInsider, Hr, "MARK-insider-hr", Recommendation.Yes, 3, 2, 3);
        await Score(VpInterviewInsider, InterviewerB, "MARK-insider-b", Recommendation.Yes, 3, 2, 3);
        await Score(VpInterviewOutsider, Hr, "MARK-outsider-hr", Recommendation.Yes, 5, 4, 5);
        await Score(VpInterviewOutsider, InterviewerA, "MARK-outsider-a", Recommendation.Yes, 5, 4, 5);
        foreach (var account in new[] { InterviewerA, InterviewerB })
        {
            var board = await Send(account, new Compare.Query(VpOpening, []));
            Assert.Single(board.Columns);
            Assert.Null(board.Ranking);
            Assert.Contains("Your own scorecard", board.Finalists.Single(f => f.Lock is not null).Lock);
        }
        Assert.DoesNotContain("MARK-insider", await (await Client(InterviewerA)).GetStringAsync(Address));
        Assert.DoesNotContain("MARK-outsider", await (await Client(InterviewerB)).GetStringAsync(Address));
    }

    [Fact]
    public async Task The_insider_finds_nothing_at_any_of_these_addresses_whatever_their_roles()
    {
        await VpScored();
        await Send(Executive, new OpenDebrief.Command { Id = InsiderApplication });
        await Send(Executive, new OpenDebrief.Command { Id = OutsiderApplication });
        var client = await Client(Insider);
        string[] addresses = [Address, $"{Address}?with={OutsiderApplication}", $"/openings/{VpOpening}/comparison.pdf",
            .. new[] { InsiderApplication, OutsiderApplication }.SelectMany(a => new[] { $"/applications/{a}/debrief", $"/applications/{a}/decide", $"/applications/{a}/dossier.pdf", $"/api/applications/{a}/debrief" })];
        foreach (var address in addresses)
        {
            var answer = await client.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address} answered {(int)answer.StatusCode}");
            var body = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("MARK-", body);
            Assert.DoesNotContain("Whitlock", body);
        }
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new Decide.Command { Id = OutsiderApplication, Outcome = DecisionOutcome.Reject, Reasons = "Mine." }));
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new OpenDebrief.Command { Id = OutsiderApplication }));
    }

    [Fact]
    public async Task The_insiders_manager_finds_no_trace_of_them()
    {
        await VpScored();
        await Save(db => { db.RoleGrants.Add(new RoleGrant(SalesManager, Role.Hr, Hr, Now)); return Task.CompletedTask; });
        var board = await Send(SalesManager, new Compare.Query(VpOpening, [InsiderApplication, OutsiderApplication]));
        Assert.Equal(["Selma Whitlock"], board.Finalists.Select(f => f.Name));
        Assert.DoesNotContain("MARK-insider", await (await Client(SalesManager)).GetStringAsync(Address));
    }

    [Fact]
    public async Task An_executive_reads_no_candidate_of_a_rep_opening_and_a_stranger_no_opening()
    {
        await AmaraDebriefed();
        Assert.Empty((await Send(Executive, new Compare.Query(RepOpening, [AmaraApplication]))).Finalists);
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new Compare.Query(RepOpening, [])));
        Assert.Contains("Nobody to compare yet", await (await Client(Executive)).GetStringAsync($"/openings/{RepOpening}/compare"));
    }

    [Fact]
    public async Task It_takes_few_SQL_commands()
    {
        await VpScored();
        var client = await Client(Executive);
        await client.GetStringAsync(Address);
        Assert.InRange(await Sql.During(() => client.GetStringAsync(Address)), 1, 10);
    }
}
