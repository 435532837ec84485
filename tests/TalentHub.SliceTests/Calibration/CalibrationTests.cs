using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Access;
using TalentHub.SliceTests.Debriefs;
using TalentHub.Web.Features.Calibration;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.SliceTests.Calibration;

/// <summary>How one's ratings lie beside the panels': for oneself and HR, and never by way of a scorecard the viewer may not read.</summary>
public sealed class CalibrationTests : DebriefWorld
{
    [Fact]
    public async Task It_is_ones_own_and_HRs_and_nobody_elses()
    {
        await Interviewed(6);
        var mine = await Send(InterviewerA, new ShowCalibration.Mine());
        Assert.Equal((1.0, 18, 6), (Math.Round(mine.Reading.Leniency.Value!.Value, 9), mine.Reading.Leniency.N, mine.Reading.Subjects));
        Assert.Empty(mine.Others);
        var theirs = await Send(Hr, new ShowCalibration.Of(InterviewerA));
        Assert.Equal(("Ana Interviewer", mine.Reading.Leniency), (theirs.Name, theirs.Reading.Leniency));
        Assert.Contains((await Send(Hr, new ShowCalibration.Mine())).Others, p => p.Id == InterviewerA);
        foreach (var account in new[] { Lead, OtherLead, InterviewerA, InterviewerB, Executive, Administrator, SalesManager, NewHire })
        {
            await Assert.ThrowsAsync<NotFound>(() => Send(account, new ShowCalibration.Of(InterviewerA)));
            Assert.Equal(HttpStatusCode.NotFound, (await (await Client(account)).GetAsync($"/calibration/{InterviewerA}")).StatusCode);
        }
        foreach (var account in new[] { Administrator, NewHire }) await Assert.ThrowsAsync<NotFound>(() => Send(account, new ShowCalibration.Mine()));
        await Assert.ThrowsAsync<NotFound>(() => Send(Hr, new ShowCalibration.Of(Guid.NewGuid())));
    }

    [Fact]
    public async Task The_page_says_it_plainly_with_n_and_interval_in_few_commands()
    {
        await Interviewed(6);
        var client = await Client(InterviewerA);
        var page = await client.Page("/calibration");
        foreach (var words in new[] { "Your ratings lie above those of co-raters: by 1.0 points", "n = 18 ratings of 6 candidates", "For you, and HR", "n = 6 scorecards" }) Assert.Contains(words, page);
        Assert.InRange(await Sql.During(() => client.GetStringAsync("/calibration")), 1, 10);
        Assert.Contains("/calibration\"", await client.Page("/interviews"));
        Assert.Contains("Nothing to compare yet", await (await Client(SalesManager)).Page("/calibration"));
    }

    [Fact]
    public async Task Under_five_candidates_it_is_too_few_to_say()
    {
        await Interviewed(4);
        Assert.True((await Send(InterviewerA, new ShowCalibration.Mine())).Reading.Leniency.TooFew);
        var page = await (await Client(InterviewerA)).Page("/calibration");
        Assert.Contains("Too few candidates to say.", page);
        Assert.DoesNotContain("+1.00", page);
    }

    /// <summary>Rule 1: neither a debrief that is not open, nor one shut to the viewer again, moves a number of theirs or of anybody they look at.</summary>
    [Fact]
    public async Task A_scorecard_the_viewer_may_not_read_moves_no_number()
    {
        var applications = await Interviewed(6);
        var before = await Send(InterviewerA, new ShowCalibration.Mine());
        await Score(AmaraInterview, InterviewerA, "Far apart", Recommendation.Yes, 5, 5, 5);
        await Score(AmaraInterview, InterviewerB, "Far apart", Recommendation.No, 1, 1, 1);
        Assert.Equal(before.Reading, (await Send(InterviewerA, new ShowCalibration.Mine())).Reading);
        Assert.Equal(before.Delay, (await Send(InterviewerA, new ShowCalibration.Mine())).Delay);
        Assert.Equal(before.Reading, (await Send(Hr, new ShowCalibration.Of(InterviewerA))).Reading);
        await Send(Lead, new OpenDebrief.Command { Id = AmaraApplication });
        Assert.NotEqual(before.Reading, (await Send(InterviewerA, new ShowCalibration.Mine())).Reading);
        // Owing a scorecard again shuts that candidate for whoever owes it, and for nobody else.
        await Plan(AmaraApplication, RepStage, InterviewerA, Hr);
        Assert.Equal(before.Reading, (await Send(InterviewerA, new ShowCalibration.Mine())).Reading);
        Assert.Equal(before.Reading, (await Send(Hr, new ShowCalibration.Of(InterviewerA))).Reading);
        Assert.Equal(7, (await Send(InterviewerB, new ShowCalibration.Mine())).Reading.Subjects);
        Assert.Equal(6, applications.Count);
    }

    [Fact]
    public async Task Lateness_is_counted_from_the_end_of_the_interview()
    {
        await Interviewed(6);
        var view = await Send(InterviewerA, new ShowCalibration.Mine());
        // Begun a day ago, fifty minutes long, handed in now.
        Assert.Equal(24 - (50 / 60.0), view.Delay.Value!.Value, 9);
        Assert.Equal(0, view.Late.Value);
    }

    [Fact]
    public async Task HR_reads_all_interviewers_by_name_and_nobody_else_does()
    {
        Guid[] more = [await Account("Cem Interviewer", Role.Interviewer), await Account("Dea Interviewer", Role.Interviewer)];
        await Interviewed(6, more);
        var peers = (await Send(Hr, new ShowCalibration.Mine())).Others;
        Assert.Equal(["Ana Interviewer", "Ben Interviewer", "Cem Interviewer", "Dea Interviewer"], peers.Select(p => p.Name));
        Assert.All(peers, p => Assert.Equal((6, false), (p.Leniency!.N, p.Leniency.TooFew)));
        Assert.True(peers[0].Leniency!.Lower > 0, $"{peers[0].Leniency}");
        // Three who rate alike beside one a point higher: the average interviewer lies above them.
        Assert.All(peers.Skip(1), p => Assert.True(p.Leniency!.Value < 0));
        var client = await Client(Hr);
        var page = await client.Page("/calibration");
        Assert.Contains("How severe is each interviewer?", page);
        Assert.Contains("more lenient", page);
        Assert.InRange(await Sql.During(() => client.GetStringAsync("/calibration")), 1, 10);
        foreach (var account in new[] { InterviewerA, Lead, Executive })
        {
            Assert.Empty((await Send(account, new ShowCalibration.Mine())).Others);
            Assert.DoesNotContain("How severe is each interviewer?", await (await Client(account)).Page("/calibration"));
        }
        // What HR may not read yet moves nobody's number.
        await Score(AmaraInterview, InterviewerA, "Far apart", Recommendation.Yes, 1, 1, 1);
        Assert.Equal(peers, (await Send(Hr, new ShowCalibration.Mine())).Others);
    }

    [Fact]
    public async Task With_few_interviewers_or_few_candidates_HRs_list_says_too_few()
    {
        await Interviewed(6);
        Assert.All((await Send(Hr, new ShowCalibration.Mine())).Others, p => Assert.Null(p.Leniency));
        await Interviewed(4, await Account("Cem Interviewer", Role.Interviewer), await Account("Dea Interviewer", Role.Interviewer));
        var peers = (await Send(Hr, new ShowCalibration.Mine())).Others;
        Assert.Equal([false, false, true, true], peers.Select(p => p.Leniency!.TooFew));
        var page = await (await Client(Hr)).Page("/calibration");
        Assert.Contains("too few to say", page);
    }

    /// <summary>Candidates met by A and B, whom A rates a point higher each time; the debrief of each is open.</summary>
    /// <param name="more">On the panel too, and as B within a point.</param>
    private async Task<List<Guid>> Interviewed(int count, params Guid[] more)
    {
        var made = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            var id = Guid.Empty;
            await Save(async db =>
            {
                var candidate = new Candidate($"Candidate {i}", null, null, null, null, Now);
                var application = new Application(candidate, await db.Openings.AsTracking().SingleAsync(o => o.Id == RepOpening), HireChannel.Network, null, Today.AddDays(-9), Now);
                db.AddRange(candidate, application);
                id = application.Id;
            });
            var interview = await Plan(id, RepStage, [InterviewerA, InterviewerB, .. more]);
            await Score(interview, InterviewerA, "Saw it", Recommendation.Yes, 4, 3 + (i % 3), 5);
            await Score(interview, InterviewerB, "Saw less", Recommendation.Yes, 3, 2 + (i % 3), 4);
            foreach (var (rater, j) in more.Select((rater, j) => (rater, j))) await Score(interview, rater, "Saw it too", Recommendation.Yes, 3, 2 + ((i + j) % 3), 4);
            await Send(Lead, new OpenDebrief.Command { Id = id });
            made.Add(id);
        }
        return made;
    }
}
