using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Ramp;
using TalentHub.Seed;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.RampTemplates;

/// <summary>Brings in the templates that come with the product and are not here yet: a hire needs one.</summary>
public static class BringRampTemplates
{
    [Requires(Right.WorkLibrary)]
    public sealed record Command : ICommand<int>;

    internal sealed class Writer(TalentHubDb db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var missing = await Missing(db, ct);
            db.AddRange(missing.Select(t => new RampTemplate(t.Name, t.RoleLevel, t.Variant, t.Body)));
            return missing.Count;
        }
    }

    /// <summary>Shipped templates of which there is none by that name, in use or retired.</summary>
    internal static async Task<IReadOnlyList<RampTemplateContent>> Missing(TalentHubDb db, CancellationToken ct)
    {
        var known = await db.RampTemplates.Select(t => t.Name).ToListAsync(ct);
        return [.. Content.RampTemplates.Where(t => !known.Contains(t.Name))];
    }
}
