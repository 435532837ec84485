using TalentHub.Domain.Access;

namespace TalentHub.Web.Platform.Security;

/// <summary>Who asks in this scope: set from the cookie on each request, or by the console.</summary>
public sealed class Session
{
    public Viewer Viewer { get; set; } = Viewer.Nobody;
}
