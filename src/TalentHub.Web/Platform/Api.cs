using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;

namespace TalentHub.Web.Platform;

/// <summary>An area's endpoints under <c>/api</c>. Each sends the same requests the pages send.</summary>
public interface IApiArea
{
    static abstract void Map(RouteGroupBuilder api);
}

/// <summary>Finds the areas' endpoints; unsafe ones need the anti-forgery header, since they ride on the same cookie.</summary>
internal static class Api
{
    public static void Map(WebApplication app)
    {
        var group = app.MapGroup("/api");
        group.AddEndpointFilter(async (context, next) =>
        {
            var request = context.HttpContext.Request;
            if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
                await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context.HttpContext);
            return await next(context);
        });
        foreach (var area in typeof(Api).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IApiArea))))
            area.GetMethod(nameof(IApiArea.Map), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [group]);
    }
}
