using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.Web.Features.Problem;

/// <summary>What a person sees when a request could not be answered. Never a stack trace.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel : PageModel
{
    public string Heading { get; private set; } = "";
    public string Sentence { get; private set; } = "";

    public void OnGet() => Show(Status);

    public void OnPost() => Show(Status);

    /// <summary>Read straight from the address: where the failure is a form that cannot be read, nothing is bound any more.</summary>
    private int Status => int.TryParse(RouteData.Values["status"] as string, CultureInfo.InvariantCulture, out var status) ? status : 404;

    private void Show(int status)
    {
        (Heading, Sentence) = status switch
        {
            400 => ("That request could not be read", "This page may have been open for too long. Go back, reload it and try again; what you typed is still in your browser. If it happens every time, your browser does not keep our cookies: they need HTTPS, and Safari needs it even on the computer TalentHub runs on."),
            403 => ("You may not do that", "You can see this, but changing it is somebody else's part."),
            404 => ("Nothing here for you", "This page does not exist, or is not yours to see. If a colleague sent you the address, ask them to check your access."),
            409 => ("Someone was faster", "This was changed while you had it open. Go back, reload the page and look at the present state."),
            413 => ("That is too much at once", "A page accepts up to 10 MB. Please split the file."),
            422 => ("That cannot be done like this", "Go back and check what you entered."),
            429 => ("A little slower, please", "Too many requests came from your network within a minute. Wait a minute and go back; what you typed is still in your browser."),
            503 => ("Busy for a moment", "Too many reports are being printed. Please try again in a minute."),
            _ => ("Something went wrong on our side", "Nothing you saved is lost. Please try again; if it happens again, tell your administrator the time."),
        };
        if (HttpContext.Items[nameof(Failure)] is Failure { Errors: [var (_, sentence), ..] }) Sentence = sentence;
        Response.StatusCode = status is >= 400 and < 600 ? status : 404;
    }
}
