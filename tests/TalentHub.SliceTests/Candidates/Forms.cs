using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TalentHub.SliceTests.Candidates;

/// <summary>Fills and sends a page's form as a browser without scripts would.</summary>
internal static class Forms
{
    public static async Task<IHtmlDocument> Page(this HttpClient client, string address)
    {
        var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Document();
    }

    public static async Task<IHtmlDocument> Document(this HttpResponseMessage response) => new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    /// <summary>Posts these fields to the address, with the token of the page at <paramref name="from"/>.</summary>
    public static async Task<HttpResponseMessage> Post(this HttpClient client, string from, string to, params (string Name, string? Value)[] fields)
    {
        var token = (await client.Page(from)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await client.PostAsync(to, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Where(f => f.Item2 is not null).Select(f => KeyValuePair.Create(f.Item1, f.Item2!))));
    }
}
