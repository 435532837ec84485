using System.Net;
using System.Net.Mail;
using System.Threading.Channels;

namespace TalentHub.Web.Platform.Mail;

/// <summary>Sends queued letters through the configured server, one after the other.</summary>
internal sealed class SmtpMail(MailOptions options, ILogger<SmtpMail> log) : BackgroundService, IMail
{
    private readonly Channel<MailMessage> queue = Channel.CreateBounded<MailMessage>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public bool Configured => true;
    public string SiteAddress => options.SiteAddress;

    public Task SendAsync(MailMessage message, CancellationToken ct) => queue.Writer.WriteAsync(message, ct).AsTask();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var message in queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls };
                if (options.User is not null) client.Credentials = new NetworkCredential(options.User, options.Password);
                using var letter = new System.Net.Mail.MailMessage(options.From, message.To, message.Subject, message.Text);
                await client.SendMailAsync(letter, stoppingToken);
            }
            catch (Exception failure) when (failure is SmtpException or FormatException or IOException)
            {
                // The exception can hold the address, which belongs in no log.
                log.LogError("A letter could not be handed to the mail server ({Kind}, {Status}).", failure.GetType().Name, (failure as SmtpException)?.StatusCode);
            }
        }
    }
}
