using TalentHub.Domain;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Csv;

namespace TalentHub.Web.Features.Candidates;

/// <summary>Which column of a file holds what; none where the file does not say.</summary>
public sealed record ColumnMap
{
    public int? Name { get; set; }
    public int? Email { get; set; }
    public int? Phone { get; set; }
    public int? Headline { get; set; }
    public int? Notes { get; set; }
    public int? Channel { get; set; }
    public int? Where { get; set; }

    private static readonly Dictionary<string, string[]> Usual = new()
    {
        [nameof(Name)] = ["name", "fullname", "candidate", "candidatename", "person"],
        [nameof(Email)] = ["email", "mail", "emailaddress", "mailaddress"],
        [nameof(Phone)] = ["phone", "telephone", "tel", "mobile", "phonenumber"],
        [nameof(Headline)] = ["headline", "role", "title", "jobtitle", "position", "presentrole", "currentrole"],
        [nameof(Notes)] = ["notes", "note", "comments", "comment", "remarks"],
        [nameof(Channel)] = ["channel", "source", "hirechannel"],
        [nameof(Where)] = ["where", "whereexactly", "sourcedetail", "channeldetail", "detail"],
    };

    /// <summary>What the first line suggests.</summary>
    public static ColumnMap Guess(IReadOnlyList<string> headers)
    {
        var plain = headers.Select(h => string.Concat(h.ToLowerInvariant().Where(char.IsLetter))).ToList();
        int? At(string field) => plain.FindIndex(h => Usual[field].Contains(h)) is >= 0 and var i ? i : null;
        return new() { Name = At(nameof(Name)), Email = At(nameof(Email)), Phone = At(nameof(Phone)), Headline = At(nameof(Headline)), Notes = At(nameof(Notes)), Channel = At(nameof(Channel)), Where = At(nameof(Where)) };
    }
}

/// <summary>A file of candidates, checked row by row before anything is recorded.</summary>
internal sealed class CandidateSheet
{
    private readonly List<CsvFault> faults;
    private readonly List<Person> people = [];

    public CandidateSheet(CsvTable table, ColumnMap map, HireChannel channel, DateTime at)
    {
        faults = [.. table.Faults];
        var seen = new Dictionary<string, int>();
        foreach (var row in table.Rows)
        {
            if (Read(row, map, channel, at) is not { } person) continue;
            if (person.Candidate.Email is { } email && !seen.TryAdd(email, row.Line))
                faults.Add(new(row.Line, $"The address {email} is already in line {seen[email]}."));
            else people.Add(person);
        }
    }

    public sealed record Person(int Line, Candidate Candidate, HireChannel Channel, string? Where);

    public IReadOnlyList<Person> People => people;
    public IEnumerable<CsvFault> Faults => faults.OrderBy(f => f.Line);

    /// <summary>Adds what the database knows against a row.</summary>
    public void Refuse(Person person, string sentence)
    {
        people.Remove(person);
        faults.Add(new(person.Line, sentence));
    }

    private Person? Read(CsvRow row, ColumnMap map, HireChannel usual, DateTime at)
    {
        string? Cell(int? column) => column is >= 0 and var i && i < row.Cells.Count && row.Cells[i].Length > 0 ? row.Cells[i] : null;
        var said = Cell(map.Channel);
        if (Channel(said, usual) is not { } channel)
        {
            faults.Add(new(row.Line, $"“{said}” is none of our channels. Use one of: {string.Join(", ", Enum.GetValues<HireChannel>().Where(c => c != HireChannel.Internal).Select(c => Words.Of(c)))}."));
            return null;
        }
        try
        {
            return new(row.Line, new Candidate(Cell(map.Name) ?? "", Cell(map.Email), Cell(map.Phone), Cell(map.Headline), Cell(map.Notes), at), channel, Rule.OptionalText(Cell(map.Where), "where exactly", 160));
        }
        catch (RuleBroken broken)
        {
            // One row's broken rule must not hide the next row's: each becomes a line of the report.
            faults.Add(new(row.Line, broken.Message));
            return null;
        }
    }

    private static HireChannel? Channel(string? said, HireChannel usual)
    {
        if (said is null) return usual;
        var plain = string.Concat(said.Where(char.IsLetter));
        return Enum.TryParse<HireChannel>(plain, ignoreCase: true, out var channel) && Enum.IsDefined(channel) && channel != HireChannel.Internal ? channel : null;
    }
}
