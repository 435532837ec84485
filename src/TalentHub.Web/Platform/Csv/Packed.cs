using System.IO.Compression;
using System.Text;
using TalentHub.Domain;

namespace TalentHub.Web.Platform.Csv;

/// <summary>An uploaded text on its way from the preview to the import: the form carries it, so that nothing lies on the server meanwhile.</summary>
internal static class Packed
{
    /// <summary>Makes the text small and safe for a hidden field.</summary>
    public static string Of(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>The text back again. It came from a browser, so it is checked as an upload is: size and text.</summary>
    /// <exception cref="RuleBroken"><c>csv-lost</c>, or what <see cref="CsvTable.Text"/> refuses.</exception>
    public static string Open(string packed)
    {
        var bytes = new byte[packed.Length];
        Rule.Holds(Convert.TryFromBase64String(packed, bytes, out var length), "csv-lost", "The file did not come back whole. Choose it again.", "File");
        using var gzip = new GZipStream(new MemoryStream(bytes, 0, length), CompressionMode.Decompress);
        try
        {
            return CsvTable.Text(gzip);
        }
        catch (InvalidDataException)
        {
            throw new RuleBroken("csv-lost", "The file did not come back whole. Choose it again.", "File");
        }
    }
}
