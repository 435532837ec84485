using System.Globalization;
using Bogus;
using Bogus.DataSets;
using TalentHub.Data;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;

namespace TalentHub.Seed;

/// <summary>What every part of the demo needs: the day everything is counted from, dice that fall the same way each time, and new names.</summary>
internal sealed class Demo
{
    private static readonly string[] Locales = ["en_GB", "en_GB", "en_GB", "de", "fr", "es", "it", "nl", "pl", "sv", "pt_PT", "tr"];
    private const string Accented = "áàâãäåąæćčçďéèêëęěğíìîïıľłñńňóòôõöøőřśşšťúùûüůűýÿźżž";
    private const string Unaccented = "aaaaaaaacccdeeeeeegiiiiillnnnooooooorssstuuuuuuyyzzz";
    private readonly HashSet<string> names = [];
    private readonly Name[] sources = [.. Locales.Select((l, i) => new Name(l) { Random = new Randomizer(7_041 + i) })];
    private int drawn;
    private int hires = 100;

    public Demo(TalentHubDb db, DateTime now, DemoAccounts accounts, LibraryEntries library)
    {
        (Db, Now, Accounts, Library) = (db, now, accounts, library);
        foreach (var name in accounts.Names) names.Add(name);
    }

    public TalentHubDb Db { get; }
    public DateTime Now { get; }
    public DateOnly Today => DateOnly.FromDateTime(Now);
    public DemoAccounts Accounts { get; }
    public LibraryEntries Library { get; }

    /// <summary>The employees behind the managers' accounts.</summary>
    public Dictionary<Guid, Employee> Managers { get; } = [];

    /// <summary>The day so many days from today; further back than a few days it falls on a working day.</summary>
    public DateOnly Day(int offset)
    {
        var day = Today.AddDays(offset);
        if (offset > -4) return day;
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(1), _ => day };
    }

    public DateTime At(int offset, int hour, int minute = 0) => Day(offset).ToDateTime(new TimeOnly(hour, minute), DateTimeKind.Utc);

    /// <summary>A moment that is not after now, for things that have happened.</summary>
    public DateTime Past(DateTime at) => at < Now ? at : Now;

    /// <summary>Dice of their own for a key: what is thrown elsewhere does not move them.</summary>
    public static Randomizer Dice(string key) => new((int)(Phrases.Hash(key) & int.MaxValue));

    /// <summary>A standard normal deviate belonging to the key.</summary>
    public static double Normal(string key)
    {
        var dice = Dice(key);
        return Math.Sqrt(-2 * Math.Log(1 - dice.Double())) * Math.Cos(2 * Math.PI * dice.Double());
    }

    public string NewName()
    {
        while (true)
        {
            var source = sources[drawn++ % sources.Length];
            var name = $"{source.FirstName()} {source.LastName()}";
            if (names.Add(name)) return name;
        }
    }

    /// <summary>Someone considered, with a believable headline and note.</summary>
    public Candidate NewCandidate(string? name, string? headline, string? notes, DateTime addedAt)
    {
        name ??= NewName();
        names.Add(name);
        return new Candidate(name, Address(name, "mail.example"), Phone(name), headline ?? Headlines.For(name), notes ?? Headlines.Note(name), addedAt);
    }

    public string NextNumber() => string.Create(CultureInfo.InvariantCulture, $"HI-{++hires:0000}");

    public Employee Entered(string name, DateOnly hiredOn, string channel) => new(NextNumber(), name, hiredOn, channel, EmployeeSource.Entered);

    /// <summary>"Zoë van Dijk" as "zoe.vandijk@domain".</summary>
    public static string Address(string name, string domain)
    {
        var parts = name.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).Split(' ', 2);
        return $"{string.Join('.', parts.Select(p => string.Concat(p.Select(Plain).Where(char.IsAsciiLetter))))}@{domain}";
    }

    /// <summary>Spelt out, because without culture data the runtime takes no accent off a letter.</summary>
    private static char Plain(char letter) => Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var i ? Unaccented[i] : letter;

    private static string Phone(string name) => string.Create(CultureInfo.InvariantCulture, $"+44 7700 900{Phrases.Hash(name + "phone") % 1000:000}");
}
