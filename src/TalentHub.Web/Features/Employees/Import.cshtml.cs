using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Employees;

// A little over the 10 MB of a file, so that a file just above it is answered in words by this page.
[RequestFormLimits(MultipartBodyLengthLimit = Most, ValueLengthLimit = Most)]
[RequestSizeLimit(Most)]
public sealed class ImportModel(IMediator mediator) : AppPage(mediator)
{
    private const int Most = 24 << 20;

    [BindProperty] public IFormFile? Upload { get; set; }

    /// <summary>The file once it was read, so that nothing lies on the server between preview and import.</summary>
    [BindProperty] public string? Carried { get; set; }

    [BindProperty] public DateOnly? AsOf { get; set; }

    [BindProperty] public ColumnMap Columns { get; set; } = new();

    public ImportEmployees.Preview? Preview { get; private set; }

    public IEnumerable<SelectListItem> Choices => Preview!.Headers.Select(h => new SelectListItem(h, h)).Prepend(new("none", ""));

    public override async Task LoadAsync(CancellationToken ct)
    {
        await Mediator.Send(new ImportStart.Query(), ct);
        if (!string.IsNullOrEmpty(Carried)) await Look(await SheetText.UnpackAsync(Carried, ct), ct);
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        await Mediator.Send(new ImportStart.Query(), ct);
        Carried = null;
        Rule.Holds(Upload is { Length: > 0 }, "file-missing", "Please choose a file that is not empty.");
        await using var stream = Upload!.OpenReadStream();
        var text = await SheetText.ReadAsync(stream, ct);
        await Look(text, ct);
        Carried = SheetText.Pack(text);
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken ct)
    {
        var text = string.IsNullOrEmpty(Carried) ? null : await SheetText.UnpackAsync(Carried, ct);
        var imported = await Mediator.Send(new ImportEmployees.Command { Text = text, AsOf = AsOf, Columns = Columns }, ct);
        TempData.Say($"{imported.Sentence}.");
        return Redirect("/insights/retention");
    }

    private async Task Look(string text, CancellationToken ct)
    {
        Preview = await Mediator.Send(new ImportEmployees.Query(text, AsOf, Columns), ct);
        Columns = Preview.Columns;
    }
}
