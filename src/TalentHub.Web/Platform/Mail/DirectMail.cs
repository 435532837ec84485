using System.Threading.Channels;

namespace TalentHub.Web.Platform.Mail;

/// <summary>Sends queued letters through the mail server, one after the other.</summary>
internal sealed class DirectMail(ITransport transport, MailOptions options, ILogger<DirectMail> log) : BackgroundService, IMail
{
    private readonly Channel<MailMessage> queue = Channel.CreateBounded<MailMessage>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public bool Configured => true;
    public string SiteAddress => options.SiteAddress;

    public Task SendAsync(MailMessage message, CancellationToken ct) => queue.Writer.WriteAsync(message, ct).AsTask();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var message in queue.Reader.ReadAllAsync(stoppingToken))
            if (await transport.Hand(message, stoppingToken) is { Outcome: not Handed.Taken } refused)
                log.LogError("A letter with a link could not be handed to the mail server ({Code}).", refused.Code);
    }
}
