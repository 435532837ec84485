using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TalentHub.SliceTests.Debriefs;

/// <summary>Posts a page's own form as a browser without JavaScript would: what it holds, with some answers changed.</summary>
internal static class Forms
{
    public static async Task<(int Status, string Body)> Post(HttpClient client, string address, Dictionary<string, string> answers)
    {
        var page = await client.GetAsync(address);
        var document = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        var form = document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().First();
        var fields = new Dictionary<string, string>();
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name)) continue;
            var value = element switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (value is not null) fields.TryAdd(name, value);
        }
        foreach (var (name, value) in answers) fields[name] = value;
        var answer = await client.PostAsync(address, new FormUrlEncodedContent(fields));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
