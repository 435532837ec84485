using TalentHub.Domain.Evidence;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Web.Features.Evidence;

namespace TalentHub.UnitTests.Domain.Evidence;

/// <summary>What goes out to somebody who has no account, and how kinds and percentiles are said.</summary>
public sealed class ReferenceLetterTests
{
    private static readonly DateTime Expires = new(2026, 12, 5, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_letter_names_candidate_position_asker_and_the_day_and_has_the_link_on_a_line_of_its_own()
    {
        var letter = ReferenceLetter.To("Helen Ashworth", "Amara Osei", "the position “Territory rep”", "Leo Lead", "https://hire.example/reference/abc", Expires);
        Assert.Equal("A reference for Amara Osei", letter.Subject);
        Assert.Contains("https://hire.example/reference/abc", letter.Text.Split('\n'));
        foreach (var part in new[] { "Dear Helen Ashworth,", "Amara Osei is a candidate for the position “Territory rep”", "until 5 December 2026", "Leo Lead", "Nothing is saved before you send it in" })
            Assert.Contains(part, letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', letter.Text);
    }

    [Theory]
    [InlineData(RoleLevel.Rep, "a position in sales")]
    [InlineData(RoleLevel.Manager, "a position as sales manager")]
    [InlineData(RoleLevel.Vp, "a senior position in sales")]
    public void A_confidential_search_is_named_by_its_level_alone(RoleLevel level, string words)
    {
        Assert.Equal(words, ReferenceLetter.Position("Successor of Mr Grey", level, confidential: true));
        Assert.Equal("the position “Territory rep”", ReferenceLetter.Position("Territory rep", level, confidential: false));
    }

    [Theory]
    [InlineData(0, "0th percentile")]
    [InlineData(1, "1st percentile")]
    [InlineData(11, "11th percentile")]
    [InlineData(12, "12th percentile")]
    [InlineData(22, "22nd percentile")]
    [InlineData(73, "73rd percentile")]
    [InlineData(74, "74th percentile")]
    [InlineData(100, "100th percentile")]
    public void A_percentile_is_said_as_one(int value, string words) => Assert.Equal(words, EvidenceKinds.Percentile(value));

    [Theory]
    [InlineData(QuestionKind.RolePlay, EvidenceKind.RolePlay)]
    [InlineData(QuestionKind.WorkSample, EvidenceKind.WorkSample)]
    [InlineData(QuestionKind.Behavioural, EvidenceKind.Interview)]
    [InlineData(QuestionKind.Situational, EvidenceKind.Interview)]
    [InlineData(QuestionKind.Background, EvidenceKind.Interview)]
    public void Each_kind_of_question_brings_one_kind_of_evidence(QuestionKind question, EvidenceKind kind) => Assert.Equal(kind, EvidenceKinds.Of(question));

    [Fact]
    public void A_token_is_long_random_and_fit_for_an_address()
    {
        var tokens = Enumerable.Range(0, 100).Select(_ => ReferenceToken.New()).ToList();
        Assert.Equal(100, tokens.Distinct().Count());
        Assert.All(tokens, t => Assert.Matches("^[A-Za-z0-9_-]{43}$", t));
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ReferenceToken.Hash("abc"));
    }
}
