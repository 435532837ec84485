using System.Globalization;
using Bogus;
using Bogus.DataSets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;

namespace TalentHub.Seed;

/// <summary>
/// A database for measuring: the demo company and as many candidates as asked for, spread over two hundred openings. The
/// candidates are written in batches past the audit trail, which therefore says nothing about them and stays whole; the
/// openings are written as usual. Marked as demo, so it is served on this machine alone.
/// </summary>
public static class LargeCompany
{
    /// <summary>Most candidates one call makes.</summary>
    public const int Most = 1_000_000;

    private const int Openings = 200;
    private const int Batch = 5_000;

    private static readonly string[] Towns = ["Aachen", "Bilbao", "Cork", "Dundee", "Esbjerg", "Fulda", "Genoa", "Hasselt", "Ipswich", "Jena", "Kiel", "Lille", "Malmö", "Nantes", "Odense", "Porto", "Quimper", "Rennes", "Sheffield", "Turin"];
    private static readonly string[] Trades = ["breweries", "dairies", "glassworks", "harbours", "paper mills", "power stations", "refineries", "shipyards", "steelworks", "waterworks"];

    /// <summary>Fills an empty, prepared database. A stop leaves whole batches only.</summary>
    /// <param name="candidates">How many, 1 to <see cref="Most"/>.</param>
    /// <param name="written">Told how many are written after each batch.</param>
    public static async Task Fill(IServiceProvider services, int candidates, Action<int>? written, CancellationToken ct)
    {
        await DemoCompany.Fill(services, ct);
        var db = services.GetRequiredService<TalentHubDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var openings = await AddOpenings(db, now, ct);
        var makers = new LargeCandidates(openings, now);
        for (var done = 0; done < candidates; done += Batch)
        {
            var people = Enumerable.Range(done, Math.Min(Batch, candidates - done)).Select(makers.Make).ToList();
            await using var transaction = await db.BeginWrite(ct);
            await new BulkInsert<Candidate>(db).Run([.. people.Select(p => p.Candidate)], ct);
            await new BulkInsert<Application>(db).Run([.. people.Select(p => p.Application)], ct);
            await new BulkInsert<StageMove>(db).Run([.. people.SelectMany(p => p.Application.Moves)], ct);
            await transaction.CommitAsync(ct);
            written?.Invoke(done + people.Count);
        }
        await db.Database.ExecuteSqlAsync($"ANALYZE", ct);
    }

    private static async Task<List<Opening>> AddOpenings(TalentHubDb db, DateTime now, CancellationToken ct)
    {
        (db.Actor, db.Doing) = (Viewer.Console.AccountId, "FillLargeCompany");
        var leads = await db.RoleGrants.Where(g => g.Role == Role.Lead).Join(db.Users, g => g.AccountId, a => a.Id, (g, a) => a).OrderBy(a => a.UserName).Select(a => a.Id).ToListAsync(ct);
        var version = await db.ProfileVersions.Where(v => v.Profile!.Level == RoleLevel.Rep).FirstAsync(ct);
        var questions = await db.Questions.Where(q => q.Level == RoleLevel.Rep).OrderBy(q => q.Text).Take(6).ToListAsync(ct);
        var openings = new List<Opening>();
        for (var i = 0; i < Openings; i++)
        {
            var opened = DateOnly.FromDateTime(now).AddDays(-30 - i * 5);
            var opening = new Opening($"Territory rep, {Trades[i / Towns.Length]}", Towns[i % Towns.Length], version, RoleLevel.Rep, false, leads[i % leads.Count], opened);
            opening.AddStage("Screen", StageKind.Screen, 45, [.. questions.Take(3).Select(q => q.CompetencyId)]).SetKit([.. questions.Take(3)], false, now);
            opening.AddStage("Panel", StageKind.Panel, 60, [.. questions.Skip(3).Select(q => q.CompetencyId)]).SetKit([.. questions.Skip(3)], false, now);
            foreach (var question in Content.Preparation(RoleLevel.Rep)) opening.Answer(question.Key, Phrases.All.PreparationAnswers[question.Key], leads[i % leads.Count], now);
            opening.Start([.. Content.Preparation(RoleLevel.Rep).Select(p => p.Key)]);
            openings.Add(opening);
        }
        db.AddRange(openings);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return openings;
    }
}

/// <summary>Makes one candidate with one application after another, the same for the same number each time.</summary>
internal sealed class LargeCandidates(IReadOnlyList<Opening> openings, DateTime now)
{
    private static readonly string[] Locales = ["en_GB", "de", "fr", "es", "it", "nl", "pl", "sv"];
    private static readonly HireChannel[] Channels = [.. Enum.GetValues<HireChannel>().Where(c => c != HireChannel.Internal)];
    private readonly Name[] sources = [.. Locales.Select((l, i) => new Name(l) { Random = new Randomizer(91_003 + i) })];
    private readonly Randomizer dice = new(91_001);

    public (Candidate Candidate, Application Application) Make(int number)
    {
        var source = sources[number % sources.Length];
        var name = $"{source.FirstName()} {source.LastName()}";
        var opening = openings[dice.Number(openings.Count - 1)];
        var applied = opening.OpenedOn.AddDays(dice.Number(0, 25));
        var at = applied.ToDateTime(new TimeOnly(8 + dice.Number(9), dice.Number(59)), DateTimeKind.Utc);
        var address = Demo.Address(name, "mail.example").Replace("@", string.Create(CultureInfo.InvariantCulture, $".{number}@"), StringComparison.Ordinal);
        var salt = $"{name}{number}";
        var notes = dice.Bool() ? Headlines.Note(salt) : $"{Headlines.Note(salt)} {Headlines.Note(salt + "more")}";
        var candidate = new Candidate(name, address, null, Headlines.For(salt), notes, at);
        var application = new Application(candidate, opening, dice.ArrayElement(Channels), null, applied, at);
        Advance(application, opening, at);
        return (candidate, application);
    }

    /// <summary>Two in five are new; some reach the panel; a third stepped back.</summary>
    private void Advance(Application application, Opening opening, DateTime at)
    {
        var lead = opening.Team[0].AccountId;
        var reach = dice.Number(9);
        if (reach >= 4) application.MoveTo(opening.Stages[0], lead, Earlier(at.AddDays(3)));
        if (reach >= 8) application.MoveTo(opening.Stages[1], lead, Earlier(at.AddDays(10)));
        if (dice.Number(2) == 0) application.Withdraw(lead, Earlier(at.AddDays(14)));
    }

    private DateTime Earlier(DateTime at) => at < now ? at : now;
}
