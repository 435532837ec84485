using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Profiles;

public sealed class EditProfileModel(IMediator mediator) : FormPage<EditProfile.Command>(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public EditProfile.Sheet Sheet { get; private set; } = null!;
    public int TotalWeight => Form.Competencies.Sum(c => c.Weight ?? 0);

    public IEnumerable<SelectListItem> Choices(Guid? chosen) =>
        [new("–", ""), .. Sheet.Competencies.Select(c => new SelectListItem(c.Value, c.Key.ToString(), c.Key == chosen))];

    public EditProfile.Weighted Competency(int row) => row < Form.Competencies.Count ? Form.Competencies[row] : new();

    public static EditProfile.Indicator Indicator(List<EditProfile.Indicator> rows, int row) => row < rows.Count ? rows[row] : new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("Draft saved.");
        return Redirect($"/profiles/{Id}?version={await Number(ct)}");
    }

    protected override async Task<EditProfile.Command> FillAsync(CancellationToken ct)
    {
        Sheet = await Mediator.Send(new EditProfile.Query(Id), ct);
        DropEmptyEnd(Form.Competencies, c => c is { CompetencyId: null, Weight: null, Target: null });
        DropEmptyEnd(Form.Leading, i => i.ToString().Length == 0);
        DropEmptyEnd(Form.Lagging, i => i.ToString().Length == 0);
        foreach (var row in Form.Competencies) row.Name = row.CompetencyId is { } id ? Sheet.Competencies.GetValueOrDefault(id) : null;
        return Sheet.Form;
    }

    /// <summary>Only the end: a row in the middle keeps its number, by which its errors find it.</summary>
    private static void DropEmptyEnd<T>(List<T> rows, Predicate<T> empty)
    {
        while (rows.Count > 0 && empty(rows[^1])) rows.RemoveAt(rows.Count - 1);
    }

    private async Task<int> Number(CancellationToken ct) => (await Mediator.Send(new EditProfile.Query(Id), ct)).Number;
}
