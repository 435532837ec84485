using System.Net.Mail;

namespace TalentHub.Web.Platform.Mail;

/// <summary>Without a mail server letters become files, one each, that a mail program opens or a mail server picks up.</summary>
public sealed class PickupFolder(MailOptions options) : ITransport
{
    public async Task<HandOver> Hand(MailMessage message, CancellationToken ct)
    {
        Directory.CreateDirectory(options.Folder);
        // Written aside and moved in one go: whoever watches the folder never finds half a letter, and the same letter twice is one file.
        var aside = Directory.CreateDirectory(Path.Combine(options.Folder, $".{Guid.NewGuid():N}"));
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = aside.FullName };
            using var letter = Envelope.Of(message, options);
            await client.SendMailAsync(letter, ct);
            File.Move(aside.EnumerateFiles("*.eml").Single().FullName, Path.Combine(options.Folder, $"{message.Id ?? Guid.NewGuid():N}.eml"), overwrite: true);
            return new HandOver(Handed.Taken);
        }
        catch (FormatException)
        {
            return new HandOver(Handed.Never, "address");
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }
}
