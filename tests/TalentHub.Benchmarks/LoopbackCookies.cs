using System.Collections.Concurrent;
using System.Net;

namespace TalentHub.Benchmarks;

/// <summary>Keeps cookies as a browser does on this machine: Secure ones too, which .NET's own container keeps back from plain HTTP.</summary>
internal sealed class LoopbackCookies : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, string> kept = new();

    /// <param name="packing">What answers may be packed with; a browser takes all.</param>
    public LoopbackCookies(DecompressionMethods packing = DecompressionMethods.None)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 64, AutomaticDecompression = packing })
    {
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!kept.IsEmpty) request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", kept.Select(c => $"{c.Key}={c.Value}")));
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var pair in set.Select(s => s.Split(';')[0].Split('=', 2)))
                kept[pair[0]] = pair[1];
        return answer;
    }
}
