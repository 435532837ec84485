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
        var clock = Stopwatch.StartNew();
        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
        {
            var ids = new List<Guid>();
            for (var i = 0; clock.Elapsed < Together; i++)
                ids.Add((await Send(Hr, new AddCandidate.Command { Name = $"Writer {w} {i}", Email = $"w{w}-{i}@example.test" })).CandidateId);
            return ids;
        })));
        var kept = await Db(db => db.Candidates.Select(c => c.Id).ToListAsync());
        Assert.All(written, ids => Assert.NotEmpty(ids));
        Assert.Empty(written.SelectMany(ids => ids).Except(kept));
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
