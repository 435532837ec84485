using System.Globalization;
using System.Text.Json;

namespace TalentHub.UnitTests.Science;

/// <summary>
/// One worked case. Every expected figure must be compared or set aside by name: a case that leaves one unread fails.
/// </summary>
public sealed class Vector
{
    private static readonly Lazy<IReadOnlyList<Vector>> Loaded = new(Load);
    private readonly JsonElement _source;
    private readonly HashSet<string> _unread;

    private Vector(JsonElement source)
    {
        _source = source;
        _unread = Leaves(source.GetProperty("expected"), "").ToHashSet();
        _unread.RemoveWhere(path => path is "must" or "note");
    }

    public static IReadOnlyList<Vector> All => Loaded.Value;

    public string Name => _source.GetProperty("name").GetString()!;

    public string Topic => _source.GetProperty("topic").GetString()!;

    public double Tolerance => _source.GetProperty("tolerance").GetDouble();

    public double Level => Inputs.TryGetProperty("confidence", out var level) ? level.GetDouble() : 0.95;

    public JsonElement Inputs => _source.GetProperty("inputs");

    public int Compared { get; private set; }

    public static Vector Fresh(string name) => new(All.Single(v => v.Name == name)._source);

    public bool Expects(string path) => Find(path) is not null;

    public double Number(string input) => Inputs.GetProperty(input).GetDouble();

    public int Whole(string input) => Inputs.GetProperty(input).GetInt32();

    public double[] Numbers(string input) => Inputs.GetProperty(input).EnumerateArray().Select(e => e.GetDouble()).ToArray();

    public string[] Words(string input) => Inputs.GetProperty(input).EnumerateArray().Select(e => e.GetString()!).ToArray();

    public double[][] Table(string input) => Inputs.GetProperty(input).EnumerateArray()
        .Select(row => row.EnumerateArray().Select(e => e.GetDouble()).ToArray()).ToArray();

    public double?[][] TableWithHoles(string input) => Inputs.GetProperty(input).EnumerateArray()
        .Select(row => row.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Null ? (double?)null : e.GetDouble()).ToArray())
        .ToArray();

    public double ExpectedNumber(string path) => Read(path).GetDouble();

    /// <summary>Compares, if the case states the figure at all.</summary>
    public void CheckIfStated(string path, double? got)
    {
        if (Expects(path))
            Check(path, got);
    }

    public void Check(string path, double? got)
    {
        var expected = Read(path);
        Compared++;
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.True(got is null, $"{Name} {path}: expected no value, got {got}");
            return;
        }

        var value = expected.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? (expected.GetBoolean() ? 1 : 0)
            : expected.GetDouble();
        Assert.True(got is not null, $"{Name} {path}: expected {value}, got no value");
        var allowed = Tolerance * Math.Max(1, Math.Abs(value));
        Assert.True(Math.Abs(got.Value - value) <= allowed, $"{Name} {path}: expected {value:R}, got {got:R}");
    }

    public void CheckEach(string path, IEnumerable<double?> got)
    {
        var values = got.ToArray();
        if (!Expects(path))
            return;
        Assert.Equal(Read(path).GetArrayLength(), values.Length);
        for (var i = 0; i < values.Length; i++)
            Check(string.Create(CultureInfo.InvariantCulture, $"{path}.{i}"), values[i]);
    }

    public void CheckEach(string path, IEnumerable<double> got) => CheckEach(path, got.Select(v => (double?)v));

    public void SetAside(params string[] paths) => _unread.RemoveWhere(u => paths.Any(p => u == p || u.StartsWith(p + ".", StringComparison.Ordinal)));

    public void AssertAllRead() => Assert.True(_unread.Count == 0, $"{Name}: nobody compared {string.Join(", ", _unread)}");

    private JsonElement Read(string path)
    {
        _unread.Remove(path);
        return Find(path) ?? throw new InvalidOperationException($"{Name} states no {path}.");
    }

    private JsonElement? Find(string path)
    {
        var at = _source.GetProperty("expected");
        foreach (var part in path.Split('.'))
        {
            if (at.ValueKind == JsonValueKind.Array && int.TryParse(part, CultureInfo.InvariantCulture, out var index))
            {
                if (index >= at.GetArrayLength())
                    return null;
                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(part, out at))
            {
                return null;
            }
        }

        return at;
    }

    private static IEnumerable<string> Leaves(JsonElement at, string path) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().SelectMany(p => Leaves(p.Value, Join(path, p.Name))),
        JsonValueKind.Array => at.EnumerateArray()
            .SelectMany((e, i) => Leaves(e, Join(path, i.ToString(CultureInfo.InvariantCulture)))),
        _ => [path],
    };

    private static string Join(string path, string part) => path.Length == 0 ? part : $"{path}.{part}";

    private static IReadOnlyList<Vector> Load()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Science", "vectors.json");
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.GetProperty("vectors").EnumerateArray().Select(e => new Vector(e.Clone())).ToArray();
    }
}
