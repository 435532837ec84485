using MediatR;
using Microsoft.AspNetCore.Mvc;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Interviews;

public sealed class MyInterviewsModel(IMediator mediator) : AppPage(mediator)
{
    [FromQuery(Name = "before")] public DateTime? Before { get; set; }
    public MyInterviews.View View { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken ct) =>
        View = await Mediator.Send(new MyInterviews.Query(Before is { } before ? DateTime.SpecifyKind(before, DateTimeKind.Utc) : null), ct);
}
