using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Security;

namespace TalentHub.Web.Platform.CommandLine;

/// <summary>What the program can be asked to do from a shell. Without a verb it serves.</summary>
public static class Verbs
{
    /// <summary>0 done, 1 refused or failed with a sentence, 2 the words of the call were wrong.</summary>
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("TalentHub: hire, ramp and keep salespeople, and learn from each hire.")
        {
            Serve.Build(), Seeding.Build(), EmployeeImports.Build(), InsightsVerb.Build(), AuditVerify.Build(), ConfigCheck.Build(),
        };
        var known = root.Subcommands.Select(c => c.Name).ToHashSet();
        var hasVerb = args.Length > 0 && (known.Contains(args[0]) || args[0] is "--help" or "-h" or "-?" or "--version");
        var parsed = root.Parse(hasVerb ? args : ["serve", .. args]);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Add --help to see what this accepts.");
            return 2;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (Said(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    /// <summary>The option every verb has.</summary>
    internal static Option<string> DataOption() => new("--data") { Description = "The directory the database and its key lie in.", DefaultValueFactory = _ => "./data" };

    /// <summary>Runs work against the prepared database as the console.</summary>
    internal static async Task<int> WithDatabase(ParseResult parsed, Option<string> data, CancellationToken ct, Func<IServiceProvider, Task<int>> work)
    {
        var directory = Directory.CreateDirectory(parsed.GetValue(data)!).FullName;
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables("TALENTHUB_").Build();
        await using var services = new ServiceCollection()
            .AddLogging(l => l.AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning))
            .AddSingleton<IConfiguration>(configuration)
            .AddTalentHub(configuration, directory)
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        await db.Prepare(MigrationLock(db, directory), ct);
        scope.ServiceProvider.GetRequiredService<Session>().Viewer = Viewer.Console;
        return await work(scope.ServiceProvider);
    }

    internal static string? MigrationLock(TalentHubDb db, string directory) => db.Database.IsSqlite() ? Path.Combine(directory, "migration.lock") : null;

    private static string? Said(Exception exception) => exception switch
    {
        IOException or UnauthorizedAccessException => exception.Message,
        OperationCanceledException => "Stopped.",
        _ => FailureMap.Of(exception) is { } failure ? string.Join(Environment.NewLine, failure.Errors.Select(e => e.Sentence)) : null,
    };
}
