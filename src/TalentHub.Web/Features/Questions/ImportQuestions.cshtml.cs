using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain;
using TalentHub.Web.Platform.Csv;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Questions;

[RequestFormLimits(ValueLengthLimit = CsvTable.MaxBytes)]
public sealed class ImportQuestionsModel(IMediator mediator) : FormPage<ImportQuestions.Command>(mediator)
{
    [BindProperty] public IFormFile? Chosen { get; set; }

    public ImportQuestions.Preview? Preview { get; private set; }

    protected override async Task<ImportQuestions.Command> FillAsync(CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(Form.Packed)) Preview = await Mediator.Send(new ImportQuestions.Query(Form), ct);
        return new();
    }

    /// <summary>The file has been chosen: shows what is in it.</summary>
    public async Task<IActionResult> OnPostUploadAsync(CancellationToken ct)
    {
        if (Chosen is null) throw new RuleBroken("file-missing", "Choose a file first.");
        await using var stream = Chosen.OpenReadStream();
        Form = await Mediator.Send(new ImportQuestions.Upload(stream), ct);
        await FillAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var count = await Mediator.Send(Form, ct);
        TempData.Say(count == 1 ? "One question added. It waits to be read." : $"{count:N0} questions added. They wait to be read.");
        return Redirect("/questions?state=Waiting");
    }
}
