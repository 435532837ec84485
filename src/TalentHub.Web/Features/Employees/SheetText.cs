using System.IO.Compression;
using System.Text;
using TalentHub.Domain;

namespace TalentHub.Web.Features.Employees;

/// <summary>The text of an uploaded file, and how it travels from the preview to the import without lying on the server meanwhile.</summary>
internal static class SheetText
{
    /// <summary>In bytes.</summary>
    public const int Largest = 10 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the whole stream, but never much more than the limit.</summary>
    /// <exception cref="RuleBroken">Too large, or not text.</exception>
    public static async Task<string> ReadAsync(Stream stream, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var part = new byte[81920];
        for (int got; (got = await stream.ReadAsync(part, ct)) > 0;)
        {
            bytes.Write(part, 0, got);
            HoldSize(bytes.Length);
        }
        return Decode(bytes.ToArray());
    }

    /// <summary>Makes the text small and safe for a hidden field.</summary>
    public static string Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest)) zip.Write(Strict.GetBytes(text));
        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>The text back again; what comes from a form may have been written by anyone.</summary>
    public static async Task<string> UnpackAsync(string packed, CancellationToken ct)
    {
        var bytes = new byte[packed.Length];
        Rule.Holds(Convert.TryFromBase64String(packed, bytes, out var length), "file-lost", "The file did not come through. Please choose it again.");
        try
        {
            await using var zip = new GZipStream(new MemoryStream(bytes, 0, length), CompressionMode.Decompress);
            return await ReadAsync(zip, ct);
        }
        catch (InvalidDataException)
        {
            throw new RuleBroken("file-lost", "The file did not come through. Please choose it again.");
        }
    }

    private static string Decode(byte[] bytes)
    {
        var text = bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(bytes) : Utf8(bytes);
        Rule.Holds(!text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\u0085')), "file-not-text", "This is not a text file. Please save the sheet as CSV and choose that file.", "Upload");
        return text.TrimStart('\uFEFF');
    }

    private static string Utf8(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new RuleBroken("file-not-text", "This is not text we can read. Please save the sheet as “CSV UTF-8” and choose that file.", "Upload");
        }
    }

    private static void HoldSize(long length) =>
        Rule.Holds(length <= Largest, "file-too-large", "The file is larger than 10 MB. Please split it and import the parts one after the other.", "Upload");
}
