using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.QuestionBanks;
using TalentHub.SliceTests.Debriefs;
using TalentHub.SliceTests.Platform.Printing;
using TalentHub.Web.Features.Debriefs;

namespace TalentHub.SliceTests.Evidence;

/// <summary>Tests, references and kinds of question in the debrief: beside the panel, tagged, and in none of its numbers.</summary>
public sealed class BesideThePanelTests : DebriefWorld
{
    [Fact]
    public async Task The_grid_shows_them_tagged_and_no_mean_moves()
    {
        await AmaraDebriefed();
        var before = (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Reading!;
        await this.Result(AmaraApplication, 3, "MARK-test-note");
        await this.Reference(AmaraApplication, "MARK-referee");
        var after = (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Reading!;
        Assert.Equal(before.Score.Score, after.Score.Score);
        Assert.Equal(before.Score.Certainty, after.Score.Certainty);
        Assert.Equal(before.Competencies.Select(c => (c.Competency.Name, c.Mean, c.Raters)), after.Competencies.Where(c => c.Competency.Weight > 0).Select(c => (c.Competency.Name, c.Mean, c.Raters)));
        Assert.Equal("4", after.Other.Referees.Single().On(after.Competencies.Single(c => c.Competency.Name == "Closes in steps").Competency.Id));
        var client = await Client(Lead);
        var html = await client.GetStringAsync($"/applications/{AmaraApplication}/debrief");
        foreach (var expected in new[] { "3rd percentile", "assessment", "reference", "MARK-referee", "MARK-test-note", "not in it", "Referees are not the panel", "no rating from 1 to 5" })
            Assert.Contains(expected, html, StringComparison.Ordinal);
        foreach (var address in new[] { $"/applications/{AmaraApplication}/decide", $"/openings/{RepOpening}/compare" })
            Assert.Contains("3rd percentile", await client.GetStringAsync(address), StringComparison.Ordinal);
        Assert.DoesNotContain("References are not recorded.", (await Send(Lead, new Compare.Query(RepOpening, []))).Columns.Single().Missing);
    }

    [Fact]
    public async Task Role_plays_stand_apart_from_interviews_under_the_same_mean()
    {
        await Db(db => db.Kits.Where(k => k.StageId == RepStage).SelectMany(k => k.Questions).Where(q => q.Order == 2).ExecuteUpdateAsync(q => q.SetProperty(x => x.Kind, QuestionKind.RolePlay)));
        await AmaraDebriefed();
        var reading = (await Send(Lead, new ShowDebrief.Query(AmaraApplication))).Reading!;
        Assert.True(reading.HasKinds);
        var kinds = reading.Competencies.ToDictionary(c => c.Competency.Name, c => c.ByKind.Single());
        Assert.Equal((EvidenceKind.RolePlay, "4 and 3, n = 2"), (kinds["Closes in steps"].Kind, kinds["Closes in steps"].Words));
        Assert.Equal(EvidenceKind.Interview, kinds["Coachability"].Kind);
        Assert.Contains("role-play", await (await Client(Lead)).GetStringAsync($"/applications/{AmaraApplication}/debrief"), StringComparison.Ordinal);
    }

    [Fact]
    public void From_three_raters_on_a_kind_has_a_mean_with_its_interval()
    {
        Assert.Matches(@"^4\.0 \(\d\.\d–5\.0\), n = 3$", KindReading.Of(EvidenceKind.RolePlay, [3, 4, 5]).Words);
        Assert.Null(KindReading.Of(EvidenceKind.RolePlay, [3, 4]).Mean);
    }

    [Fact]
    public async Task Whoever_owes_a_scorecard_again_finds_none_of_it()
    {
        await AmaraDebriefed();
        await this.Reference(AmaraApplication, "MARK-referee");
        await Plan(AmaraApplication, RepStage, Lead);
        var client = await Client(Lead);
        foreach (var address in new[] { $"/applications/{AmaraApplication}/debrief", $"/api/applications/{AmaraApplication}/debrief", $"/applications/{AmaraApplication}/evidence", $"/openings/{RepOpening}/compare" })
            Assert.DoesNotContain("MARK-referee", await client.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dossier_prints_them_tagged()
    {
        await AmaraDebriefed();
        await this.Result(AmaraApplication, 74);
        await this.Reference(AmaraApplication, "MARK-referee");
        var text = await Poppler.TextAsync(await (await Client(Lead)).GetByteArrayAsync($"/applications/{AmaraApplication}/dossier.pdf"));
        foreach (var expected in new[] { "Beside the panel", "74th percentile", "assessment", "reference", "Helen Ashworth, manager", "MARK-referee", "nor in the composite" })
            Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_debrief_still_takes_few_SQL_commands()
    {
        await AmaraDebriefed();
        await this.Result(AmaraApplication);
        await this.Reference(AmaraApplication, "Often.");
        var client = await Client(Lead);
        var address = $"/applications/{AmaraApplication}/debrief";
        await client.GetStringAsync(address);
        Assert.InRange(await Sql.During(() => client.GetStringAsync(address)), 1, 10);
    }
}
