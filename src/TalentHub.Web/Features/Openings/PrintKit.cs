using MediatR;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Features.Openings;

/// <summary>The kit on paper: questions, probes, anchors, and space for notes.</summary>
public static class PrintKit
{
    [Requires(Right.ReadOpenings)]
    public sealed record Query(Guid Id, Guid StageId) : IQuery<Paper>;

    public sealed record Paper(byte[] Pdf, string Name);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock, PrintView view, IPrinter printer) : IRequestHandler<Query, Paper>
    {
        public async Task<Paper> Handle(Query query, CancellationToken ct)
        {
            var sheet = await KitSheet.Load(db, viewer, query.Id, query.StageId, ct);
            var kit = sheet.Current ?? throw new NotFound("That kit");
            var html = await view.RenderAsync("/Features/Openings/PrintKit.Print.cshtml", sheet);
            var job = new PrintJob(html, $"TalentHub · {sheet.Opening}", $"For interviewers only · printed for {viewer.Name}, {Zones.Moment(clock.GetUtcNow().UtcDateTime, viewer.Zone)}", "Ask every candidate the same questions in the same order");
            return new Paper(await printer.PrintAsync(job, ct), $"Kit {kit.Number} {sheet.Stage}");
        }
    }
}
