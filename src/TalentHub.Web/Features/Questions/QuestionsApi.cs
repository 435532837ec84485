using MediatR;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform;

namespace TalentHub.Web.Features.Questions;

internal sealed class QuestionsApi : IApiArea
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/questions", (RoleLevel? level, Guid? competency, QuestionState? state, QuestionKind? kind, string? q, Guid? after, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ListQuestions.Query(level, competency, state, kind, q, after), ct));
        api.MapGet("/questions/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowQuestion.Query(id), ct));
        api.MapPost("/questions", (NewQuestion.Command command, IMediator mediator, CancellationToken ct) => mediator.Send(command, ct));
        api.MapPost("/questions/{id:guid}/approve", async (Guid id, int version, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new ApproveQuestion.Command(id, version), ct);
            return Results.NoContent();
        });
    }
}
