using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TalentHub.Web.Features.Evidence;

/// <summary>A fresh link to the reference form, with the letter around it. The next page shows it once; it is kept nowhere.</summary>
public sealed record ReferenceLink(Guid ApplicationId, string Referee, string Address, DateTime ExpiresAt, ReferenceLetter Letter)
{
    private const string Key = "evidence.reference-link";

    internal void Keep(ITempDataDictionary data) => data[Key] = JsonSerializer.Serialize(this);

    internal static ReferenceLink? Take(ITempDataDictionary data) => data[Key] is string kept ? JsonSerializer.Deserialize<ReferenceLink>(kept) : null;
}
