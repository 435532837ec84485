using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalentHub.Data.Access;
using TalentHub.SliceTests.Platform.Security;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.SliceTests.Access;

/// <summary>T6: what every answer carries, errors included; what every cookie carries; and that nothing changes without the form's own token.</summary>
public sealed class HeaderTests : World
{
    private const string Secret = "a quiet canal at dawn";
    private static readonly string[] Directives = ["default-src 'none'", "script-src 'nonce-", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"];

    protected override void Adjust(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IPrinter, PlainPrinter>());

    [Fact]
    public async Task Every_answer_says_what_may_run_in_it_and_is_kept_by_nobody()
    {
        var addresses = (await Routes.Readable(this)).SelectMany(r => r.Addresses.Take(1)).Append("/nowhere").Append("/api/nowhere").ToList();
        foreach (var account in new Guid?[] { null, Hr, Administrator })
        {
            var client = Plain("https://talenthub.example");
            if (account is { } id) client.DefaultRequestHeaders.Add("Cookie", await Cookie(id));
            foreach (var address in addresses) await Check(await client.GetAsync(address), address);
        }
    }

    [Theory]
    [InlineData("https://talenthub.example")]
    [InlineData("http://127.0.0.1:5080")]
    public async Task Every_cookie_is_for_safe_connections_out_of_reach_of_scripts_and_of_other_sites(string at)
    {
        await Scoped(Domain.Access.Viewer.Console, async s =>
        {
            var users = s.GetRequiredService<UserManager<Account>>();
            return await users.AddPasswordAsync((await users.FindByIdAsync(Lead.ToString()))!, Secret);
        });
        var jar = new Jar(Plain(at));
        var token = FoundForm.Parse(await jar.Ask(HttpMethod.Get, "/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await jar.Ask(HttpMethod.Post, "/sign-in", ("Form.Email", "leo.lead@example.test"), ("Form.Password", Secret), ("__RequestVerificationToken", token));
        var team = $"/openings/{RepOpening}/team";
        token = FoundForm.Parse(await jar.Ask(HttpMethod.Get, team)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await jar.Ask(HttpMethod.Post, team, ("Form.AccountId", $"{OtherLead}"), ("Form.Part", "Interviewer"), ("__RequestVerificationToken", token));
        await jar.Ask(HttpMethod.Get, team);
        await jar.Ask(HttpMethod.Post, "/sign-out", ("__RequestVerificationToken", token));
        Assert.Superset(new HashSet<string> { ".AspNetCore.Mvc.CookieTempDataProvider", "talenthub", "talenthub.form" }, jar.Seen.Select(c => c.Split('=')[0]).ToHashSet());
        Assert.All(jar.Seen, c => Assert.All(new[] { "; secure", "; httponly", "; samesite=" }, mark => Assert.Contains(mark, c)));
    }

    [Fact]
    public async Task Nothing_changes_without_the_token_of_a_form()
    {
        var hr = await Client(Hr);
        var addresses = (await Routes.Readable(this)).ToDictionary(r => r.Route, r => r.Addresses.FirstOrDefault());
        string Filled(string route) => addresses.GetValueOrDefault(route) ?? Regex.Replace(route, "{[a-zA-Z]+:guid}", $"{Guid.NewGuid()}");
        var doors = (await PostHandlers.All(this)).Select(h => (HttpMethod.Post, Address: $"{Filled(h.Route)}?handler={h.Name}"))
            .Concat(UnsafeApi().Select(e => (e.Method, Address: Filled(e.Route)))).ToList();
        Assert.Contains(doors, d => d.Address.StartsWith("/api/", StringComparison.Ordinal));
        foreach (var (method, address) in doors)
        {
            using var answer = await hr.SendAsync(new HttpRequestMessage(method, address) { Content = address.StartsWith("/api/", StringComparison.Ordinal) ? new StringContent("{}", null, "application/json") : new FormUrlEncodedContent([]) });
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {address}: {answer.StatusCode}");
        }
    }

    private IEnumerable<(HttpMethod Method, string Route)> UnsafeApi() =>
        from endpoint in Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText!.Trim('/').StartsWith("api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        where method is not ("GET" or "HEAD")
        select (new HttpMethod(method), "/" + endpoint.RoutePattern.RawText!.Trim('/'));

    private HttpClient Plain(string at) => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri(at) });

    private static async Task Check(HttpResponseMessage answer, string address)
    {
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(";", values) : "";
        var policy = Header("Content-Security-Policy");
        Assert.All(Directives, d => Assert.True(policy.Contains(d, StringComparison.Ordinal), $"{address} lacks {d}"));
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Contains("no-store", Header("Cache-Control"));
        Assert.Contains("max-age=", Header("Strict-Transport-Security"));
        if (answer.Content.Headers.ContentType?.MediaType != "text/html") return;
        var page = FoundForm.Parse(await answer.Text());
        Assert.Empty(page.All.Where(e => e.Attributes.Any(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal))).Select(e => $"{address}: {e.OuterHtml}"));
        Assert.All(page.Scripts, s => Assert.Contains($"'nonce-{s.GetAttribute("nonce")}'", policy));
    }

    /// <summary>Keeps cookies whatever the address is, and remembers how each was set.</summary>
    private sealed class Jar(HttpClient client)
    {
        private readonly Dictionary<string, string> kept = [];

        public List<string> Seen { get; } = [];

        public async Task<string> Ask(HttpMethod method, string address, params (string, string)[] form)
        {
            using var request = new HttpRequestMessage(method, address);
            if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent(form.ToDictionary(f => f.Item1, f => f.Item2));
            if (kept.Count > 0) request.Headers.Add("Cookie", string.Join("; ", kept.Select(c => $"{c.Key}={c.Value}")));
            using var answer = await client.SendAsync(request);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{method} {address}: {answer.StatusCode}");
            foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            {
                Seen.Add(set);
                var pair = set.Split(';')[0].Split('=', 2);
                kept[pair[0]] = pair[1];
            }
            return await answer.Content.ReadAsStringAsync();
        }
    }
}
