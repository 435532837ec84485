using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>
/// One question of a form: label, help, control and what is wrong with the answer, tied together for screen readers.
/// The control follows the property's type, or is the content when there is any.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Help { get; set; }

    /// <summary>Says "optional" after the label; everything else is required by convention.</summary>
    public bool Optional { get; set; }

    /// <summary>The input's type where the property does not say it: email, password, search, tel, url.</summary>
    public string? Type { get; set; }

    /// <summary>More than 0 makes a text area of that many lines.</summary>
    public int Rows { get; set; }

    /// <summary>Choices make a select.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    public string? Placeholder { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>short or medium, for answers of known length.</summary>
    public string? Width { get; set; }

    /// <summary>The content is several controls (radio buttons, check boxes): the label becomes a legend.</summary>
    public bool Group { get; set; }

    private string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(FullName, generator.IdAttributeDotReplacement);

    private string? Error => ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) && entry.Errors.Count > 0
        ? string.Join(" ", entry.Errors.Select(error => error.ErrorMessage))
        : null;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = Group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Width is null ? "field" : $"field {Width}");
        if (Group) Describe(output.Attributes);
        var isCheck = content.IsEmptyOrWhiteSpace && For.ModelExplorer.ModelType == typeof(bool);
        if (isCheck)
        {
            output.Content.AppendHtml(Checkbox());
        }
        else
        {
            output.Content.AppendHtml(Caption());
            if (Help is not null) output.Content.AppendHtml(Identified(Html.Text("p", "help", Help), "help"));
            output.Content.AppendHtml(content.IsEmptyOrWhiteSpace ? Control() : content);
        }

        if (Error is { } error) output.Content.AppendHtml(Identified(Html.Text("span", "error", error), "error"));
    }

    private TagBuilder Caption()
    {
        var caption = Html.Text(Group ? "legend" : "label", null, Label);
        if (!Group) caption.Attributes["for"] = Id;
        if (Optional) caption.InnerHtml.Append(" ").AppendHtml(Html.Text("span", "optional", "optional"));
        return caption;
    }

    private IHtmlContent Checkbox()
    {
        // The generator reads back what was sent as a yes or a no, and fails on anything else.
        var state = ViewContext.ViewData.ModelState;
        if (state.TryGetValue(FullName, out var sent) && sent.AttemptedValue is { } typed && !bool.TryParse(typed.Split(',')[0], out _)) state.SetModelValue(FullName, "false", "false");
        var box = generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, null, Attributes());
        var hidden = generator.GenerateHiddenForCheckbox(ViewContext, For.ModelExplorer, For.Name);
        var words = Html.Text("span", null, Label);
        if (Help is not null) words.InnerHtml.AppendHtml(Identified(Html.Text("span", "help", Help), "help"));
        return new HtmlContentBuilder().AppendHtml(Html.Element("label", "check", box, words)).AppendHtml(hidden);
    }

    private TagBuilder Control()
    {
        var explorer = For.ModelExplorer;
        if (Items is not null)
            return generator.GenerateSelect(ViewContext, explorer, null, For.Name, Items, explorer.Metadata.IsEnumerableType, Attributes());
        if (Rows > 0)
            return generator.GenerateTextArea(ViewContext, explorer, For.Name, Rows, 0, Attributes());
        var (type, format) = InputKind(Nullable.GetUnderlyingType(explorer.ModelType) ?? explorer.ModelType);
        var attributes = Attributes();
        attributes["type"] = Type ?? type;
        if (type == "decimal") (attributes["type"], attributes["step"]) = (Type ?? "number", "any");
        return Type == "password"
            ? generator.GeneratePassword(ViewContext, explorer, For.Name, null, attributes)
            : generator.GenerateTextBox(ViewContext, explorer, For.Name, explorer.Model, format, attributes);
    }

    private static (string Type, string? Format) InputKind(Type type) => type switch
    {
        _ when type == typeof(DateOnly) => ("date", "{0:yyyy-MM-dd}"),
        _ when type == typeof(DateTime) || type == typeof(DateTimeOffset) => ("datetime-local", "{0:yyyy-MM-ddTHH:mm}"),
        _ when type == typeof(TimeOnly) => ("time", "{0:HH:mm}"),
        _ when type == typeof(int) || type == typeof(long) => ("number", null),
        _ when type == typeof(decimal) || type == typeof(double) => ("decimal", null),
        _ => ("text", null),
    };

    private Dictionary<string, object?> Attributes()
    {
        var attributes = new TagHelperAttributeList();
        Describe(attributes);
        var all = attributes.ToDictionary(each => each.Name, each => (object?)each.Value);
        if (Placeholder is not null) all["placeholder"] = Placeholder;
        if (Autocomplete is not null) all["autocomplete"] = Autocomplete;
        return all;
    }

    private void Describe(TagHelperAttributeList attributes)
    {
        var described = string.Join(' ', new[] { Help is null ? null : $"{Id}-help", Error is null ? null : $"{Id}-error" }.OfType<string>());
        if (described.Length > 0) attributes.SetAttribute("aria-describedby", described);
        if (Error is not null && !Group) attributes.SetAttribute("aria-invalid", "true");
    }

    private TagBuilder Identified(TagBuilder element, string part)
    {
        element.Attributes["id"] = $"{Id}-{part}";
        return element;
    }
}
