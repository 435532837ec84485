using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.SliceTests.Openings;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.RampTemplates;

namespace TalentHub.SliceTests.RampTemplates;

/// <summary>Ramp templates are read by those who use the library.</summary>
[Covers(typeof(TalentHub.Web.Features.RampTemplates.ListRampTemplates))]
public sealed class RampTemplateTests : World
{
    [Fact]
    public async Task A_sales_manager_reads_a_template_in_full_and_an_interviewer_none()
    {
        var client = await Client(SalesManager);
        Assert.Contains("Field rep, long cycle", await client.GetStringAsync("/ramp-templates"));
        var page = await client.GetStringAsync($"/ramp-templates/{RepTemplate}");
        foreach (var words in new[] { "Conversations", "30 %", "Plan signed by the manager", "Is the skill coming?", "Opens with a reason" }) Assert.Contains(words, page);
        await Assert.ThrowsAsync<NotFound>(() => Send(InterviewerA, new ShowRampTemplate.Query(RepTemplate)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Hr, new ShowRampTemplate.Query(Guid.NewGuid())));
        Assert.InRange(await Sql.During(() => client.GetStringAsync("/ramp-templates")), 1, 6);
        Assert.DoesNotContain("Bring in", await client.GetStringAsync("/ramp-templates"));
        await Assert.ThrowsAsync<NotFound>(() => Send(SalesManager, new BringRampTemplates.Command()));
    }

    [Fact]
    public async Task HR_brings_in_the_shipped_templates_that_are_missing_once()
    {
        var client = await Client(Hr);
        Assert.Contains("Bring in the 3 that come with TalentHub", await client.GetStringAsync("/ramp-templates"));
        await client.Submit("/ramp-templates", new Dictionary<string, string>());
        var page = await client.GetStringAsync("/ramp-templates");
        Assert.Contains("VP of Sales, first 90 days", page);
        Assert.DoesNotContain("Bring in", page);
        Assert.Equal(0, await Send(Hr, new BringRampTemplates.Command()));
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.Action == "BringRampTemplates")));
    }
}
