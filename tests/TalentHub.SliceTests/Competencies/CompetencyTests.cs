using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.SliceTests.Access;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Competencies;

namespace TalentHub.SliceTests.Competencies;

/// <summary>The competency library: read, written, reworded.</summary>
public sealed class CompetencyTests : World
{
    [Fact]
    public async Task A_competency_of_ones_own_is_added_and_reworded_and_published_profiles_keep_their_words()
    {
        var id = await Send(Hr, Own());
        var view = await Send(Lead, new ShowCompetency.Query(id));
        Assert.Equal(("Sells to distributors", "Distributors order or they do not.", 0), (view.Name, view.WhyItMatters, view.Questions.Count));

        var weighed = await Db(db => db.ProfileVersions.SelectMany(v => v.Competencies).Select(c => new { c.CompetencyId, c.Name }).FirstAsync());
        var form = (await Send(Hr, new EditCompetency.Query(weighed.CompetencyId))).Form;
        form.Name = "Said otherwise";
        await Send(Hr, form);
        await Assert.ThrowsAsync<Conflict>(() => Send(Hr, form));
        Assert.Equal("Said otherwise", (await Send(Hr, new ShowCompetency.Query(weighed.CompetencyId))).Name);
        Assert.Equal(weighed.Name, await Db(db => db.ProfileVersions.SelectMany(v => v.Competencies).Where(c => c.CompetencyId == weighed.CompetencyId).Select(c => c.Name).FirstAsync()));
        Assert.NotEmpty((await Send(Hr, new ShowCompetency.Query(weighed.CompetencyId))).Profiles);
    }

    [Fact]
    public async Task One_name_stands_for_one_competency_at_a_level()
    {
        await Send(Hr, Own());
        Assert.Equal("competency-name-taken", await Code(Own() with { Name = " sells to DISTRIBUTORS " }));
        await Send(Hr, Own() with { Level = RoleLevel.Vp });
        Assert.Equal("text-too-long", await Code(Own() with { Name = new string('x', 61) }));
        Assert.Equal(2, await Db(db => db.Competencies.CountAsync(c => c.Name == "Sells to distributors")));
    }

    [Fact]
    public async Task Readers_read_and_HR_alone_writes()
    {
        foreach (var account in new[] { Lead, SalesManager, Executive })
        {
            Assert.NotEmpty((await Send(account, new ListCompetencies.Query(null))).Rows);
            await Assert.ThrowsAsync<NotFound>(() => Send(account, Own()));
            Assert.DoesNotContain("/competencies/new", await (await Client(account)).Page("/competencies"));
        }
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, new ListCompetencies.Query(null)));
    }

    [Fact]
    public async Task The_list_takes_a_constant_few_commands_and_counts_what_can_be_asked()
    {
        var client = await Client(Hr);
        var few = await Sql.During(() => client.GetStringAsync("/competencies"));
        await Save(async db =>
        {
            var anchors = new Anchors("a", "b", "c");
            for (var i = 0; i < 30; i++)
            {
                var competency = new Competency($"Number {i}", RoleLevel.Rep, "Does it.", anchors);
                db.Add(competency);
                db.Add(new Question(competency, Wording.Of(QuestionKind.Behavioural, $"Tell me of number {i}.", [], anchors, 5), null, Now));
            }
            await Task.CompletedTask;
        });
        Assert.Equal(few, await Sql.During(() => client.GetStringAsync("/competencies")));
        Assert.InRange(few, 1, 6);
        var row = (await Send(Hr, new ListCompetencies.Query(RoleLevel.Rep))).Rows.Single(r => r.Name == "Number 7");
        Assert.Equal((0, 1, 0), (row.Approved, row.Waiting, row.Profiles));
    }

    [Fact]
    public async Task The_forms_keep_what_was_typed()
    {
        var client = await Client(Hr);
        var refused = await client.Submit("/competencies/new", new() { ["Form.Name"] = "Sells <to> distributors", ["Form.Definition"] = "" });
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("Please say what somebody does who has it.", page);
        Assert.Contains("Sells &lt;to&gt; distributors", page);
    }

    private static NewCompetency.Command Own() => new()
    {
        Level = RoleLevel.Rep,
        Name = "Sells to distributors",
        Definition = "Gets a distributor to carry and to push a product.",
        AnchorOne = "Treats them as one more customer.",
        AnchorThree = "Knows their margin and their other lines.",
        AnchorFive = "Plans the sell-out with them and measures it.",
        WhyItMatters = "Distributors order or they do not.",
    };

    private async Task<string> Code(NewCompetency.Command command) => (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, command))).Code;
}
