using System.Net;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Candidates;

namespace TalentHub.SliceTests.Candidates;

public sealed class ApplicationTests : World
{
    [Fact]
    public async Task Moving_to_the_same_stage_twice_makes_one_move()
    {
        await Send(Lead, new MoveApplication.Command(LuisApplication, RepStage));
        await Send(Lead, new MoveApplication.Command(LuisApplication, RepStage));
        var desk = await Send(Lead, new ShowApplication.Query(LuisApplication));
        Assert.Equal((RepStage, 1, "Leo Lead"), (desk.StageId!.Value, desk.Moves.Count, desk.Moves[0].By));
        Assert.True(await Db(db => db.AuditRows.AnyAsync(r => r.EntityId == LuisApplication.ToString() && r.Action == nameof(MoveApplication))));
    }

    [Fact]
    public async Task The_board_moves_with_one_form_a_row_and_counts_by_stage()
    {
        using var client = await Client(Lead);
        var board = $"/openings/{RepOpening}/candidates";
        Assert.Equal(HttpStatusCode.Redirect, (await client.Post(board, board, ("applicationId", $"{LuisApplication}"), ("stageId", $"{RepStage}"))).StatusCode);
        var shown = await Send(Lead, new CandidateBoard.Query(RepOpening));
        Assert.Equal([0, 2], shown.Columns.Select(c => c.Count));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.Post($"/applications/{LuisApplication}", board, ("applicationId", $"{LuisApplication}"), ("stageId", $"{VpStage}"))).StatusCode);
    }

    [Fact]
    public async Task Only_those_who_work_on_it_move_or_withdraw_it()
    {
        foreach (var outsider in new[] { OtherLead, InterviewerA, Executive, SalesManager })
        {
            await Assert.ThrowsAsync<NotFound>(() => Send(outsider, new MoveApplication.Command(LuisApplication, RepStage)));
            await Assert.ThrowsAsync<NotFound>(() => Send(outsider, new WithdrawApplication.Command(LuisApplication)));
        }
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new MoveApplication.Command(OutsiderApplication, VpStage)));
        await Send(Lead, new WithdrawApplication.Command(LuisApplication));
        Assert.Equal(ApplicationState.Withdrawn, (await Send(Lead, new ShowApplication.Query(LuisApplication))).State);
        Assert.Equal("application-closed", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Lead, new MoveApplication.Command(LuisApplication, RepStage)))).Code);
    }

    [Fact]
    public async Task The_board_of_an_opening_out_of_reach_does_not_exist_and_an_interviewer_sees_their_own_alone()
    {
        await Assert.ThrowsAsync<NotFound>(() => Send(OtherLead, new CandidateBoard.Query(RepOpening)));
        await Assert.ThrowsAsync<NotFound>(() => Send(Insider, new CandidateBoard.Query(VpOpening)));
        Assert.Equal(1, (await Send(InterviewerA, new CandidateBoard.Query(RepOpening))).Active);
        using var client = await Client(OtherLead);
        foreach (var address in new[] { $"/openings/{RepOpening}/candidates", $"/applications/{AmaraApplication}", $"/candidates/{Amara}", $"/candidates/{Amara}/edit" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task HR_alone_says_that_the_manager_may_know()
    {
        await Save(async db => { db.RoleGrants.Add(new(SalesManager, Domain.Access.Role.Hr, Administrator, Now)); await Task.CompletedTask; });
        await Assert.ThrowsAsync<NotFound>(() => Send(SalesManager, new ShowApplication.Query(InsiderApplication)));
        Assert.Equal(1, (await Send(SalesManager, new CandidateBoard.Query(VpOpening))).Active);
        await Assert.ThrowsAsync<Forbidden>(() => Send(Executive, new InformManager.Command(InsiderApplication)));
        Assert.Equal("not-internal", (await Assert.ThrowsAsync<RuleBroken>(() => Send(Hr, new InformManager.Command(OutsiderApplication)))).Code);
        using var client = await Client(Hr);
        Assert.Contains("Their manager does not know yet", await client.GetStringAsync($"/applications/{InsiderApplication}"), StringComparison.Ordinal);
        await client.Post($"/applications/{InsiderApplication}", $"/applications/{InsiderApplication}?handler=Inform");
        Assert.NotNull((await Send(SalesManager, new ShowApplication.Query(InsiderApplication))).ManagerInformedAt);
        Assert.Equal(2, (await Send(SalesManager, new CandidateBoard.Query(VpOpening))).Active);
    }
}
