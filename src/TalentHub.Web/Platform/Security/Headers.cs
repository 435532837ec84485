namespace TalentHub.Web.Platform.Security;

/// <summary>Response headers of every page: nothing runs, frames or caches what we did not mean to.</summary>
internal static class Headers
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Say(context);
        // A failure clears the response on its way to the problem page, headers included: that page needs them as much.
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.ContentSecurityPolicy.Count == 0) Say(context);
            return Task.CompletedTask;
        });
        return next();
    });

    private static void Say(HttpContext context)
    {
        var nonce = context.RequestServices.GetRequiredService<CspNonce>().Value;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        // As the anti-forgery tokens want it word for word, or they warn on every page with a form.
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
    }
}
