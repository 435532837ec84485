using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Seed;

namespace TalentHub.Web.Features.Profiles;

/// <summary>Brings the competencies the product ships with, and their questions, into a company's own library.</summary>
internal static class StarterLibrary
{
    /// <summary>Adds what is missing at this level. Questions come unapproved: someone here reads them before a kit may hold them.</summary>
    /// <returns>The level's shipped competencies by their content key.</returns>
    public static async Task<Dictionary<string, Competency>> Bring(TalentHubDb db, RoleLevel level, DateTime at, CancellationToken ct)
    {
        var known = await db.Competencies.AsTracking().Where(c => c.Level == level).ToDictionaryAsync(c => c.Name, ct);
        var byKey = new Dictionary<string, Competency>();
        foreach (var content in Content.Competencies.Where(c => c.RoleLevel == level))
        {
            if (!known.TryGetValue(content.Name, out var competency))
            {
                competency = content.Competency();
                db.Add(competency);
                db.AddRange(Questions(content.Key, competency, at));
            }
            byKey[content.Key] = competency;
        }
        return byKey;
    }

    private static IEnumerable<Question> Questions(string key, Competency competency, DateTime at) => Content.Questions
        .Where(q => q.CompetencyKey == key && q.RoleLevel == competency.Level)
        .Select(q => new Question(competency, q.Wording(), null, at));
}
