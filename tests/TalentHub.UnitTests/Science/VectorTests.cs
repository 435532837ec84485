namespace TalentHub.UnitTests.Science;

/// <summary>Runs every worked case of every method the library has.</summary>
public sealed class VectorTests
{
    private static readonly IReadOnlyDictionary<string, Action<Vector>> Methods = new[]
    {
        SurvivalVectors.Methods, CorrelationVectors.Methods, ProportionVectors.Methods, ScoringVectors.Methods,
        PacingVectors.Methods, AgreementVectors.Methods, ValidityVectors.Methods,
    }.SelectMany(m => m).ToDictionary(m => m.Key, m => m.Value);

    public static TheoryData<string> Names => new(Vector.All.Select(v => v.Name));

    public static TheoryData<string> Topics => new(Methods.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_worked_case_comes_out_as_published(string name)
    {
        var vector = Vector.Fresh(name);
        Assert.True(Methods.TryGetValue(vector.Topic, out var method), $"Nothing runs {vector.Topic}.");
        method(vector);
        Assert.True(vector.Compared > 0, $"{name} compared nothing.");
        vector.AssertAllRead();
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_topic_has_at_least_one_case(string topic) => Assert.Contains(Vector.All, v => v.Topic == topic);
}
