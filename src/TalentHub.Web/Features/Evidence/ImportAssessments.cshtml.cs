using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain;
using TalentHub.Web.Platform.Csv;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Evidence;

[RequestFormLimits(ValueLengthLimit = CsvTable.MaxBytes)]
public sealed class ImportAssessmentsModel(IMediator mediator) : FormPage<ImportAssessments.Command>(mediator)
{
    /// <summary>The opening the file is brought into, if one.</summary>
    [FromQuery(Name = "opening")] public Guid? Opening { get; set; }

    [BindProperty] public IFormFile? Chosen { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; private set; }

    public ImportAssessments.Preview? Preview { get; private set; }

    protected override async Task<ImportAssessments.Command> FillAsync(CancellationToken ct)
    {
        Title = await Mediator.Send(new ImportAssessments.Start(Form.OpeningId ?? Opening), ct);
        if (!string.IsNullOrEmpty(Form.Packed)) Preview = await Mediator.Send(new ImportAssessments.Query(Form), ct);
        return new() { OpeningId = Opening };
    }

    /// <summary>The file has been chosen: shows what is in it.</summary>
    public async Task<IActionResult> OnPostUploadAsync(CancellationToken ct)
    {
        if (Chosen is null) throw new RuleBroken("file-missing", "Choose a file first.");
        await using var stream = Chosen.OpenReadStream();
        Form.Packed = (await Mediator.Send(new ImportAssessments.Upload(stream), ct)).Packed;
        await FillAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var count = await Mediator.Send(Form, ct);
        TempData.Say(count == 1 ? "One result entered." : $"{count:N0} results entered.");
        return Redirect(Form.OpeningId is { } opening ? $"/openings/{opening}/candidates" : "/candidates");
    }
}
