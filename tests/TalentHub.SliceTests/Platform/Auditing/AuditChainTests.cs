using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Auditing;
using TalentHub.Domain.Access;
using TalentHub.SliceTests.Setup;

namespace TalentHub.SliceTests.Platform.Auditing;

/// <summary>T5: every mutation, deletion, swap and truncation of the audit trail is found, even with the guards taken off.</summary>
public sealed class AuditChainTests : World
{
    [Fact]
    public async Task A_whole_chain_verifies()
    {
        var check = await Check();
        Assert.Null(check.Problem);
        Assert.True(check.Rows > 20, $"only {check.Rows} rows");
    }

    [Fact]
    public async Task The_table_refuses_updates_and_deletions()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Run("UPDATE \"AuditRows\" SET \"Action\" = 'x' WHERE \"Seq\" = 3"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Run("DELETE FROM \"AuditRows\" WHERE \"Seq\" = 3"));
    }

    [Theory]
    [InlineData("UPDATE \"AuditRows\" SET \"Action\" = 'SomethingElse' WHERE \"Seq\" = 5", "Row 5 does not fit its hash")]
    [InlineData("UPDATE \"AuditRows\" SET \"Changes\" = '[]' WHERE \"Seq\" = 5", "Row 5 does not fit its hash")]
    [InlineData("UPDATE \"AuditRows\" SET \"ActorId\" = \"OpeningId\" WHERE \"Seq\" = (SELECT MIN(\"Seq\") FROM \"AuditRows\" WHERE \"OpeningId\" IS NOT NULL)", "does not fit its hash")]
    [InlineData("DELETE FROM \"AuditRows\" WHERE \"Seq\" = 5", "Row 5 is missing")]
    [InlineData("DELETE FROM \"AuditRows\" WHERE \"Seq\" > 10", "the end was cut off")]
    [InlineData("DELETE FROM \"AuditRows\"", "the end was cut off")]
    [InlineData("UPDATE \"AuditHeads\" SET \"Seq\" = 10", "head of the chain was changed")]
    [InlineData("DELETE FROM \"AuditHeads\"", "head of the chain is missing")]
    [InlineData("UPDATE \"AuditPersonals\" SET \"After\" = 'Somebody Else' WHERE \"Seq\" = (SELECT MIN(\"Seq\") FROM \"AuditPersonals\")", "personal value")]
    public async Task Every_tampering_is_found(string tampering, string problem)
    {
        await TakeOffTheGuards();
        await Run(tampering);
        Assert.Contains(problem, (await Check()).Problem);
    }

    [Fact]
    public async Task A_swap_of_two_rows_is_found()
    {
        await TakeOffTheGuards();
        await Run("UPDATE \"AuditRows\" SET \"Seq\" = -1 WHERE \"Seq\" = 5");
        await Run("UPDATE \"AuditRows\" SET \"Seq\" = 5 WHERE \"Seq\" = 6");
        await Run("UPDATE \"AuditRows\" SET \"Seq\" = 6 WHERE \"Seq\" = -1");
        Assert.Contains("Row 5", (await Check()).Problem);
    }

    [Fact]
    public async Task An_end_cut_off_together_with_an_older_head_is_found_by_a_head_noted_since()
    {
        var old = await Db(db => db.AuditHeads.AsNoTracking().SingleAsync());
        await SubmitScorecard(AmaraInterview, InterviewerA, 4, "Noted.");
        var noted = (await Check()).Head;
        await TakeOffTheGuards();
        await Run($"DELETE FROM \"AuditRows\" WHERE \"Seq\" > {old.Seq}");
        await Run($"UPDATE \"AuditHeads\" SET \"Seq\" = {old.Seq}, \"Hash\" = '{old.Hash}', \"Seal\" = '{old.Seal}'");
        Assert.Null((await Check()).Problem);
        Assert.Contains("not in the chain", (await Check(noted)).Problem);
    }

    [Fact]
    public async Task Erasing_personal_values_leaves_the_chain_whole()
    {
        await Run("DELETE FROM \"AuditPersonals\"");
        Assert.Null((await Check()).Problem);
    }

    [Fact]
    public async Task The_chain_itself_holds_no_name()
    {
        var rows = await Db(db => db.AuditRows.AsNoTracking().Where(r => r.EntityType == "Candidate").Select(r => r.Changes).ToListAsync());
        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, r => r.Contains("Amara", StringComparison.Ordinal));
        Assert.Contains(await Db(db => db.AuditPersonals.Select(p => p.After).ToListAsync()), v => v == "Amara Osei");
    }

    [Fact]
    public async Task A_change_that_is_rolled_back_leaves_no_row()
    {
        var before = (await Check()).Rows;
        await Db(async db =>
        {
            await using var transaction = await db.BeginWrite(default);
            (await db.Openings.AsTracking().SingleAsync(o => o.Id == RepOpening)).Describe("Another title", null, false);
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        Assert.Equal(before, (await Check()).Rows);
    }

    private Task<AuditCheck> Check(string? head = null) => Scoped(Domain.Access.Viewer.Console, s => s.GetRequiredService<AuditVerifier>().Check(default, head));

    private Task Run(string sql) => Db(db => db.Database.ExecuteSqlRawAsync(sql));

    private async Task TakeOffTheGuards()
    {
        if (TestEngine.IsPostgres) await Run("ALTER TABLE \"AuditRows\" DISABLE TRIGGER USER");
        else await Run("DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete");
    }
}
