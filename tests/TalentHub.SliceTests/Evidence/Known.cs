using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Evidence;
using TalentHub.Seed;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Evidence;

/// <summary>Short ways to test results and references, made through the domain.</summary>
internal static class Known
{
    /// <summary>The token of a reference the test company has asked for.</summary>
    public const string Token = "a-token-of-the-test-company";

    public const string Referee = "Helen Ashworth";

    /// <summary>A reference that was asked for; with words it is in, each question rated 4 and answered so.</summary>
    public static async Task<Guid> Reference(this World world, Guid application, string? words = null, string token = Token)
    {
        var id = Guid.Empty;
        await world.Save(async db =>
        {
            var about = await db.Applications.AsTracking().Include(a => a.Opening).SingleAsync(a => a.Id == application);
            var competencies = await db.Competencies.Where(c => c.Level == about.Opening!.Level).ToDictionaryAsync(c => c.Name, c => c.Id);
            var check = new ReferenceCheck(about, Referee, $"helen.{token}@example.test", RefereeRelation.Manager, world.Today, [.. Content.References(about.Opening!.Level).Select(q => q.Asked(competencies))], ReferenceToken.Hash(token), World.Lead, world.Now);
            if (words is not null) check.Answer(Said(check, words), world.Now);
            db.Add(check);
            id = check.Id;
        });
        return id;
    }

    /// <summary>A complete answer: 4 everywhere, in these words.</summary>
    public static ReferenceContent Said(ReferenceCheck check, string words) => new($"2019 to 2023 {words}", $"As a rep. {words}", [.. check.Answers.Select(a => new RefereeWord(a.Key, 4, false, words))]);

    /// <summary>A test result on the first competency of the opening's level by name.</summary>
    public static async Task<Guid> Result(this World world, Guid application, int percentile = 74, string? note = null)
    {
        var id = Guid.Empty;
        await world.Save(async db =>
        {
            var about = await db.Applications.AsTracking().Include(a => a.Opening).SingleAsync(a => a.Id == application);
            var competency = await db.Competencies.AsTracking().Where(c => c.Level == about.Opening!.Level).OrderBy(c => c.Name).FirstAsync();
            var result = new AssessmentResult(about, competency, competency.Level, new(percentile, "Northgate", "Work style", world.Today, note), World.Hr, world.Now);
            db.Add(result);
            id = result.Id;
        });
        return id;
    }

    /// <summary>What the form of a reference posts, filled in whole.</summary>
    public static async Task<Dictionary<string, string>> Filled(this World world, Guid reference, string words = "I saw it often.")
    {
        var keys = await world.Db(db => db.ReferenceChecks.Where(r => r.Id == reference).Select(r => r.Answers).SingleAsync());
        var fields = new Dictionary<string, string> { ["Form.Overlap"] = "2019 to 2023", ["Form.Again"] = "As a rep, tomorrow." };
        for (var i = 0; i < keys.Count; i++) (fields[$"Form.Answers[{i}].Key"], fields[$"Form.Answers[{i}].Score"], fields[$"Form.Answers[{i}].Words"]) = (keys[i].Key, "4", $"{words} {i}");
        return fields;
    }
}
