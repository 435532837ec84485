using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Ramp;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.RampTemplates;

/// <summary>One ramp template in full.</summary>
public static class ShowRampTemplate
{
    [Requires(Right.ReadLibrary)]
    public sealed record Query(Guid Id) : IQuery<View>;

    public sealed record View(string Name, RoleLevel Level, string? Variant, int Number, RampTemplateBody Body)
    {
        /// <summary>The name of an activity by its key, for the funnel steps.</summary>
        public string Activity(string key) => Body.Activities.FirstOrDefault(a => a.Key == key)?.Name ?? key;
    }

    internal sealed class Reader(TalentHubDb db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct) =>
            await db.RampTemplates.Where(t => t.Id == query.Id).Select(t => new View(t.Name, t.Level, t.Variant, t.Number, t.Body)).SingleOrDefaultAsync(ct) ?? throw new NotFound("That template");
    }
}
