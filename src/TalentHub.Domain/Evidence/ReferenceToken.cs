using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TalentHub.Domain.Evidence;

/// <summary>The secret in a reference's link. It is shown once and kept nowhere.</summary>
public static class ReferenceToken
{
    private const int Bytes = 32;

    /// <summary>256 random bits, fit for an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of a token: SHA-256 in lower-case hex. A plain hash does, because 256 random bits cannot be guessed.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
