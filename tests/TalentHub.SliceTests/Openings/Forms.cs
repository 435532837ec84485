using AngleSharp.Html.Parser;

namespace TalentHub.SliceTests.Openings;

/// <summary>Posts a page's own form, as a browser without JavaScript would.</summary>
internal static class Forms
{
    /// <summary>Sends the form at this address that has this action ("" for the page's own) with its fields, some of them changed.</summary>
    public static async Task<HttpResponseMessage> Submit(this HttpClient client, string address, IReadOnlyDictionary<string, string> changed, string handler = "")
    {
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(address));
        var form = page.QuerySelectorAll("main form[method=post]").First(f => handler.Length == 0
            ? f.GetAttribute("action")?.Contains("handler=") != true : f.GetAttribute("action")!.Contains($"handler={handler}"));
        var fields = form.QuerySelectorAll("input[name]:not([type=checkbox]), input[type=checkbox][checked], textarea[name]").Select(e => (Name: e.GetAttribute("name")!, Value: e.GetAttribute("value") ?? e.TextContent))
            .Concat(form.QuerySelectorAll("select[name]").Select(s => (Name: s.GetAttribute("name")!, Value: s.QuerySelector("option[selected]")?.GetAttribute("value") ?? "")))
            .Where(f => !changed.ContainsKey(f.Name)).Concat(changed.Select(c => (Name: c.Key, Value: c.Value))).ToList();
        return await client.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
    }
}
