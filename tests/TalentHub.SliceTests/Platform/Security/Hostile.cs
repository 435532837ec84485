namespace TalentHub.SliceTests.Platform.Security;

/// <summary>What nobody means to type, but somebody sends.</summary>
internal static class Hostile
{
    /// <summary>Sent as bytes that are no UTF-8: half of a surrogate pair.</summary>
    public const string HalfPair = "\uD800";

    public static readonly string[] Texts =
    [
        "", "   ", "\u0001\u0007\u001B[31m", "a\0b", "<script>alert(\"x\")</script>", "99999999999999999999999999", "-1", "-2147483649", "NaN", "Infinity", "1e400", "0x1F",
        "not-a-guid", "00000000-0000-0000-0000-000000000000", "0198c2f0-5a52-7d3c-8000-3f2a9be0c001", "31.02.2026", "2026-02-30", "0001-01-01", "9999-12-31", "1.234,56", "1 234,5", "٣٤",
        HalfPair, "\u202Eevil", "thin\u200Bspace", "🧪", "'; DROP TABLE Candidates;--", "=1+1", "{{7*7}}", "../../etc/passwd", "true", "[]", "%00%0d%0a", new string('é', 5000),
    ];

    /// <summary>As a form sends it, half pairs included, which no encoder of ours would let through.</summary>
    public static string Encode(string text) => string.Join("%ED%A0%80", text.Split(HalfPair).Select(Uri.EscapeDataString));

    /// <summary>Whether a page can hold it: HTML has no way to write the others.</summary>
    public static bool Printable(string text) => !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) && !text.Contains(HalfPair, StringComparison.Ordinal);
}
