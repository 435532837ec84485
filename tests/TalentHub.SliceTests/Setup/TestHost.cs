using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using TalentHub.Data;
using TalentHub.Web.Features.Access;
using TalentHub.Web.Platform.Jobs;
using TalentHub.Web.Platform.Mail;

namespace TalentHub.SliceTests.Setup;

/// <summary>
/// The real program, started once and lent to one test after the other, each of which finds a database of its own in it.
/// Starting it takes far longer than most tests.
/// </summary>
internal sealed class TestHost : WebApplicationFactory<Program>
{
    private static readonly ConcurrentDictionary<MethodInfo, ConcurrentBag<TestHost>> Idle = new();
    private static readonly ConcurrentBag<TestHost> All = [];

    /// <summary>Started on an empty database: schema, marks of the first start, and the keys of cookies, which every host shares.</summary>
    private static readonly Lazy<Snapshot> Started = new(() =>
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => CloseAll();
        using var first = new TestHost(_ => { }, TestEngine.Migrated);
        first.Services.GetDataProtectionProvider().CreateProtector("first").Protect("key");
        return first.Keep();
    });

    private readonly Action<IServiceCollection> adjust;
    private readonly Dictionary<string, string> settings;

    private TestHost(Action<IServiceCollection> adjust, Snapshot begins)
    {
        this.adjust = adjust;
        settings = TestEngine.Create(DataDirectory, begins);
        All.Add(this);
    }

    /// <summary>An empty installation nobody has set up yet.</summary>
    public static Snapshot Fresh => Started.Value;

    public string DataDirectory { get; } = Directory.CreateTempSubdirectory("talenthub-").FullName;
    public SettableClock Clock { get; } = new();
    public SqlCounter Sql { get; } = new();
    public LetterBox Mail { get; } = new();

    /// <summary>A host with this database, on a standing clock and with no letters; idle ones with the same adjustment are taken first.</summary>
    public static TestHost Lend(Snapshot begins, Action<IServiceCollection> adjust)
    {
        if (!Idle.GetOrAdd(adjust.Method, _ => []).TryTake(out var host)) return new TestHost(adjust, begins);
        host.Clock.Reset();
        host.Mail.Empty();
        host.Begin(begins);
        return host;
    }

    /// <summary>The next test may have it.</summary>
    public void TakeBack() => Idle[adjust.Method].Add(this);

    /// <summary>Keeps the database as it now is.</summary>
    public Snapshot Keep()
    {
        LetGo();
        return TestEngine.Keep(DataDirectory, settings);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", DataDirectory);
        builder.UseSetting("empty", "true");
        builder.UseEnvironment("Production");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton<IMail>(Mail));
            services.AddSingleton(Sql);
            // Tests make the rounds themselves, when they want to.
            foreach (var rounds in services.Where(d => d.ImplementationType?.Namespace == typeof(IRound).Namespace).ToList()) services.Remove(rounds);
            adjust(services);
            services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(Sql));
            services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(Sql));
        });
    }

    private static void CloseAll()
    {
        foreach (var host in All)
        {
            TestEngine.Drop(host.settings);
            Directory.Delete(host.DataDirectory, recursive: true);
        }
        TestEngine.Close();
    }

    private void Begin(Snapshot with)
    {
        LetGo();
        TestEngine.Drop(settings);
        TestEngine.Fill(DataDirectory, settings, with);
        Services.GetRequiredService<SetupToken>().Open = true;
    }

    /// <summary>No connection of PostgreSQL's pool stays on the database.</summary>
    private void LetGo()
    {
        using var scope = Services.CreateScope();
        if (scope.ServiceProvider.GetRequiredService<TalentHubDb>().Database.GetDbConnection() is NpgsqlConnection postgres) NpgsqlConnection.ClearPool(postgres);
    }
}
