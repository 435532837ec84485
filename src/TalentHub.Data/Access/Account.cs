using Microsoft.AspNetCore.Identity;

namespace TalentHub.Data.Access;

/// <summary>Someone who can sign in. What they may do is in their role grants; who they are at work is in their employee.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public string DisplayName { get; set; } = "";
    /// <summary>Where they are, by the IANA name of its time zone; none until they say.</summary>
    public string? Zone { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Since when the account may not be used; every request looks.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>One sentence for the demo sign-in page on who this is; set by the demo seed alone.</summary>
    public string? DemoNote { get; set; }
}
