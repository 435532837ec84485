using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Candidates;

public sealed class AddCandidateModel(IMediator mediator) : FormPage<AddCandidate.Command>(mediator)
{
    [FromQuery(Name = "opening")] public Guid? Opening { get; set; }

    public OpeningChoices.Choices Choices { get; private set; } = new([], false, false);
    public AddCandidate.Person? Known { get; private set; }

    public IEnumerable<SelectListItem> Openings =>
        [new(Choices.IsHr ? "None yet" : "Choose an opening", ""), .. Choices.Openings.Select(o => new SelectListItem(o.Title, o.Id.ToString()))];

    public IEnumerable<SelectListItem> Channels =>
        [new("Choose one", ""), .. Enum.GetValues<HireChannel>().Where(c => c != HireChannel.Internal || Choices.IsHr).Select(c => new SelectListItem(Words.Of(c), c.ToString()))];

    protected override async Task<AddCandidate.Command> FillAsync(CancellationToken ct)
    {
        Known = await Mediator.Send(new AddCandidate.Known(Form.Email), ct);
        Choices = await Mediator.Send(new OpeningChoices.Query(ToAddTo: true), ct);
        return new() { OpeningId = Opening };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var added = await Mediator.Send(Form, ct);
        TempData.Say($"{Form.Name!.Trim()} is on file.");
        return Redirect(added.ApplicationId is { } application ? $"/applications/{application}" : $"/candidates/{added.CandidateId}");
    }
}
