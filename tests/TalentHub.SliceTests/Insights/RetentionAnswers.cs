using System.Globalization;
using System.Text.Json;
using TalentHub.Domain.Access;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Employees;

namespace TalentHub.SliceTests.Insights;

/// <summary>The reference of real employees, and a small file whose answers are worked out by hand.</summary>
internal static class RetentionAnswers
{
    public const double Tolerance = 1e-6;

    public static readonly DateOnly AsOf = new(2026, 6, 30);

    /// <summary>
    /// Ten people drawn on 2026-06-30. "Fair" lose one of five after 100 days and one after 200; "Agency" one of five after
    /// 100 and two after 300; everyone else was still there after 1,000 days.
    /// Everyone: S(180) = 8/10, S(365) = 8/10 x 7/8 x 5/7 = 5/10, so the median is 300 days.
    /// Log-rank: expected exits in Fair 2 x 5/10 + 1 x 4/8 + 2 x 3/7 = 2.357143; variance 2 x 8/9 x 1/4 + 1/4 + 2 x 5/6 x 12/49
    /// = 1.102608; chi-square (2 - 2.357143)^2 / 1.102608 = 0.115681, df 1.
    /// </summary>
    public static string Small { get; } = "employee_no,hired_on,left_on,hire_channel,job_family\n" + string.Concat(
        Line("A1", 100, true, "Fair", "Sales"), Line("A2", 200, true, "Fair", "Sales"), Line("A3", 1000, false, "Fair", "Service"), Line("A4", 1000, false, "Fair", "\"Sales, inside\""), Line("A5", 1000, false, "Fair", ""),
        Line("B1", 100, true, "Agency", "Sales"), Line("B2", 300, true, "Agency", "Service"), Line("B3", 300, true, "Agency", "Service"), Line("B4", 1000, false, "Agency", "Sales"), Line("B5", 1000, false, "Agency", "Sales"));

    public static Task<ImportEmployees.Imported> Import(App app, string text, Viewer? viewer = null) =>
        app.Send(viewer ?? Viewer.Console, new ImportEmployees.Command { Text = text, AsOf = AsOf });

    /// <summary>The folder of the reference; none where it is not on this machine.</summary>
    public static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared", "data") is var folder && File.Exists(Path.Combine(folder, "expected-retention.json"))) return folder;
        return null;
    }

    /// <summary>Same names in the same order, same texts, same numbers within the tolerance.</summary>
    public static void Same(JsonElement expected, JsonElement got, string where = "$")
    {
        Assert.True(expected.ValueKind == got.ValueKind, $"{where}: expected {expected.ValueKind}, got {got.ValueKind}");
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(expected.EnumerateObject().Select(p => p.Name), got.EnumerateObject().Select(p => p.Name));
                foreach (var property in expected.EnumerateObject().Where(p => p.Name != "software")) Same(property.Value, got.GetProperty(property.Name), $"{where}.{property.Name}");
                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), got.GetArrayLength());
                for (var i = 0; i < expected.GetArrayLength(); i++) Same(expected[i], got[i], $"{where}[{i}]");
                break;
            case JsonValueKind.Number:
                var value = expected.GetDouble();
                Assert.True(Math.Abs(value - got.GetDouble()) <= Tolerance * Math.Max(1, Math.Abs(value)), $"{where}: expected {value}, got {got}");
                break;
            default:
                Assert.Equal(expected.ToString(), got.ToString());
                break;
        }
    }

    private static string Line(string number, int days, bool left, string channel, string family)
    {
        var hired = AsOf.AddDays(-1000);
        return string.Create(CultureInfo.InvariantCulture, $"{number},{hired:yyyy-MM-dd},{(left ? hired.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")},{channel},{family}\n");
    }
}
