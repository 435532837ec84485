using System.Net;
using System.Text.RegularExpressions;

namespace TalentHub.SliceTests.Access;

/// <summary>Fills in forms as a person would: fetches the page, takes its hidden token, posts.</summary>
internal static partial class Browser
{
    public static async Task<HttpResponseMessage> Submit(this HttpClient client, string page, Dictionary<string, string> fields, string? to = null)
    {
        var html = await client.GetStringAsync(page);
        return await client.PostAsync(to ?? page, new FormUrlEncodedContent(new Dictionary<string, string>(fields) { ["__RequestVerificationToken"] = Token(html) }));
    }

    /// <summary>The page as read: tags kept, entities decoded.</summary>
    public static async Task<string> Text(this HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    /// <summary>The page, whatever its status.</summary>
    public static async Task<string> Page(this HttpClient client, string address) => await (await client.GetAsync(address)).Text();

    /// <summary>The sign-in cookie a response set, ready to be sent again.</summary>
    public static string SignInCookie(this HttpResponseMessage response) =>
        response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("talenthub=", StringComparison.Ordinal)).Split(';')[0];

    public static bool SetsSignInCookie(this HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("talenthub=CfDJ", StringComparison.Ordinal));

    private static string Token(string html) => Hidden().Match(html).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
