using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TalentHub.SliceTests.Platform.Security;

/// <summary>One question of a form as rendered. A group of radio buttons is one field.</summary>
/// <param name="Kind">The input's type, or textarea or select.</param>
internal sealed record FormField(string Name, string Kind, string Value, IReadOnlyList<string> Choices)
{
    public bool IsText => Kind is "text" or "textarea" or "search" or "email" or "tel" or "url";
}

/// <summary>A form that posts, as a page showed it.</summary>
/// <param name="Confirm">What it asks before it is sent, heading and sentence; empty when it does not ask.</param>
/// <param name="AsksWithoutScript">Whether it also asks where no script runs.</param>
internal sealed partial record FoundForm(string Page, string Action, IReadOnlyList<FormField> Fields, string Confirm, bool AsksWithoutScript)
{
    private const string Token = "__RequestVerificationToken";

    public string Path => Action.Split('?')[0];
    public string Handler => HandlerName().Match(Action) is { Success: true } m ? m.Groups[1].Value : "";

    /// <summary>The same for every row of a list: the names without their counters.</summary>
    public string Shape => string.Join(',', Fields.Select(f => Digits().Replace(f.Name, "#")).Distinct());

    /// <summary>Whether another form does the same to the same thing: its address, and what is hidden in it but for the version, agree.</summary>
    public bool IsAbout(FoundForm other) => Path == other.Path && Handler == other.Handler && Fields.Where(f => f.Kind == "hidden" && !f.Name.EndsWith("Version", StringComparison.Ordinal))
        .All(f => other.Fields.Any(o => o.Name == f.Name && o.Value == f.Value));

    public static IEnumerable<FoundForm> In(IDocument document, string page)
    {
        foreach (var form in document.Forms.Where(f => string.Equals(f.Method, "post", StringComparison.OrdinalIgnoreCase)))
        {
            var action = form.GetAttribute("action") is { Length: > 0 } own ? own : page;
            yield return Read(form, page, action);
            foreach (var button in form.Elements.OfType<IHtmlButtonElement>().Where(b => b.HasAttribute("formaction"))) yield return Read(form, page, button.GetAttribute("formaction")!);
        }
    }

    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static FoundForm Read(IHtmlFormElement form, string page, string action)
    {
        var fields = new List<FormField>();
        foreach (var control in form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } name && name != Token))
        {
            var name = control.GetAttribute("name")!;
            if (fields.Any(f => f.Name == name)) continue;
            fields.Add(control switch
            {
                IHtmlTextAreaElement area => new(name, "textarea", area.Value, []),
                IHtmlSelectElement select => new(name, "select", select.Value ?? "", [.. select.Options.Select(o => o.Value)]),
                IHtmlButtonElement button => new(name, "hidden", button.Value ?? "", []),
                IHtmlInputElement { Type: "radio" or "checkbox" } => Chosen(form, name),
                IHtmlInputElement input => new(name, input.GetAttribute("type") ?? "text", input.GetAttribute("value") ?? "", []),
                _ => new(name, "hidden", "", []),
            });
        }
        return new(page, action, fields, $"{form.GetAttribute("data-confirm-title")} {form.GetAttribute("data-confirm")}".Trim(),
            form.QuerySelector("noscript input[type=checkbox][required]") is not null);
    }

    private static FormField Chosen(IHtmlFormElement form, string name)
    {
        var inputs = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name == name && i.Type is "radio" or "checkbox").ToList();
        return new(name, inputs[0].Type, inputs.FirstOrDefault(i => i.HasAttribute("checked"))?.GetAttribute("value") ?? "", [.. inputs.Select(i => i.GetAttribute("value") ?? "on")]);
    }

    [GeneratedRegex("[?&]handler=([A-Za-z]+)")]
    private static partial Regex HandlerName();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
