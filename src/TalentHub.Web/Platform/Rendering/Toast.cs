using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TalentHub.Web.Platform.Rendering;

/// <summary>A sentence shown once on the next page, with an optional address that takes the action back.</summary>
public static class Toast
{
    public const string TextKey = "toast.text";
    public const string UndoKey = "toast.undo";

    /// <summary>Call before redirecting. <paramref name="undoUrl"/> receives a POST with the anti-forgery token.</summary>
    public static void Say(this ITempDataDictionary tempData, string text, string? undoUrl = null)
    {
        tempData[TextKey] = text;
        if (undoUrl is null) tempData.Remove(UndoKey);
        else tempData[UndoKey] = undoUrl;
    }
}
