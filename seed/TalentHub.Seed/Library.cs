using TalentHub.Data;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Ramp;

namespace TalentHub.Seed;

/// <summary>What <see cref="Library.Fill"/> made, by the keys of the content files.</summary>
public sealed record LibraryEntries(
    IReadOnlyDictionary<string, Competency> Competencies,
    IReadOnlyDictionary<string, Question> Questions,
    IReadOnlyDictionary<string, SuccessProfile> Profiles,
    IReadOnlyDictionary<string, RampTemplate> RampTemplates);

/// <summary>The library a new installation starts with: competencies, approved questions, published profiles and ramp templates.</summary>
public static class Library
{
    /// <summary>Adds the shipped content to an empty library. The caller saves.</summary>
    /// <param name="by">Whose approval and publication it is.</param>
    public static LibraryEntries Fill(TalentHubDb db, Guid by, DateTime at)
    {
        var competencies = Content.Competencies.ToDictionary(c => c.Key, c => c.Competency());
        var questions = Content.Questions.ToDictionary(q => q.Key, q => Approved(q, competencies[q.CompetencyKey], by, at));
        var profiles = Content.Profiles.ToDictionary(p => p.Key, p => Published(p, competencies, by, at));
        var templates = Content.RampTemplates.ToDictionary(t => t.Key, t => new RampTemplate(t.Name, t.RoleLevel, t.Variant, t.Body));
        db.AddRange(competencies.Values);
        db.AddRange(questions.Values);
        db.AddRange(profiles.Values);
        db.AddRange(templates.Values);
        return new(competencies, questions, profiles, templates);
    }

    private static Question Approved(QuestionContent content, Competency competency, Guid by, DateTime at)
    {
        var question = new Question(competency, content.Wording(), null, at);
        question.Approve(by, false, at);
        return question;
    }

    private static SuccessProfile Published(ProfileContent content, Dictionary<string, Competency> competencies, Guid by, DateTime at)
    {
        var profile = new SuccessProfile(content.Name, content.RoleLevel, content.Variant);
        var draft = profile.Draft!;
        draft.Describe(content.Purpose, content.WhyJoin, content.Channels);
        draft.Weigh(content.Competencies.Select(c => (competencies[c.CompetencyKey], c.Weight, c.Target)));
        draft.Indicate([
            .. content.Leading.Select(i => (IndicatorKind.Leading, i.Name, (string?)i.Evidence)),
            .. content.Lagging.Select(i => (IndicatorKind.Lagging, i.Name, (string?)i.Evidence)),
        ]);
        profile.Publish(by, at);
        return profile;
    }
}
