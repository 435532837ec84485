using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Mail;
using TalentHub.SliceTests.Interviews;
using TalentHub.Web.Features.Interviews;
using TalentHub.Web.Platform.Mail;

namespace TalentHub.SliceTests.Mail;

/// <summary>What every test of letters does: plan, read the outbox, make a round.</summary>
public abstract class MailWorld : Scoring
{
    protected PlanInterview.Command Plan(params Guid[] panel) =>
        new() { Id = LuisApplication, StageId = RepStage, StartsAt = Now.AddDays(2), Minutes = 50, Place = "Room 4", Panel = [.. panel] };

    /// <summary>The outbox, oldest first.</summary>
    protected Task<List<Letter>> Outbox() => Db(db => db.Letters.OrderBy(l => l.Id).ToListAsync());

    protected async Task Deliver(ITransport transport) => await Scoped(Domain.Access.Viewer.Nobody, async s =>
    {
        await new Delivery(s.GetRequiredService<TalentHubDb>(), transport, Clock, NullLogger<Delivery>.Instance).Go(default);
        return true;
    });

    protected Task Remind() => Send(Domain.Access.Viewer.Console, new RemindInterviewers.Command());

    protected static async Task Broken(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);

    /// <summary>Where an account is.</summary>
    protected Task Live(Guid account, string zone) => Save(async db => (await db.Users.AsTracking().SingleAsync(u => u.Id == account)).Zone = zone);
}
