using System.Text;
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
        api.MapGet("/questions/export.csv", async (RoleLevel? level, IMediator mediator, CancellationToken ct) =>
            Results.File(Encoding.UTF8.GetBytes('\uFEFF' + QuestionFile.Csv(await mediator.Send(new ExportQuestions.Query(level), ct))), "text/csv; charset=utf-8", "questions.csv"));
        api.MapGet("/questions/export.json", async (RoleLevel? level, IMediator mediator, CancellationToken ct) =>
            Results.File(Encoding.UTF8.GetBytes(QuestionFile.AsJson(await mediator.Send(new ExportQuestions.Query(level), ct))), "application/json", "questions.json"));
        api.MapGet("/questions/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowQuestion.Query(id), ct));
        api.MapPost("/questions", (NewQuestion.Command command, IMediator mediator, CancellationToken ct) => mediator.Send(command, ct));
        api.MapPost("/questions/{id:guid}/approve", async (Guid id, int version, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new ApproveQuestion.Command(id, version), ct);
            return Results.NoContent();
        });
    }
}
