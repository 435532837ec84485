using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace TalentHub.Web.Platform.Failures;

/// <summary>Text with a NUL in it is refused at the door: SQLite keeps it, PostgreSQL fails on it, and no page can show it.</summary>
internal static class PlainText
{
    public const string Sentence = "This holds a sign that cannot be kept. Please write it again.";

    public static bool Fits(string? text) => text?.Contains('\0') != true;
}

/// <summary>For forms and addresses: the field says what is wrong.</summary>
internal sealed class PlainTextBinder(IModelBinder inner) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await inner.BindModelAsync(bindingContext);
        if (PlainText.Fits(bindingContext.Result.Model as string)) return;
        bindingContext.ModelState.AddModelError(bindingContext.ModelName, PlainText.Sentence);
        bindingContext.Result = ModelBindingResult.Failed();
    }

    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string) && context.BindingInfo.BinderType is null
            ? new PlainTextBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
    }
}

/// <summary>For JSON: the request cannot be read.</summary>
internal sealed class PlainTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return PlainText.Fits(text) ? text : throw new JsonException(PlainText.Sentence);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
