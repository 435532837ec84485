using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TalentHub.SliceTests.Access;

namespace TalentHub.SliceTests.Platform.Security;

/// <summary>
/// T7: into every field of every form, as whoever may use it, goes what nobody means to type. The answer is a success or a 4xx with a
/// sentence, what was typed is still there, and no fault of ours shows. TALENTHUB_HOSTILE=all sends every text into every field.
/// </summary>
public sealed class BadInputTests : FormWorld
{
    private static readonly bool All = Environment.GetEnvironmentVariable("TALENTHUB_HOSTILE") == "all";
    private readonly List<string> faults = [];
    private readonly Random random = new(20261122);

    [Fact]
    public async Task Every_form_answers_hostile_input_in_words_and_keeps_what_was_typed()
    {
        var forms = await Forms();
        // Set-up needs an installation without accounts; sign-out and the one behind a reset link have no field of their own.
        string[] elsewhere = ["/set-up", "/reset", "/sign-out"];
        Assert.Empty((await PostHandlers.All(this)).Except(forms.Select(f => f.Handler)).Select(h => $"{h}").Except(elsewhere));
        // Whoever is not signed in comes first: their links end with the applications that others close on the way.
        foreach (var client in forms.OrderBy(f => f.SignedIn).Select(f => f.Client).Distinct())
        {
            var mine = forms.Where(f => f.Client == client).ToList();
            var token = await TokenOf(client, mine[0].Form.Page);
            foreach (var shown in mine) await Attack(shown, token);
        }
        Assert.True(faults.Count == 0, $"{faults.Count}:\n{string.Join("\n", faults.Take(60))}");
    }

    [Fact]
    public async Task The_API_answers_hostile_JSON_with_a_sentence()
    {
        var client = await Client(InterviewerA);
        client.DefaultRequestHeaders.Add("RequestVerificationToken", await TokenOf(client, "/account/password"));
        var lead = await Client(Lead);
        lead.DefaultRequestHeaders.Add("RequestVerificationToken", await TokenOf(lead, "/account/password"));
        string[] values = [.. Hostile.Texts.Where(t => t != Hostile.HalfPair).Select(t => JsonSerializer.Serialize(t)), "\"\\ud800\"", "null", "5", "-1", "1e400", "[]", "{}", "[null]", "true", "[{}]"];
        foreach (var value in values)
        {
            foreach (var field in new[] { "name", "email", "phone", "headline", "notes", "openingId", "channel", "appliedOn" })
                await Check(lead, HttpMethod.Post, "/api/candidates", $$"""{"name":"Nora Test","{{field}}":{{value}}}""");
            foreach (var field in new[] { "version", "sequence", "summary", "recommendation", "answers" })
                await Check(client, HttpMethod.Put, $"/api/interviews/{VpInterviewInsider}/scorecard", $$"""{"version":1,"sequence":1,"{{field}}":{{value}}}""");
        }
        var hr = await Client(Hr);
        hr.DefaultRequestHeaders.Add("RequestVerificationToken", await TokenOf(hr, "/account/password"));
        foreach (var value in values)
            foreach (var field in new[] { "week", "actuals", "note", "version" })
                await Check(hr, HttpMethod.Post, $"/api/ramp/{TheoRampPlan}/check-ins", $$"""{"week":6,"version":0,"{{field}}":{{value}}}""");
        foreach (var body in new[] { "", "{", "null", "[]", "\"x\"", new string('[', 5000) }) await Check(lead, HttpMethod.Post, "/api/candidates", body);
        Assert.True(faults.Count == 0, $"{faults.Count}:\n{string.Join("\n", faults.Take(60))}");
    }

    private async Task Check(HttpClient client, HttpMethod method, string address, string json)
    {
        using var answer = await client.SendAsync(new HttpRequestMessage(method, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
        var body = await answer.Content.ReadAsStringAsync();
        var what = $"{method} {address} {(json.Length > 200 ? json[..200] : json)}: {(int)answer.StatusCode}";
        if ((int)answer.StatusCode >= 500 || IsFault(body)) faults.Add(what);
        else if (!answer.IsSuccessStatusCode && !body.Contains("\"title\":\"", StringComparison.Ordinal)) faults.Add($"{what} without a sentence");
    }

    private async Task Attack(Shown shown, string token)
    {
        var fields = shown.Form.Fields.Where(f => f.Kind != "file").ToList();
        var plausible = fields.ToDictionary(f => f.Name, Plausible);
        // One field at a time behind plausible neighbours, to get past the first check; then everything at once.
        foreach (var field in Chosen(fields))
            foreach (var text in Some(2))
                await Post(shown, token, new(plausible) { [field.Name] = text }, keeps: field.Kind != "hidden");
        foreach (var text in Some(3))
            await Post(shown, token, fields.ToDictionary(f => f.Name, f => f.Kind == "hidden" ? f.Value : text));
        if (fields.Find(f => f.IsText) is { } first) await Post(shown, token, new(plausible) { [first.Name] = new string('x', 1_000_000) });
        if (fields.Count == 0) await Post(shown, token, []);
    }

    /// <summary>A few of a long form, hidden ones among them.</summary>
    private IEnumerable<FormField> Chosen(List<FormField> fields)
    {
        var some = fields.ToArray();
        random.Shuffle(some);
        return All ? some : some.Take(5);
    }

    private IEnumerable<string> Some(int count) => All ? Hostile.Texts : random.GetItems(Hostile.Texts, count);

    private string Plausible(FormField field) => field.Kind switch
    {
        "email" => $"p{random.Next()}@example.test",
        "date" => Today.ToString("yyyy-MM-dd"),
        "datetime-local" => Now.AddDays(1).ToString("yyyy-MM-ddTHH:mm"),
        "number" => "3",
        "password" => "a quiet canal at dawn",
        "select" or "radio" or "checkbox" => field.Value.Length > 0 ? field.Value : field.Choices.FirstOrDefault(c => c.Length > 0) ?? "",
        "hidden" => field.Value,
        _ => field.Value.Length > 0 ? field.Value : "Plausible words",
    };

    private async Task Post(Shown shown, string token, Dictionary<string, string> values, bool keeps = true)
    {
        var body = string.Join('&', values.Append(new("__RequestVerificationToken", token)).Select(v => $"{Uri.EscapeDataString(v.Key)}={Hostile.Encode(v.Value)}"));
        using var answer = await shown.Client.PostAsync(shown.Form.Action, new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"));
        var html = await answer.Content.ReadAsStringAsync();
        var sent = string.Join(", ", values.Select(v => $"{v.Key}={(v.Value.Length > 40 ? v.Value[..40] + "…" : v.Value)}"));
        var what = $"{shown.Handler} {(int)answer.StatusCode} ({sent})";
        if ((int)answer.StatusCode >= 500 || IsFault(html)) faults.Add(what);
        else if (answer.StatusCode == HttpStatusCode.Redirect && shown.SignedIn && shown.Handler.Route != "/sign-out" && answer.Headers.Location!.ToString().Contains("/sign-in")) faults.Add($"{what}, signed out");
        else if (!answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.Redirect) CheckWords(shown, values, keeps && answer.StatusCode == HttpStatusCode.UnprocessableEntity, FoundForm.Parse(html), what);
    }

    /// <param name="keeps">Whether the form must still hold what was typed: not when something hidden in it was tampered with.</param>
    private void CheckWords(Shown shown, Dictionary<string, string> values, bool keeps, IDocument page, string what)
    {
        var sentence = page.QuerySelectorAll(".error, .banner, .conflict, [role=alert], h1 + p").Any(e => e.TextContent.Trim().Length > 10);
        if (!sentence) faults.Add($"{what}, without a sentence");
        // An earlier post may have done the thing, so that its form is not offered again.
        if (!keeps || !FoundForm.In(page, shown.Form.Page).Any(shown.Form.IsAbout)) return;
        foreach (var field in shown.Form.Fields.Where(f => f.IsText && values[f.Name] is { Length: > 0 } typed && Hostile.Printable(typed)))
        {
            var kept = page.All.Where(e => e.GetAttribute("name") == field.Name).Select(e => e is IHtmlTextAreaElement area ? area.Value : e.GetAttribute("value") ?? "");
            if (!kept.Any(k => Plain(k) == Plain(values[field.Name]))) faults.Add($"{what}, and {field.Name} is not there any more");
        }
    }

    /// <summary>What a browser keeps of it.</summary>
    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();

    private static bool IsFault(string body) => body.Contains("   at TalentHub", StringComparison.Ordinal) || body.Contains("Exception", StringComparison.Ordinal);
}
