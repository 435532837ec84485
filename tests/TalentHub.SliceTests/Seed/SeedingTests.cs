using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Auditing;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Seed;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Platform.CommandLine;

namespace TalentHub.SliceTests.Seed;

public sealed class SeedingTests : IAsyncLifetime
{
    private readonly App app = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task A_large_company_is_searchable_and_reads_as_the_model_writes()
    {
        var told = new List<int>();
        await Fill(500, told.Add);
        Assert.Equal([500], told);

        var sample = await app.Db(db => db.Candidates.Include(c => c.Applications).ThenInclude(a => a.Moves).Where(c => c.Email!.Contains(".499@")).SingleAsync());
        var application = Assert.Single(sample.Applications);
        Assert.Equal(sample.Name.ToLowerInvariant(), sample.SortName);
        Assert.Equal(DateTimeKind.Utc, sample.AddedAt.Kind);
        Assert.Equal(application.Moves.Any(m => m.ToStageId is null), application.State == ApplicationState.Withdrawn);
        Assert.Equal(sample.Id, await app.Db(db => db.Candidates.Where(c => c.Id == sample.Id).Select(c => c.Id).SingleAsync()));
        Assert.Contains(sample.Id, await app.Db(db => db.CandidatesMatching(sample.Name).ToListAsync()));
        Assert.True(await app.Db(db => db.Openings.CountAsync()) > 200);

        var check = await app.Scoped(Viewer.Console, s => s.GetRequiredService<AuditVerifier>().Check(default));
        Assert.True(check.Whole, check.Problem);
        Assert.False(await app.Db(db => db.AuditRows.AnyAsync(r => r.CandidateId == sample.Id)));
    }

    [Fact]
    public async Task A_stop_leaves_whole_batches_only()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fill(12_000, _ => stop.Cancel(), stop.Token));
        Assert.Equal(5_000, await app.Db(db => db.Candidates.CountAsync(c => c.Email!.EndsWith("@mail.example") && c.Notes != null && c.Phone == null)));
        Assert.Equal(0, await app.Db(db => db.Candidates.CountAsync(c => !c.Applications.Any())));
    }

    [Fact]
    public async Task A_database_in_use_is_refused()
    {
        await app.Account("Somebody Real", Role.Administrator);
        foreach (var verb in new[] { "demo", "large" }) Assert.Equal(1, await OnSqlite(app, "seed", verb));
        Assert.Equal(0, await app.Db(db => db.Candidates.CountAsync()));
    }

    [Fact]
    public async Task A_number_out_of_range_is_refused_as_wrong_words() =>
        Assert.Equal(2, await Verbs.Run(["seed", "large", "--candidates", "0", "--data", app.DataDirectory]));

    /// <summary>A verb reads its database from the environment, so on PostgreSQL there is nothing to ask it here.</summary>
    private static Task<int> OnSqlite(App app, params string[] verb) =>
        TestEngine.IsPostgres ? Task.FromResult(1) : Verbs.Run([.. verb, "--data", app.DataDirectory]);

    private Task<bool> Fill(int candidates, Action<int>? written, CancellationToken ct = default) => app.Scoped(Viewer.Console, async s =>
    {
        await LargeCompany.Fill(s, candidates, written, ct);
        return true;
    });
}
