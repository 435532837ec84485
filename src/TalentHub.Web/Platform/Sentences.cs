using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace TalentHub.Web.Platform;

/// <summary>What the form reader says when it cannot read an answer.</summary>
internal static class Sentences
{
    public static void Use(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}” cannot be read here. Please check it.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}” cannot be read here. Please check it.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "This cannot be read. Please check it.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "This cannot be read. Please check it.");
        messages.SetValueIsInvalidAccessor(value => $"“{value}” cannot be read here. Please check it.");
        messages.SetValueMustBeANumberAccessor(_ => "Please write a number.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Please write a number.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Please fill this in.");
        messages.SetMissingKeyOrValueAccessor(() => "Please fill this in.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "The request was empty.");
        messages.SetValueMustNotBeNullAccessor(_ => "Please fill this in.");
    }
}
