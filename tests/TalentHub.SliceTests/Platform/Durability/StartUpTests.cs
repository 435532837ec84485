using Microsoft.Data.Sqlite;

namespace TalentHub.SliceTests.Platform.Durability;

/// <summary>L6: start-up survives being killed in the middle of a migration, twenty times over.</summary>
[Trait("Category", "AnyEngine")]
public sealed class StartUpTests
{
    private const int Kills = 20;

    [Fact]
    public async Task Killed_while_it_migrates_it_still_starts_within_ten_seconds()
    {
        var data = Directory.CreateTempSubdirectory("talenthub-kill-").FullName;
        var random = new Random(20261121);
        for (var i = 0; i < Kills; i++)
        {
            await using var child = ChildServer.Start(data);
            // From before the database file is made to after the last table: a start takes about a second.
            await Task.Delay(random.Next(200, 1400));
            await child.Kill();
        }
        // Ten seconds on a machine of our own; on a busy one, a few times what a start that nothing went before takes there.
        var fresh = Directory.CreateTempSubdirectory("talenthub-kill-").FullName;
        var unharmed = await Start(fresh, TimeSpan.FromMinutes(2));
        await Start(data, TimeSpan.FromSeconds(Math.Max(10, 4 * unharmed.TotalSeconds)));
        Assert.Equal("ok", Integrity(data));
        foreach (var directory in new[] { data, fresh }) Directory.Delete(directory, recursive: true);
    }

    private static async Task<TimeSpan> Start(string data, TimeSpan most)
    {
        await using var child = ChildServer.Start(data);
        var took = await child.Ready(most);
        await child.Kill();
        return took;
    }

    internal static string Integrity(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "talenthub.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }
}
