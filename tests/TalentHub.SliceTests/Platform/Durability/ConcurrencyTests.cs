using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Candidates;
using TalentHub.Web.Platform.Failures;

namespace TalentHub.SliceTests.Platform.Durability;

/// <summary>L2 and L3: writers wait for one another instead of failing, and of two edits of the same thing one wins.</summary>
public sealed class ConcurrencyTests : World
{
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Eight_writers_at_once_lose_nothing_and_meet_no_lock()
    {
        // A busy machine may start the last of them seconds after the first: none begins before all are there.
        const int writers = 8;
        var there = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var written = await Task.WhenAll(Enumerable.Range(0, writers).Select(w => Task.Run(async () =>
        {
            if (Interlocked.Increment(ref there) == writers) all.SetResult();
            await all.Task;
            var ids = new List<Guid>();
            var clock = Stopwatch.StartNew();
            do
                ids.Add((await Send(Hr, new AddCandidate.Command { Name = $"Writer {w} {ids.Count}", Email = $"w{w}-{ids.Count}@example.test" })).CandidateId);
            while (clock.Elapsed < Together);
            return ids;
        })));
        var kept = await Db(db => db.Candidates.Select(c => c.Id).ToListAsync());
        Assert.Empty(written.SelectMany(ids => ids).Except(kept));
    }

    [Fact]
    public async Task Eight_who_keep_editing_the_same_thing_lose_no_edit_that_was_acknowledged()
    {
        const int each = 3;
        var before = (await Send(Hr, new EditCandidate.Query(Amara))).Version;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            for (var done = 0; done < each;)
            {
                var form = await Send(Hr, new EditCandidate.Query(Amara));
                try
                {
                    await Send(Hr, form with { Notes = $"{form.Notes}[{w}.{done}]" });
                    done++;
                }
                catch (Exception lost) when (lost is Conflict or StaleWrite)
                {
                    // Somebody was faster: read again, as a person would.
                }
            }
        })));
        var after = await Send(Hr, new EditCandidate.Query(Amara));
        Assert.Equal(before + 8 * each, after.Version);
        for (var w = 0; w < 8; w++)
            for (var i = 0; i < each; i++) Assert.Contains($"[{w}.{i}]", after.Notes);
    }

    [Fact]
    public async Task Of_fifty_edits_from_one_version_one_wins_and_the_others_are_told()
    {
        var form = await Send(Hr, new EditCandidate.Query(Amara));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
        {
            try
            {
                await Send(Hr, form with { Headline = $"Edit {i}" });
                return $"Edit {i}";
            }
            catch (Exception lost) when (lost is Conflict or StaleWrite)
            {
                return null;
            }
        })));
        var winner = Assert.Single(outcomes, o => o is not null);
        Assert.Equal(winner, await Db(db => db.Candidates.Where(c => c.Id == Amara).Select(c => c.Headline).SingleAsync()));
    }
}
