using System.Security.Cryptography;
using System.Text;

namespace TalentHub.Data.Auditing;

/// <summary>The key the audit chain is made with. It lies outside the database: who can edit rows cannot make them fit.</summary>
public sealed class AuditKey
{
    private readonly Lazy<byte[]> key;

    /// <param name="configured">A base64 key of 32 bytes or more; none means the file <c>audit.key</c> in the data directory, made on first use.</param>
    public AuditKey(string? configured, string dataDirectory) =>
        key = new(() => string.IsNullOrEmpty(configured) ? FromFile(Path.Combine(dataDirectory, "audit.key")) : Convert.FromBase64String(configured));

    /// <summary>Keyed hash of the parts, in hexadecimal. Parts are length-prefixed, so no two lists read alike.</summary>
    public string Hash(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(part is null ? "-" : $"{part.Length}:{part}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static byte[] FromFile(string path)
    {
        if (!File.Exists(path))
        {
            var made = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllText(made, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            try
            {
                File.Move(made, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process made it a moment ago: that one is the key.
                File.Delete(made);
            }
        }
        return Convert.FromBase64String(File.ReadAllText(path).Trim());
    }
}
