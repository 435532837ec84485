using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Rendering;

namespace TalentHub.Web.Features.Questions;

public sealed class ListQuestionsModel(IMediator mediator) : AppPage(mediator)
{
    [BindProperty(SupportsGet = true)] public RoleLevel? Level { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Competency { get; set; }
    [BindProperty(SupportsGet = true)] public QuestionState? State { get; set; }
    [BindProperty(SupportsGet = true)] public QuestionKind? Kind { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? After { get; set; }

    public ListQuestions.View View { get; private set; } = null!;
    public bool Filtered => Level is not null || Competency is not null || State is not null || Kind is not null || !string.IsNullOrWhiteSpace(Q);
    public string? Next => View.Next is { } next ? Address(next) : null;
    public string? Prev => After is null ? null : Address(null);

    public override async Task LoadAsync(CancellationToken ct) => View = await Mediator.Send(new ListQuestions.Query(Level, Competency, State, Kind, Q, After), ct);

    public async Task<IActionResult> OnPostApproveAsync(List<Guid> ids, CancellationToken ct)
    {
        var count = await Mediator.Send(new ApproveQuestions.Command(ids), ct);
        TempData.Say(count == 1 ? "One question approved." : $"{count} questions approved.");
        return Redirect(Address(After));
    }

    private string Address(Guid? after) => "/questions" + QueryString.Create(new Dictionary<string, string?>
    {
        ["level"] = Level?.ToString(),
        ["competency"] = Competency?.ToString(),
        ["state"] = State?.ToString(),
        ["kind"] = Kind?.ToString(),
        ["q"] = Q,
        ["after"] = after?.ToString(),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
