using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Domain;
using TalentHub.Domain.Openings;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Openings;

namespace TalentHub.SliceTests.Openings;

/// <summary>Rule 4: whoever is a candidate for an opening finds nothing of it, whatever their roles.</summary>
public sealed class InsiderTests : World
{
    [Fact]
    public async Task Every_page_and_endpoint_of_the_opening_answers_404_to_the_insider()
    {
        var insider = await Client(Insider);
        var executive = await Client(Executive);
        var routes = Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.DisplayName?.Contains("/Openings/") == true || e.RoutePattern.RawText?.Contains("api/openings/{") == true)
            .Select(e => e.RoutePattern.RawText!.TrimStart('/')).Where(r => r.Contains("{id")).Distinct().ToList();
        Assert.True(routes.Count >= 9, string.Join(", ", routes));
        foreach (var route in routes.Where(r => !r.EndsWith("/start")))
        {
            var address = "/" + route.Replace("{id:guid}", $"{VpOpening}").Replace("{stageId:guid}", $"{VpStage}");
            Assert.True((int)(await insider.GetAsync(address)).StatusCode == 404, address);
            if (!address.EndsWith(".pdf")) Assert.True((int)(await executive.GetAsync(address)).StatusCode == 200, $"{address} should be there for the executive");
        }
        Assert.DoesNotContain("VP of Sales", (await insider.GetStringAsync("/openings")));
    }

    [Fact]
    public async Task No_command_on_the_opening_finds_it_for_the_insider()
    {
        foreach (var send in new Func<Task>[]
        {
            () => Send(Insider, new StartSearch.Command(VpOpening)),
            () => Send(Insider, new CloseOpening.Command(VpOpening)),
            () => Send(Insider, new AddTeamMember.Command { Id = VpOpening, AccountId = InterviewerA }),
            () => Send(Insider, new RemoveTeamMember.Command(VpOpening, Executive)),
            () => Send(Insider, new AnswerPreparation.Command { Id = VpOpening, Version = 1 }),
            () => Send(Insider, new AddStage.Command { Id = VpOpening, Name = "Panel" }),
            () => Send(Insider, new EditStage.Command { Id = VpOpening, StageId = VpStage, Name = "Panel" }),
            () => Send(Insider, new MoveStage.Command(VpOpening, VpStage, true)),
            () => Send(Insider, new RemoveStage.Command(VpOpening, VpStage)),
            () => Send(Insider, new DrawKit.Command { Id = VpOpening, StageId = VpStage }),
            () => Send(Insider, new PrintKit.Query(VpOpening, VpStage)),
        }) await Assert.ThrowsAsync<NotFound>(send);
    }

    [Fact]
    public async Task Refusing_an_insider_on_the_team_tells_nothing_to_those_who_may_not_know()
    {
        // Sam manages Ida, leads here and has not been told of her application.
        await Save(async db =>
        {
            db.RoleGrants.Add(new Domain.Access.RoleGrant(SalesManager, Domain.Access.Role.Lead, Hr, Now));
            var vp = await db.Openings.FindAsync(VpOpening);
            db.Attach(vp!).Entity.Join(SalesManager, TeamPart.Lead);
        });
        Task<RuleBroken> Refused(Guid viewer, Guid account) => Assert.ThrowsAsync<RuleBroken>(() => Send(viewer, new AddTeamMember.Command { Id = VpOpening, AccountId = account }));
        var insider = await Refused(SalesManager, Insider);
        var withoutAccess = await Refused(SalesManager, NewHire);
        Assert.Equal((withoutAccess.Code, withoutAccess.Message), (insider.Code, insider.Message));
        Assert.Equal("candidate-here", (await Refused(Hr, Insider)).Code);
        Assert.Contains((await Send(SalesManager, new ShowTeam.Query(VpOpening))).Others, p => p.Id == Insider);
        Assert.Equal(1, (await Send(SalesManager, new ListOpenings.Query(null, null, null))).Rows.Single(r => r.Id == VpOpening).Active);
        Assert.Equal(1, (await Send(SalesManager, new ShowOpening.Query(VpOpening))).Active);
    }
}
