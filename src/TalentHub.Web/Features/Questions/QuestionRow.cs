using System.Text.Json.Serialization;

namespace TalentHub.Web.Features.Questions;

/// <summary>A question as it travels in a file, CSV or JSON, out of one bank and into another.</summary>
/// <param name="Level">Rep, Manager or VP.</param>
/// <param name="Kind">Behavioural, Situational, Role-play, Work sample or Background.</param>
/// <param name="Probes">Up to six; in CSV the columns probe_1 to probe_6.</param>
/// <param name="Real">What is heard when an answer is real.</param>
/// <param name="Rehearsed">How a polished but empty answer sounds.</param>
/// <param name="State">Of the bank it comes from; ignored when it is brought in, since it waits to be read there.</param>
public sealed record QuestionRow(
    string? Level, string? Competency, string? Kind, int? Minutes, string? Question, string? Brief, IReadOnlyList<string>? Probes, QuestionRow.Sounds? Anchors, string? Real, string? Rehearsed, string? State)
{
    public sealed record Sounds([property: JsonPropertyName("1")] string? One, [property: JsonPropertyName("3")] string? Three, [property: JsonPropertyName("5")] string? Five);

    /// <summary>All its texts, empty ones left out.</summary>
    internal IEnumerable<string> Texts() =>
        new[] { Level, Competency, Kind, Question, Brief, Anchors?.One, Anchors?.Three, Anchors?.Five, Real, Rehearsed }.Concat(Probes ?? []).OfType<string>();
}
