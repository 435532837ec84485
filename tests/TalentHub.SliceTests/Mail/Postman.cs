using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using TalentHub.Web.Platform.Mail;

namespace TalentHub.SliceTests.Mail;

/// <summary>A message as a mail program reads it.</summary>
public sealed record Received(string? Id, IReadOnlyList<string> To, IReadOnlyList<string>? ReplyTo, string Subject, string Text, ReceivedEntry? Calendar);

/// <summary>A calendar entry as a calendar reads it, by clocks in London and New York.</summary>
public sealed record ReceivedEntry(
    string? ContentMethod, string Method, string Uid, int Sequence, string Status, string Class, string Summary, string Description, string Location,
    string London, string NewYork, int Minutes, IReadOnlyList<ReceivedPerson> Organizer, IReadOnlyList<ReceivedPerson> Attendees, IReadOnlyList<IReadOnlyList<string>> Faults);

public sealed record ReceivedPerson(string Name, string Address);

/// <summary>A real mail server (aiosmtpd) that can be away for a while, and an independent reader of what it took (icalendar). Not ours, either of them.</summary>
public sealed class Postman : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Mail");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("talenthub-mail-");
    private readonly int port = FreePort();
    private Process? server;

    /// <summary>The settings that lead here.</summary>
    public MailOptions Options => new("127.0.0.1", port, false, "hub@example.test", null, null, "https://hub.example.test", folder.FullName);

    /// <summary>Opens the door.</summary>
    public async Task Come()
    {
        server = Python("mail_server.py", $"{port}", folder.FullName);
        Assert.Equal("ready", await server.StandardOutput.ReadLineAsync());
    }

    /// <summary>Nobody answers from here on.</summary>
    public void Leave()
    {
        server?.Kill();
        server?.WaitForExit();
        server?.Dispose();
        server = null;
    }

    /// <summary>Takes letters for addresses that were busy.</summary>
    public void Free() => File.WriteAllText(Path.Combine(folder.FullName, "free"), "");

    /// <summary>Everything taken so far, in order.</summary>
    public Task<IReadOnlyList<Received>> Taken() => Read([.. folder.EnumerateFiles("*.eml").Select(f => f.FullName).Order(StringComparer.Ordinal)]);

    /// <summary>Reads message files.</summary>
    public static async Task<IReadOnlyList<Received>> Read(IReadOnlyList<string> files)
    {
        using var reader = Python("read_mail.py", [.. files]);
        var said = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        Assert.True(reader.ExitCode == 0, await reader.StandardError.ReadToEndAsync());
        return JsonSerializer.Deserialize<List<Received>>(said, Json)!;
    }

    public void Dispose()
    {
        Leave();
        folder.Delete(recursive: true);
    }

    /// <summary>The system's own Python, for which the packages are installed.</summary>
    private static Process Python(string script, params string[] words)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(Scripts, script), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
