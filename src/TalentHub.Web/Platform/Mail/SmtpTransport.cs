using System.Net;
using System.Net.Mail;
using System.Net.Sockets;

namespace TalentHub.Web.Platform.Mail;

/// <summary>The mail server the settings name.</summary>
public sealed class SmtpTransport(MailOptions options) : ITransport
{
    /// <summary>How long a mail server may take over one letter.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<HandOver> Hand(MailMessage message, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls };
            if (options.User is not null) client.Credentials = new NetworkCredential(options.User, options.Password);
            using var letter = Envelope.Of(message, options);
            await client.SendMailAsync(letter, limit.Token);
            return new HandOver(Handed.Taken);
        }
        catch (SmtpException failure)
        {
            return Judge(failure);
        }
        catch (FormatException)
        {
            return new HandOver(Handed.Never, "address");
        }
        catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return new HandOver(Handed.Down, failure is OperationCanceledException ? "timeout" : "connection");
        }
    }

    /// <summary>4xx: later; 5xx: never, as RFC 5321 has it. No number: nobody was there to give one.</summary>
    private static HandOver Judge(SmtpException failure) => (int)failure.StatusCode switch
    {
        421 => new HandOver(Handed.Down, "421"),
        >= 400 and < 500 and var code => new HandOver(Handed.Later, $"{code}"),
        // Wrong credentials or a missing certificate are ours to mend: no letter is at fault.
        530 or 535 or 538 => new HandOver(Handed.Down, $"{(int)failure.StatusCode}"),
        >= 500 and < 600 and var code => new HandOver(Handed.Never, $"{code}"),
        _ => new HandOver(Handed.Down, "connection"),
    };
}
