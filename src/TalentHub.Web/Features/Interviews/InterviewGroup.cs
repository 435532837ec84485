namespace TalentHub.Web.Features.Interviews;

/// <summary>A titled list of interviews; nothing is drawn for an empty one.</summary>
/// <param name="Leads">Whether its first button is the page's primary action.</param>
public sealed record InterviewGroup(string Title, string? Note, IReadOnlyList<MyInterviews.Item> Items, DateTime Now, bool Leads);
