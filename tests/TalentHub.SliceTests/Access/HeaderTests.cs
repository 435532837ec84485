using System.Net;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Access;

/// <summary>What every answer carries, pages that went wrong included.</summary>
public sealed class HeaderTests : World
{
    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/people", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Every_page_says_what_may_run_in_it(string address, HttpStatusCode status)
    {
        var response = await (await Client(Lead)).GetAsync(address);
        Assert.Equal(status, response.StatusCode);
        var policy = string.Join(";", response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString());
        var page = await response.Text();
        Assert.DoesNotContain(" style=", page);
        Assert.DoesNotContain(" onclick=", page);
    }

    [Fact]
    public async Task A_signed_in_form_without_its_token_is_a_bad_request()
    {
        var response = await (await Client(Administrator)).PostAsync($"/people/{Lead}?handler=Disable", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await Client(Lead)).GetAsync("/")).StatusCode);
    }
}
