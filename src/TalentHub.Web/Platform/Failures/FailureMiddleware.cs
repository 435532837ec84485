using Microsoft.AspNetCore.Mvc;

namespace TalentHub.Web.Platform.Failures;

/// <summary>Turns a failure nobody caught into its status: problem details for the API, the problem page for people.</summary>
internal sealed class FailureMiddleware(RequestDelegate next, ILogger<FailureMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = 499;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            var failure = FailureMap.Of(exception);
            if (failure is null) log.LogError(exception, "Unhandled failure on {Method} {Endpoint}", context.Request.Method, context.GetEndpoint()?.DisplayName);
            await Answer(context, failure ?? new Failure(500, [("", "Something went wrong on our side. Nothing you saved is lost.")], "fault"));
        }
    }

    private static async Task Answer(HttpContext context, Failure failure)
    {
        // What went wrong must not switch off what every answer says.
        var transport = context.Response.Headers.StrictTransportSecurity;
        context.Response.Clear();
        context.Response.Headers.StrictTransportSecurity = transport;
        if (failure.Status == 401 && !IsApi(context))
        {
            context.Response.Redirect("/sign-in?returnUrl=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
            return;
        }
        context.Response.StatusCode = failure.Status;
        if (!IsApi(context))
        {
            // The status-code pages that wrap this middleware draw the page; they read the sentence from here.
            context.Items[nameof(Failure)] = failure;
            return;
        }
        var problem = new ProblemDetails { Status = failure.Status, Title = failure.Errors[0].Sentence, Type = $"urn:talenthub:{failure.Code}" };
        problem.Extensions["errors"] = failure.Errors.Select(e => new { field = e.Field, sentence = e.Sentence });
        await context.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json");
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
