using Microsoft.EntityFrameworkCore;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Interviews;

/// <summary>The short rule for one's own scorecards leaves what the whole rule leaves: nothing more, where rule 4 or a confidential opening hides it.</summary>
public sealed class OwnScorecardTests : World
{
    [Fact]
    public async Task One_s_own_are_those_that_rule_1_leaves_of_them()
    {
        await Save(async db =>
        {
            async Task Seat(Guid application, Guid stage, Guid author)
            {
                var applied = await db.Applications.AsTracking().SingleAsync(a => a.Id == application);
                db.Add(new Interview(applied, await db.Stages.AsTracking().Include(s => s.Kits).SingleAsync(s => s.Id == stage), Now.AddDays(-1), 50, null, [author]));
            }
            await Seat(OutsiderApplication, VpStage, Insider);
            await Seat(InsiderApplication, VpStage, SalesManager);
            await Seat(LuisApplication, RepStage, Hr);
            await Seat(OutsiderApplication, VpStage, Executive);
        });
        foreach (var confidential in new[] { false, true })
        {
            await Save(async db => (await db.Openings.AsTracking().SingleAsync(o => o.Id == RepOpening)).Describe("Territory rep", null, confidential));
            var own = new Dictionary<Guid, int>();
            foreach (var account in await Db(db => db.Users.Select(u => u.Id).ToListAsync()))
            {
                var viewer = await Viewer(account);
                var left = await Db(db => db.Scorecards.ReadableBy(db, viewer).Where(s => s.AuthorId == account).Select(s => s.Id).Order().ToListAsync());
                Assert.Equal(left, await Db(db => db.Scorecards.OwnOf(viewer).Select(s => s.Id).Order().ToListAsync()));
                Assert.Equal(left, [.. (await Db(db => db.Scorecards.ToListAsync())).Where(viewer.Owns).Select(s => s.Id).Order()]);
                foreach (var interview in await Db(db => db.Scorecards.Where(s => s.AuthorId == account && !left.Contains(s.Id)).Select(s => s.InterviewId).ToListAsync()))
                    await Assert.ThrowsAsync<NotFound>(() => Send(viewer, new SaveDraft.Command { Id = interview, Version = 1, Sequence = DraftNumber.NewPage() }));
                own[account] = left.Count;
            }
            Assert.Equal((1, 1, 0, 0, confidential ? 0 : 1), (own[InterviewerA], own[Executive], own[Insider], own[SalesManager], own[Hr]));
        }
    }
}
