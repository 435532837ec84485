using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain.Access;

namespace TalentHub.Seed;

/// <summary>The demo company, Halden Instruments: maker of industrial sensors, with three years of hiring behind it.</summary>
public static class DemoCompany
{
    /// <summary>
    /// Fills an empty, prepared database in one transaction, so that a kill half-way leaves it empty. Every date is counted
    /// from today, so the company is always in the middle of its work; names and ratings are the same each time.
    /// </summary>
    public static async Task Fill(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<TalentHubDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await using var transaction = await db.BeginWrite(ct);
        (db.Actor, db.Doing) = (Viewer.Console.AccountId, "FillDemoCompany");
        var accounts = new DemoAccounts(db, now.AddDays(-1100));
        var demo = new Demo(db, now, accounts, Library.Fill(db, accounts.Hr, now.AddDays(-1090)));
        List<Seller> sellers = [.. DemoPeople.Fill(demo), .. DemoHistory.Fill(demo), .. DemoRamp.Fill(demo), DemoDecided.Fill(demo)];
        DemoOpenings.Fill(demo);
        DemoVp.Fill(demo);
        DemoEvidence.Fill(demo);
        DemoExits.Fill(demo, sellers);
        DemoPerformance.Fill(demo, sellers);
        db.Marks.Add(new DatabaseMark { Name = DatabaseMark.Demo, At = now });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }
}
