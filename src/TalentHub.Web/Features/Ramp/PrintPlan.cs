using MediatR;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Features.Ramp;

/// <summary>The ramp scorecard on paper, for a checkpoint meeting.</summary>
public static class PrintPlan
{
    [Requires(Right.ReadRamp)]
    public sealed record Query(Guid PlanId, string? Activity = null) : IQuery<Sheet>;

    public sealed record Sheet(byte[] Pdf, string FileName);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock, PrintView view, IPrinter printer) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var plan = await PlanReader.Read(db, viewer, clock.Today(), query.PlanId, query.Activity, ct);
            var html = await view.RenderAsync("/Features/Ramp/PrintPlan.Print.cshtml", plan);
            var when = Zones.Moment(clock.GetUtcNow().UtcDateTime, viewer.Zone);
            var pdf = await printer.PrintAsync(
                new PrintJob(html, $"Ramp scorecard · {plan.Name}", $"Confidential · printed for {viewer.Name}, {when}", "TalentHub · numbers carry their interval; nothing here was decided by a number"), ct);
            return new(pdf, $"Ramp scorecard {plan.Name} day {Math.Max(plan.Day, 0)}");
        }
    }
}
