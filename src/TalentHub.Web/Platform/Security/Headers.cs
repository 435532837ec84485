namespace TalentHub.Web.Platform.Security;

/// <summary>Response headers of every page: nothing runs, frames or caches what we did not mean to.</summary>
internal static class Headers
{
    /// <summary>Pages whose address is itself a key: it is told to nobody, and no search engine keeps it.</summary>
    private static readonly PathString[] Keys = ["/reference", "/invite", "/reset", "/set-up"];

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isKey = Keys.Any(k => context.Request.Path.StartsWithSegments(k));
        Say(context, isKey);
        // A failure clears the response on its way to the problem page, headers included: that page needs them as much.
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.ContentSecurityPolicy.Count == 0) Say(context, isKey);
            return Task.CompletedTask;
        });
        return next();
    });

    private static void Say(HttpContext context, bool isKey)
    {
        var nonce = context.RequestServices.GetRequiredService<CspNonce>().Value;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = isKey ? "no-referrer" : "same-origin";
        if (isKey) headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        // As the anti-forgery tokens want it word for word, or they warn on every page with a form.
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
    }
}
