using System.Security.Cryptography;

namespace TalentHub.Web.Platform.Security;

/// <summary>One random value a request: the header names it and every script tag of the page carries it. Scoped.</summary>
public sealed class CspNonce
{
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
}
