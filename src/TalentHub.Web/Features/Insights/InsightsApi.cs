using MediatR;
using TalentHub.Web.Features.Insights.Retention;
using TalentHub.Web.Platform;

namespace TalentHub.Web.Features.Insights;

internal sealed class InsightsApi : IApiArea
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/insights/retention", ([AsParameters] RetentionFilter filter, IMediator mediator, CancellationToken ct) => mediator.Send(new ReadRetention.Query(filter), ct))
            .WithSummary("How long people stay, by any column: Kaplan-Meier curves and the log-rank test.");
}
