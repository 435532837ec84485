using System.Security.Cryptography;

namespace TalentHub.Web.Features.Access;

/// <summary>Opens the set-up page once, for whoever can read the console of a new installation.</summary>
public sealed class SetupToken
{
    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether nobody has set this installation up yet.</summary>
    public bool Open { get; set; }
}
