using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Insights.Retention;

public sealed class RetentionModel(IMediator mediator) : AppPage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? By { get; set; }
    [BindProperty(SupportsGet = true)] public RoleLevel? Level { get; set; }
    [BindProperty(SupportsGet = true)] public string? Only { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? HiredSince { get; set; }

    public ShowRetention.Page Shown { get; private set; } = null!;

    public RetentionFilter Filter => new(By, Level, Only, HiredSince);

    public IEnumerable<SelectListItem> Columns => Shown.Columns.Select(c => new SelectListItem(c.Label, c.Key, c.Key == Shown.By));

    public IEnumerable<SelectListItem> Levels => Shown.Levels.Select(l => new SelectListItem(Words.Of(l), l.ToString())).Prepend(new("All levels", ""));

    public IEnumerable<SelectListItem> Narrowings
    {
        get
        {
            var groups = Shown.Narrowings.Select(n => n.Column).Distinct().ToDictionary(n => n, n => new SelectListGroup { Name = n });
            return Shown.Narrowings.Select(n => new SelectListItem(n.Label, n.Value) { Group = groups[n.Column] }).Prepend(new("Everyone", ""));
        }
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Shown = await Mediator.Send(new ShowRetention.Query(Filter), ct);
        // What was asked for in another spelling is the chosen entry all the same.
        ModelState.Remove(nameof(By));
        By = Shown.By;
    }
}
