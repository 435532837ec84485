namespace TalentHub.Web.Features.Interviews;

/// <summary>Who is on a panel and how far they are.</summary>
public sealed record PanelCard(string Title, IReadOnlyList<Panellist> Panel, string? Note);
