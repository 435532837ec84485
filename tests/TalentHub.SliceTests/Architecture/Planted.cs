using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

// In the namespace of an area, so that the check of that area has something to find.
namespace TalentHub.SliceTests.Features.Insights;

[Requires(Right.ReadRetention)]
internal sealed record WritingRequest : ICommand;
