using FluentValidation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;

namespace TalentHub.Web.Platform.Failures;

/// <summary>The request needs someone signed in.</summary>
public sealed class NotSignedIn() : Exception("Please sign in first.");

/// <summary>A save found the row changed since it was read.</summary>
public sealed class StaleWrite(Exception cause) : Exception("Someone else changed this while you had it open.", cause);

/// <summary>A unique index settled a race: the same thing was made a moment earlier.</summary>
public sealed class AlreadyThere(Exception cause) : Exception("This is already there: it was recorded a moment ago, or someone was faster.", cause);

/// <summary>What a failure tells the person.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Errors">Field (empty for the whole form) and sentence.</param>
/// <param name="Code">Stable name of the broken rule, if one.</param>
public sealed record Failure(int Status, IReadOnlyList<(string Field, string Sentence)> Errors, string? Code = null);

/// <summary>The one map from failures to answers, for pages and for the API.</summary>
public static class FailureMap
{
    /// <summary>None when the exception is a fault of ours.</summary>
    public static Failure? Of(Exception exception) => exception switch
    {
        RuleBroken rule => new(422, [(rule.Field ?? "", rule.Message)], rule.Code),
        ValidationException invalid => new(422, [.. invalid.Errors.Select(e => (e.PropertyName, e.ErrorMessage))], "invalid-input"),
        NotSignedIn e => new(401, [("", e.Message)], "not-signed-in"),
        Forbidden e => new(403, [("", e.Message)], "forbidden"),
        NotFound e => new(404, [("", e.Message)], "not-found"),
        Conflict or StaleWrite or DbUpdateConcurrencyException => new(409, [("", "Someone else changed this while you had it open. Nothing of yours is lost: compare below, then save again.")], "stale"),
        AlreadyThere e => new(409, [("", e.Message)], "already-there"),
        Printing.PrinterBusy or Printing.PrinterUnavailable => new(503, [("", exception.Message)], "printer"),
        BadHttpRequestException e => new(e.StatusCode, [("", e.StatusCode == 413 ? "That is more than this page accepts." : "The request could not be read.")], "bad-request"),
        InvalidDataException => new(413, [("", "That is more than this page accepts. The limit is 10 MB.")], "too-large"),
        AntiforgeryValidationException => new(400, [("", "This page had been open for too long. Reload it and try again.")], "antiforgery"),
        _ => null,
    };
}
