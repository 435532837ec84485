using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Csv;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Candidates;

[RequestFormLimits(ValueLengthLimit = CsvTable.MaxBytes)]
public sealed class ImportCandidatesModel(IMediator mediator) : FormPage<ImportCandidates.Command>(mediator)
{
    [FromQuery(Name = "opening")] public Guid? Opening { get; set; }
    [BindProperty] public IFormFile? Chosen { get; set; }

    public OpeningChoices.Choices Choices { get; private set; } = new([], false, false);
    public ImportCandidates.Preview? Preview { get; private set; }

    public IEnumerable<SelectListItem> Openings =>
        [new(Choices.IsHr ? "None: only put them on file" : "Choose an opening", ""), .. Choices.Openings.Select(o => new SelectListItem(o.Title, o.Id.ToString()))];

    public IEnumerable<SelectListItem> Channels => Enum.GetValues<HireChannel>().Where(c => c != HireChannel.Internal).Select(c => new SelectListItem(Words.Of(c), c.ToString()));
    public IEnumerable<SelectListItem> Columns => [new("Not in the file", ""), .. Preview!.Headers.Select((h, i) => new SelectListItem(h.Length > 0 ? h : $"Column {i + 1}", i.ToString()))];

    protected override async Task<ImportCandidates.Command> FillAsync(CancellationToken ct)
    {
        Choices = await Mediator.Send(new OpeningChoices.Query(ToAddTo: true), ct);
        if (!Choices.MayAdd) throw new NotFound();
        if (!string.IsNullOrEmpty(Form.Packed)) Preview = await Mediator.Send(new ImportCandidates.Query(Form), ct);
        return new() { OpeningId = Opening };
    }

    /// <summary>The file has been chosen: shows what is in it.</summary>
    public async Task<IActionResult> OnPostUploadAsync(CancellationToken ct)
    {
        if (Chosen is null) throw new RuleBroken("file-missing", "Choose a file first.");
        await using var stream = Chosen.OpenReadStream();
        var packed = await Mediator.Send(new ImportCandidates.Upload(stream), ct);
        (Form.Packed, Form.Columns) = (packed.Packed, packed.Columns);
        await FillAsync(ct);
        return Page();
    }

    /// <summary>Columns were put right: looks again.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        await FillAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var count = await Mediator.Send(Form, ct);
        TempData.Say(count == 1 ? "One candidate added." : $"{count:N0} candidates added.");
        return Redirect(Form.OpeningId is { } opening ? $"/openings/{opening}/candidates" : "/candidates?sort=Newest");
    }
}
