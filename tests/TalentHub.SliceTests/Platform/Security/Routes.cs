using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.SliceTests.Evidence;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Platform.Security;

/// <summary>Every address the program answers, filled with identities of the test company.</summary>
internal static class Routes
{
    /// <summary>A route and the addresses it makes here.</summary>
    public sealed record Filled(string Route, IReadOnlyList<string> Addresses);

    /// <summary>Routes that answer a GET. A parameter nobody has told this about fails the test that asks.</summary>
    public static async Task<IReadOnlyList<Filled>> Readable(World world)
    {
        var identities = await Identities(world);
        var endpoints = world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true);
        return [.. endpoints.Select(e => e.RoutePattern).DistinctBy(Text).OrderBy(Text, StringComparer.Ordinal).Select(p => new Filled(Text(p), Fill(p, identities)))];
    }

    private static string Text(RoutePattern pattern) => "/" + pattern.RawText!.Trim('/');

    private static List<string> Fill(RoutePattern pattern, Dictionary<string, string[]> identities)
    {
        var addresses = new List<string> { "" };
        var before = "";
        foreach (var segment in pattern.PathSegments)
        {
            var parts = segment.Parts;
            if (parts.All(p => p is RoutePatternLiteralPart or RoutePatternSeparatorPart))
            {
                before = string.Concat(parts.Select(p => p is RoutePatternLiteralPart l ? l.Content : ((RoutePatternSeparatorPart)p).Content));
                addresses = [.. addresses.Select(a => $"{a}/{before}")];
                continue;
            }
            if (!identities.TryGetValue(before, out var values))
                throw new InvalidOperationException($"The route {Text(pattern)} has a parameter after “{before}” that this test has no identities for. Add them to {nameof(Routes)}, and its row to the rights matrix.");
            addresses = [.. addresses.SelectMany(a => values.Select(v => $"{a}/{v}"))];
        }
        return [.. addresses.Select(a => a.Length == 0 ? "/" : a)];
    }

    private static async Task<Dictionary<string, string[]>> Identities(World w) => await w.Db(async db =>
    {
        async Task<string[]> Ids(IQueryable<Guid> query) => [.. (await query.ToListAsync()).Select(g => g.ToString())];
        return new Dictionary<string, string[]>
        {
            ["openings"] = await Ids(db.Openings.Select(x => x.Id)),
            ["stages"] = await Ids(db.Stages.Select(x => x.Id)),
            ["applications"] = await Ids(db.Applications.Select(x => x.Id)),
            ["candidates"] = await Ids(db.Candidates.Select(x => x.Id)),
            ["interviews"] = await Ids(db.Interviews.Select(x => x.Id)),
            ["scorecards"] = await Ids(db.Scorecards.Select(x => x.Id)),
            ["ramp"] = await Ids(db.RampPlans.Select(x => x.Id)),
            ["check-in"] = ["6", "7"],
            ["check-ins"] = ["6", "7"],
            ["checkpoints"] = ["30", "60"],
            ["milestones"] = await Ids(db.RampPlans.SelectMany(p => p.Milestones).Select(m => m.Id)),
            ["exits"] = await Ids(db.Exits.Select(x => x.Id)),
            ["employees"] = await Ids(db.Employees.Select(x => x.Id)),
            ["profiles"] = await Ids(db.Profiles.Select(x => x.Id)),
            ["questions"] = await Ids(db.Questions.Select(x => x.Id)),
            ["competencies"] = await Ids(db.Competencies.Select(x => x.Id)),
            ["ramp-templates"] = await Ids(db.RampTemplates.Select(x => x.Id)),
            ["people"] = await Ids(db.Users.Select(x => x.Id)),
            ["letters"] = await Ids(db.Letters.Select(x => x.Id)),
            ["mail-templates"] = [.. Domain.Mail.Placeholders.Kinds.Select(k => k.ToString())],
            ["calibration"] = await Ids(db.Users.Select(x => x.Id)),
            ["assessments"] = await Ids(db.AssessmentResults.Select(x => x.Id)),
            ["reference"] = [Known.Token],
            ["problem"] = ["404"],
        };
    });
}
