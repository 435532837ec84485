using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Visibility;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Visibility;

/// <summary>Rule 1: a scorecard is its author's alone until the viewer has nothing left to give.</summary>
public sealed class ScorecardVisibilityTests : World
{
    [Fact]
    public async Task A_panellist_sees_the_others_only_after_submitting()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "Named two lost deals.");
        Assert.Empty(await Authors(InterviewerB));
        await SubmitScorecard(AmaraInterview, InterviewerB, 2, "Blamed the buyer.");
        Assert.Equal([InterviewerA, InterviewerB], (await Authors(InterviewerB)).Order());
    }

    [Fact]
    public async Task Lead_and_HR_who_have_nothing_to_give_read_what_is_submitted_and_never_a_draft()
    {
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "Named two lost deals.");
        Assert.Equal([InterviewerA], await Authors(Lead));
        Assert.Equal([InterviewerA], await Authors(Hr));
        Assert.Empty(await Authors(OtherLead));
        Assert.Empty(await Authors(Executive));
        Assert.Empty(await Authors(Administrator));
    }

    /// <summary>Authors of scorecards with content the account can read, their own empty ones left out.</summary>
    private async Task<List<Guid>> Authors(Guid accountId)
    {
        var viewer = await Viewer(accountId);
        return await Db(db => db.Scorecards.ReadableBy(db, viewer).Where(s => s.SubmittedAt != null).Select(s => s.AuthorId).ToListAsync());
    }
}
