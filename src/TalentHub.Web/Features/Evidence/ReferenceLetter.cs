using System.Globalization;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Web.Features.Evidence;

/// <summary>The letter a referee gets with the link. A draft: whoever asked sends it, or the mail does.</summary>
/// <param name="Text">Plain text, with the link on a line of its own.</param>
public sealed record ReferenceLetter(string Subject, string Text)
{
    /// <param name="position">As somebody outside may hear it.</param>
    /// <param name="link">The whole address.</param>
    /// <param name="expiresAt">Up to when the link works.</param>
    public static ReferenceLetter To(string referee, string candidate, string position, string askedBy, string link, DateTime expiresAt) => new(
        $"A reference for {candidate}",
        $"""
        Dear {referee},

        {candidate} is a candidate for {position} with us and has agreed that we ask you about working together. Could you spare about ten minutes?

        Here are a few questions and a place for your own words. You need no account, and you can leave out what you did not see:
        {link}

        The link is meant for you alone. It works once, until {expiresAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}. Nothing is saved before you send it in. The page says who will read it.

        If you would rather not, nothing needs to be done.

        With kind regards,
        {askedBy}

        """.ReplaceLineEndings("\n"));

    /// <summary>The position as somebody outside may hear it: a confidential search is named by its level alone.</summary>
    public static string Position(string title, RoleLevel level, bool confidential) => !confidential ? $"the position “{title}”" : level switch
    {
        RoleLevel.Rep => "a position in sales",
        RoleLevel.Manager => "a position as sales manager",
        _ => "a senior position in sales",
    };

    /// <summary>The position of an opening as somebody outside may hear it.</summary>
    public static string Position(Opening opening) => Position(opening.Title, opening.Level, opening.Confidential);
}
