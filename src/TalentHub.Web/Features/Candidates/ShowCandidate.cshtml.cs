using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Candidates;

public sealed class ShowCandidateModel(IMediator mediator) : FormPage<ApplyForOpening.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromQuery(Name = "opening")] public Guid? Opening { get; set; }

    public ShowCandidate.File Candidate { get; private set; } = null!;
    public OpeningChoices.Choices Choices { get; private set; } = new([], false, false);

    public IEnumerable<SelectListItem> Openings => [new("Choose an opening", ""), .. Choices.Openings.Select(o => new SelectListItem(o.Title, o.Id.ToString()))];
    public IEnumerable<SelectListItem> Channels => [new("Choose one", ""), .. Enum.GetValues<HireChannel>().Where(c => c != HireChannel.Internal).Select(c => new SelectListItem(Words.Of(c), c.ToString()))];

    /// <summary>An insider's applications are HR's alone to add.</summary>
    public bool MayApply => Choices.MayAdd && (!Candidate.Internal || Choices.IsHr) && Choices.Openings.Count > 0;

    protected override async Task<ApplyForOpening.Command> FillAsync(CancellationToken ct)
    {
        Candidate = await Mediator.Send(new ShowCandidate.Query(Id), ct);
        Choices = await Mediator.Send(new OpeningChoices.Query(ToAddTo: true), ct);
        var applied = Candidate.Applications.Select(a => a.OpeningId).ToHashSet();
        Choices = Choices with { Openings = [.. Choices.Openings.Where(o => !applied.Contains(o.Id))] };
        return new() { OpeningId = Opening };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.CandidateId = Id;
        var application = await Mediator.Send(Form, ct);
        TempData.Say("Application added.");
        return Redirect($"/applications/{application}");
    }
}
