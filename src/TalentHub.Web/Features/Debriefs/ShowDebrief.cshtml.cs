using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Debriefs;

public sealed class ShowDebriefModel(IMediator mediator) : AppPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public OpenDebrief.Command Form { get; set; } = new();
    [BindProperty] public CastVote.Command Vote { get; set; } = new();
    [BindProperty] public TakeBackDecision.Command Back { get; set; } = new();
    [BindProperty] public SendLetter.Command Letter { get; set; } = new();
    public ShowDebrief.Sheet Sheet { get; private set; } = null!;

    /// <summary>A letter that could not be sent is shown again, open.</summary>
    public bool WritesLetter => Letter.Body is not null;

    /// <summary>What was typed into a form the page no longer shows, because somebody else was faster.</summary>
    public IEnumerable<(string Label, string? Text)> Written =>
    [
        ("Your vote, in your words", Sheet.MayVote ? null : Vote.Words),
        ("Why you would take the decision back", Sheet.MayTakeBack is null ? Back.Reason : null),
        ("Why you would open the debrief early", Sheet.MayOpen ? null : Form.WaiverReason),
        ("Your letter", Sheet.Letter is { Written: null } ? null : Letter.Body),
    ];

    public override async Task LoadAsync(CancellationToken ct)
    {
        Sheet = await Mediator.Send(new ShowDebrief.Query(Id), ct);
        if (Vote.Stand is null && Sheet.OwnVote is { } own) Vote = new CastVote.Command { Stand = own.Stand, Words = own.Words };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Id = Id;
        await Mediator.Send(Form, ct);
        TempData.Say("The debrief is open: the panel sees one another’s scores now.");
        return Redirect($"/applications/{Id}/debrief");
    }

    public async Task<IActionResult> OnPostVoteAsync(CancellationToken ct)
    {
        Vote.Id = Id;
        await Mediator.Send(Vote, ct);
        TempData.Say("Your vote is in. You can change it until the decision.");
        return Redirect($"/applications/{Id}/debrief#proposal");
    }

    public async Task<IActionResult> OnPostLetterAsync(CancellationToken ct)
    {
        Letter.Id = Id;
        await Mediator.Send(Letter, ct);
        TempData.Say("The letter is written. The page says when it leaves.");
        return Redirect($"/applications/{Id}/debrief");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct)
    {
        Back.Id = Id;
        await Mediator.Send(Back, ct);
        TempData.Say("Taken back. The application is where it was before, and the record says so.");
        return Redirect($"/applications/{Id}/debrief");
    }
}
