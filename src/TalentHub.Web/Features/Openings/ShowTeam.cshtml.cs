using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Openings;

public sealed class ShowTeamModel(IMediator mediator) : FormPage<AddTeamMember.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public ShowTeam.View View { get; private set; } = null!;
    public IEnumerable<SelectListItem> People => [new("Choose …", ""), .. View.Others.Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
    public static IEnumerable<SelectListItem> Parts => Enum.GetValues<TeamPart>().OrderBy(p => p == TeamPart.Interviewer ? 0 : 1).Select(p => new SelectListItem(Say(p), p.ToString()));

    public static string Say(TeamPart part) => part == TeamPart.Lead ? "Hiring manager" : Words.Of(part);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Added to the team.");
        return Redirect($"/openings/{Id}/team");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid account, CancellationToken ct)
    {
        await Mediator.Send(new RemoveTeamMember.Command(Id, account), ct);
        TempData.Say("Taken off the team.");
        return Redirect($"/openings/{Id}/team");
    }

    protected override async Task<AddTeamMember.Command> FillAsync(CancellationToken ct)
    {
        View = await Mediator.Send(new ShowTeam.Query(Id), ct);
        return new AddTeamMember.Command();
    }
}
