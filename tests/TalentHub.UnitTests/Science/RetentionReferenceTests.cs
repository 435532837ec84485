using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TalentHub.Science.Survival;
using Xunit.Abstractions;

namespace TalentHub.UnitTests.Science;

/// <summary>Real spells of 1,129 people against what R's survival package says of them.</summary>
public sealed class RetentionReferenceTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-6;

    [Fact]
    public void Curves_medians_and_the_log_rank_test_agree_with_R()
    {
        if (FindFolder() is not { } folder)
        {
            output.WriteLine("Not run: the folder ../shared/data, which holds the reference, is not on this machine.");
            return;
        }

        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected-retention.json")));
        var reference = document.RootElement;
        var spells = ReadSpells(folder, DateOnly.Parse(reference.GetProperty("as_of").GetString()!, CultureInfo.InvariantCulture));
        var compared = reference.GetProperty("groups").EnumerateArray().Sum(group => CheckGroup(group, spells));
        Assert.True(compared >= 40, $"Only {compared} points were compared.");

        var groups = spells.GroupBy(s => s.Channel, s => s.Spell).Select(g => new SurvivalGroup(g.Key, g.ToArray())).ToArray();
        var result = LogRank.Test(groups);
        var expected = reference.GetProperty("log_rank_by_channel");
        Same(expected, "chi_square", result.ChiSquare);
        Same(expected, "df", result.DegreesOfFreedom);
        Same(expected, "p", result.P);
    }

    private static int CheckGroup(JsonElement group, (string Channel, Spell Spell)[] spells)
    {
        var name = group.GetProperty("group").GetString();
        var curve = KaplanMeier.Estimate(spells.Where(s => name == "all" || s.Channel == name).Select(s => s.Spell).ToArray());
        Same(group, "n", curve.N);
        Same(group, "exits", curve.Events);
        Same(group, "median_days", curve.Median.Value);
        Same(group, "median_lower", curve.Median.Lower);
        Same(group, "median_upper", curve.Median.Upper);
        var points = group.GetProperty("points").EnumerateArray().ToArray();
        foreach (var expected in points)
        {
            var point = curve.At(expected.GetProperty("day").GetDouble());
            Same(expected, "survival", point.Survival);
            Same(expected, "se", point.StandardError);
            Same(expected, "lower", point.Lower);
            Same(expected, "upper", point.Upper);
            Same(expected, "at_risk", point.AtRisk);
        }

        return points.Length;
    }

    private static void Same(JsonElement source, string name, double? got)
    {
        var expected = source.GetProperty(name);
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.True(got is null, $"{name}: expected no value, got {got} in {source}");
            return;
        }

        var value = expected.GetDouble();
        Assert.True(got is not null, $"{name}: expected {value}, got no value in {source}");
        Assert.True(
            Math.Abs(got.Value - value) <= Tolerance * Math.Max(1, Math.Abs(value)), $"{name}: expected {value}, got {got}");
    }

    private static (string Channel, Spell Spell)[] ReadSpells(string folder, DateOnly asOf)
    {
        var spells = new List<(string, Spell)>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "employees.csv")).Skip(1))
        {
            var cells = Cells(line);
            var gone = cells[2].Length > 0;
            var end = gone ? DateOnly.Parse(cells[2], CultureInfo.InvariantCulture) : asOf;
            var start = DateOnly.Parse(cells[1], CultureInfo.InvariantCulture);
            spells.Add((cells[3], new Spell(end.DayNumber - start.DayNumber, gone)));
        }

        return spells.ToArray();
    }

    private static string[] Cells(string line) =>
        Regex.Matches(line, "(?:^|,)(?:\"([^\"]*)\"|([^,]*))").Select(m => m.Groups[1].Value + m.Groups[2].Value).ToArray();

    private static string? FindFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "shared", "data");
            if (File.Exists(Path.Combine(candidate, "expected-retention.json")))
                return candidate;
        }

        return null;
    }
}
