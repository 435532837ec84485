using System.Globalization;
using MediatR;
using TalentHub.Domain.Interviews;
using TalentHub.Web.Platform;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Interviews;

/// <summary>My interviews and my own scorecards over HTTP; the same requests the pages send.</summary>
public sealed class InterviewsApi : IApiArea
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/interviews", (DateTime? before, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new MyInterviews.Query(before?.ToUniversalTime()), ct));
        api.MapGet("/interviews/{id:guid}/scorecard", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new MyScorecard.Query(id), ct));
        api.MapPut("/interviews/{id:guid}/scorecard", (Guid id, SaveDraft.Command draft, IMediator mediator, CancellationToken ct) =>
        {
            draft.Id = id;
            return mediator.Send(draft, ct);
        });
        api.MapGet("/interviews/{id:guid}/calendar.ics", async (Guid id, IMediator mediator, CancellationToken ct) =>
            Results.Text(await mediator.Send(new FetchCalendar.Query(id), ct), "text/calendar; charset=utf-8"));
        // The page's own form, sent a moment after somebody stops typing.
        api.MapPost("/interviews/{id:guid}/scorecard", async (Guid id, HttpRequest request, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(Read(id, await request.ReadFormAsync(ct)), ct));
    }

    private static SaveDraft.Command Read(Guid id, IFormCollection form)
    {
        if (form.Any(field => field.Value.Any(text => !PlainText.Fits(text)))) throw new BadHttpRequestException(PlainText.Sentence);
        var draft = new SaveDraft.Command
        {
            Id = id,
            Version = (int)Number(form["Version"]),
            Sequence = Number(form["Sequence"]),
            Summary = form["Summary"],
            GeneralEvidence = form.TryGetValue("GeneralEvidence", out var general) ? general.ToString() : null,
            RedFlags = form.TryGetValue("RedFlags", out var flags) ? [.. flags.OfType<string>()] : null,
            Recommendation = Enum.TryParse<Recommendation>(form["Recommendation"], out var recommendation) ? recommendation : null,
        };
        // The answers that changed: their places in the form, which need not follow one another.
        foreach (var (field, value) in form)
        {
            if (!field.StartsWith("Answers[", StringComparison.Ordinal) || !field.EndsWith("].KitQuestionId", StringComparison.Ordinal) || !Guid.TryParse(value, out var question)) continue;
            var answer = field[..^"KitQuestionId".Length];
            draft.Answers.Add(new Answer
            {
                KitQuestionId = question,
                Rating = form[$"{answer}Rating"],
                Evidence = form[$"{answer}Evidence"],
                Because = Enum.TryParse<NotObservedReason>(form[$"{answer}Because"], out var because) ? because : null,
            });
        }
        return draft;
    }

    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new BadHttpRequestException("A number is missing.");
}
