using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TalentHub.Web.Platform.Printing;

/// <summary>
/// Writes what a report says, as one HTML document. It knows nothing of PDF; a print view sets
/// <c>Layout = PrintView.Paper</c>, <c>ViewData["Title"]</c>, <c>["Kind"]</c>, <c>["Aside"]</c> and a Lead section.
/// </summary>
public sealed class PrintView(
    IRazorViewEngine engine, IModelMetadataProvider metadata, ITempDataProvider tempData, IServiceProvider services)
{
    public const string Paper = "/Platform/Printing/_Paper.cshtml";

    /// <param name="viewPath">From the project's root, as in "/Features/Openings/Dossier/Dossier.Print.cshtml".</param>
    /// <param name="model">What the view shows; everything it needs, for it has no request and no user.</param>
    public async Task<string> RenderAsync(string viewPath, object model)
    {
        var found = engine.GetView(executingFilePath: null, viewPath, isMainPage: true);
        if (!found.Success)
            throw new InvalidOperationException($"There is no print view at {viewPath}.");

        var http = new DefaultHttpContext { RequestServices = services };
        await using var html = new StringWriter();
        var context = new ViewContext(
            new ActionContext(http, new RouteData(), new ActionDescriptor()),
            found.View,
            new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = model },
            new TempDataDictionary(http, tempData),
            html,
            new HtmlHelperOptions());
        await found.View.RenderAsync(context);
        return html.ToString();
    }
}
