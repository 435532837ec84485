using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.RampTemplates;

/// <summary>The ramp templates a new hire's plan can be copied from.</summary>
public static class ListRampTemplates
{
    [Requires(Right.ReadLibrary)]
    public sealed record Query : IQuery<View>;

    /// <param name="Missing">How many templates that come with the product the viewer may still bring in.</param>
    public sealed record View(IReadOnlyList<Row> Rows, int Missing);

    public sealed record Row(Guid Id, string Name, RoleLevel Level, string? Variant, int Number, int Activities, int Milestones);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var templates = await db.RampTemplates.Where(t => t.RetiredAt == null).OrderBy(t => t.Level).ThenBy(t => t.Name).ToListAsync(ct);
            var missing = viewer.May(Right.WorkLibrary) ? await BringRampTemplates.Missing(db, ct) : [];
            return new View([.. templates.Select(t => new Row(t.Id, t.Name, t.Level, t.Variant, t.Number, t.Body.Activities.Count, t.Body.Milestones.Count))], missing.Count);
        }
    }
}
