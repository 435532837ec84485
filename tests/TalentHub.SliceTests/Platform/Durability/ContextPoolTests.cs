using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;

namespace TalentHub.SliceTests.Platform.Durability;

/// <summary>Contexts are used again by one request after another: nothing of the one before may be left in them.</summary>
[Trait("Category", "AnyEngine")]
public sealed class ContextPoolTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("talenthub-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task Who_was_acting_and_what_was_tracked_stay_behind()
    {
        await using var provider = Provider();
        TalentHubDb first;
        await using (var scope = provider.CreateAsyncScope())
        {
            first = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
            (first.Actor, first.Doing) = (Guid.NewGuid(), "SubmitScorecard");
            first.Marks.Add(new() { Name = "left over" });
        }
        using var next = provider.CreateScope();
        var second = next.ServiceProvider.GetRequiredService<TalentHubDb>();
        Assert.Same(first, second);
        Assert.Equal((Guid.Empty, ""), (second.Actor, second.Doing));
        Assert.Empty(second.ChangeTracker.Entries());
    }

    [Fact]
    public async Task A_connection_stays_open_while_the_context_is_in_use_and_no_longer()
    {
        await using var provider = Provider();
        DbConnection connection;
        await using (var scope = provider.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
            connection = db.Database.GetDbConnection();
            await db.Database.ExecuteSqlRawAsync("SELECT 1");
            Assert.Equal(ConnectionState.Open, connection.State);
        }
        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_one_opens_or_closes_its_connection_another_waits(bool opening)
    {
        using var halfWay = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        await using var provider = Provider();
        await using var scope = provider.CreateAsyncScope();
        var first = scope.ServiceProvider.GetRequiredService<TalentHubDb>();
        if (!opening) await first.Database.OpenConnectionAsync();
        first.Database.GetDbConnection().StateChange += (_, _) =>
        {
            halfWay.Set();
            goOn.Wait();
        };
        var slow = Task.Run(() => opening ? first.Database.OpenConnectionAsync() : scope.DisposeAsync().AsTask());
        halfWay.Wait();
        var other = Task.Run(async () =>
        {
            await using var beside = provider.CreateAsyncScope();
            await beside.ServiceProvider.GetRequiredService<TalentHubDb>().Database.OpenConnectionAsync();
        });
        var sooner = await Task.WhenAny(other, Task.Delay(200));
        goOn.Set();
        await Task.WhenAll(slow, other);
        Assert.NotSame(other, sooner);
    }

    private ServiceProvider Provider()
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System);
        services.AddTalentHubDb(new ConfigurationBuilder().Build(), directory.FullName);
        return services.BuildServiceProvider();
    }
}
