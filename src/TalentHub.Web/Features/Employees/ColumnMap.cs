namespace TalentHub.Web.Features.Employees;

/// <summary>Which column of the file holds what. Whatever is not named here is kept as a further column of the person.</summary>
public sealed class ColumnMap
{
    private static readonly (string Property, string[] Names)[] Known =
    [
        (nameof(EmployeeNo), ["employeeno", "employeenumber", "employeeid", "empno", "empid", "personnelnumber", "staffnumber", "staffid", "number", "no", "id"]),
        (nameof(HiredOn), ["hiredon", "hiredate", "dateofhire", "hired", "startdate", "startedon", "startson", "joinedon", "joined", "joindate"]),
        (nameof(LeftOn), ["lefton", "exitdate", "leavedate", "leavingdate", "terminationdate", "enddate", "lastday", "left", "exitedon"]),
        (nameof(HireChannel), ["hirechannel", "hiringchannel", "hiresource", "recruitmentsource", "channel", "source"]),
        (nameof(Name), ["name", "fullname", "employeename"]),
    ];

    public string? EmployeeNo { get; set; }
    public string? HiredOn { get; set; }
    public string? LeftOn { get; set; }
    public string? HireChannel { get; set; }

    /// <summary>Optional: without it the employee number stands for the name.</summary>
    public string? Name { get; set; }

    /// <summary>The headings we recognise, whatever their case, spaces and underscores.</summary>
    public static ColumnMap Guess(IReadOnlyList<string> headers)
    {
        string? Find(string property) => Known.Single(k => k.Property == property).Names
            .Select(name => headers.FirstOrDefault(h => Plain(h) == name)).FirstOrDefault(h => h is not null);
        return new() { EmployeeNo = Find(nameof(EmployeeNo)), HiredOn = Find(nameof(HiredOn)), LeftOn = Find(nameof(LeftOn)), HireChannel = Find(nameof(HireChannel)), Name = Find(nameof(Name)) };
    }

    /// <summary>Itself when anything was chosen, else the guess.</summary>
    internal ColumnMap Or(IReadOnlyList<string> headers) =>
        Parts().All(p => string.IsNullOrEmpty(p.Column)) ? Guess(headers) : this;

    /// <summary>What is missing or doubled, in sentences.</summary>
    internal IEnumerable<string> Problems(IReadOnlyList<string> headers)
    {
        foreach (var (what, column, required) in Parts())
        {
            if (string.IsNullOrEmpty(column))
            {
                if (required) yield return $"Please say which column holds {what}. The file has: {string.Join(", ", headers)}.";
            }
            else if (!headers.Contains(column)) yield return $"The file has no column “{column}” for {what}.";
        }
        foreach (var twice in Parts().Where(p => !string.IsNullOrEmpty(p.Column)).GroupBy(p => p.Column).Where(g => g.Count() > 1))
            yield return $"“{twice.Key}” is chosen twice: for {string.Join(" and ", twice.Select(p => p.What))}.";
    }

    /// <summary>The columns that stay with the person under their own heading.</summary>
    internal List<string> Further(IReadOnlyList<string> headers) => [.. headers.Except(Parts().Select(p => p.Column ?? ""))];

    private (string What, string? Column, bool Required)[] Parts() =>
    [
        ("the employee number", EmployeeNo, true), ("the hire date", HiredOn, true), ("the last day at work", LeftOn, true),
        ("the hire channel", HireChannel, true), ("the name", Name, false),
    ];

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
