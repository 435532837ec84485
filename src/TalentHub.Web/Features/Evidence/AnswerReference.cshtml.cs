using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Security;

namespace TalentHub.Web.Features.Evidence;

[AllowAnonymous]
[EnableRateLimiting(RequestLimits.Links)]
public sealed class AnswerReferenceModel(IMediator mediator) : FormPage<AnswerReference.Command>(mediator)
{
    [FromRoute] public string? Token { get; set; }
    public AnswerReference.Door Door { get; private set; } = new(false, null);

    /// <summary>What was typed before the link stopped working, to be copied.</summary>
    public IEnumerable<(string Label, string? Text)> Written =>
        [("From when to when", Form.Overlap), .. Form.Answers.Select((a, i) => ($"Question {i + 1}", a.Words)), ("In which role", Form.Again)];

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Token = Token;
        if (await Mediator.Send(Form, ct)) return Redirect("/reference/sent");
        Door = await Mediator.Send(new AnswerReference.Query(Token), ct);
        return Shown();
    }

    protected override async Task<AnswerReference.Command> FillAsync(CancellationToken ct)
    {
        Door = await Mediator.Send(new AnswerReference.Query(Token), ct);
        return new AnswerReference.Command { Token = Token };
    }

    private IActionResult Shown()
    {
        var page = Page();
        if (Door.Open is null) page.StatusCode = Door.Known ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
        return page;
    }
}
