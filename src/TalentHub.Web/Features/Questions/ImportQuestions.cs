using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Csv;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Questions;

/// <summary>Brings questions in from a file: looked at first, then all of it or nothing. They wait for somebody else to read them.</summary>
public static class ImportQuestions
{
    /// <summary>Packs an uploaded file, so that the form can carry it from one step to the next.</summary>
    [Requires(Right.WorkLibrary)]
    public sealed record Upload(Stream File) : IQuery<Command>;

    /// <summary>What the import would do, row by row.</summary>
    [Requires(Right.WorkLibrary)]
    public sealed record Query(Command Command) : IQuery<Preview>;

    [Requires(Right.WorkLibrary)]
    public sealed record Command : ICommand<int>
    {
        /// <summary>The file, compressed and in base 64.</summary>
        public string? Packed { get; set; }
    }

    /// <param name="Ready">Questions that could be added as they stand.</param>
    /// <param name="Faults">Lines that stand in the way.</param>
    /// <param name="Advice">What a second reader would ask; it stops nothing.</param>
    public sealed record Preview(int Rows, IReadOnlyList<Line> Ready, IReadOnlyList<CsvFault> Faults, IReadOnlyList<Remark> Advice);

    public sealed record Line(int Number, RoleLevel Level, string Competency, string Text);

    public sealed record Remark(int Line, Finding Finding);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.Packed).NotEmpty().WithMessage("Choose a file first.");
    }

    internal sealed class Packer : IRequestHandler<Upload, Command>
    {
        public Task<Command> Handle(Upload query, CancellationToken ct)
        {
            var text = CsvTable.Text(query.File);
            _ = QuestionFile.Read(text);
            return Task.FromResult(new Command { Packed = Packed.Of(text) });
        }
    }

    internal sealed class Reader(TalentHubDb db) : IRequestHandler<Query, Preview>
    {
        public async Task<Preview> Handle(Query query, CancellationToken ct)
        {
            var sheet = await Checked(db, query.Command, ct);
            var texts = (await db.Questions.Where(q => q.RetiredAt == null).Select(q => new { q.Level, q.Text }).ToListAsync(ct)).ToLookup(q => q.Level, q => q.Text);
            var advice = sheet.Ready.SelectMany(r => QuestionCheck.Of(r.Wording, texts[r.Competency.Level].Concat(sheet.Ready.Where(o => o != r && o.Competency.Level == r.Competency.Level).Select(o => o.Wording.Text)))
                .Select(f => new Remark(r.Line, f)));
            return new Preview(sheet.Rows, [.. sheet.Ready.Select(r => new Line(r.Line, r.Competency.Level, r.Competency.Name, r.Wording.Text))], [.. sheet.Faults.OrderBy(f => f.Line)], [.. advice]);
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var sheet = await Checked(db, command, ct);
            Rule.Holds(sheet.Faults.Count == 0, "rows-refused", $"Nothing was added: {(sheet.Faults.Count == 1 ? "one line needs" : $"{sheet.Faults.Count:N0} lines need")} another look. Put the file right and choose it again.");
            var at = clock.GetUtcNow().UtcDateTime;
            foreach (var row in sheet.Ready) db.Add(new Question(row.Competency, row.Wording, viewer.AccountId, at));
            return sheet.Ready.Count;
        }
    }

    private sealed record Fit(int Line, Competency Competency, Wording Wording);

    private sealed record Sheet(int Rows, List<Fit> Ready, List<CsvFault> Faults);

    private static async Task<Sheet> Checked(TalentHubDb db, Command command, CancellationToken ct)
    {
        var (rows, unread) = QuestionFile.Read(Packed.Open(command.Packed!));
        var competencies = (await db.Competencies.AsTracking().ToListAsync(ct)).ToLookup(c => (c.Level, c.Name.ToLowerInvariant()));
        var texts = await db.Questions.Select(q => q.Text).ToHashSetAsync(ct);
        var sheet = new Sheet(rows.Count + unread.Count, [], [.. unread]);
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, row) in rows)
        {
            try
            {
                var fit = Of(line, row, competencies);
                Rule.Holds(!texts.Contains(fit.Wording.Text), "question-known", "The bank has this question already, word for word.");
                Rule.Holds(seen.TryAdd(fit.Wording.Text, line), "question-twice", $"The same question is in line {seen[fit.Wording.Text]}.");
                sheet.Ready.Add(fit);
            }
            catch (RuleBroken broken)
            {
                // One row's broken rule must not hide the next row's: each becomes a line of the report.
                sheet.Faults.Add(new(line, broken.Message));
            }
        }
        return sheet;
    }

    private static Fit Of(int line, QuestionRow row, ILookup<(RoleLevel, string), Competency> competencies)
    {
        // JSON can spell what no upload may hold.
        Rule.Holds(row.Texts().All(PlainText.Fits), "not-text", "This question holds a character that is not text.");
        var level = Read<RoleLevel>(row.Level) ?? throw new RuleBroken("level-unknown", $"“{row.Level}” is no level. Use one of: {Listed<RoleLevel>()}.");
        var kind = row.Kind is null ? QuestionKind.Behavioural : Read<QuestionKind>(row.Kind) ?? throw new RuleBroken("kind-unknown", $"“{row.Kind}” is no kind of question. Use one of: {Listed<QuestionKind>()}.");
        var competency = competencies[(level, (row.Competency ?? "").Trim().ToLowerInvariant())].FirstOrDefault()
            ?? throw new RuleBroken("competency-unknown", $"There is no competency “{row.Competency}” for the level {Words.Of(level)}. Add it under Competencies first, or put its name right.");
        var wording = Wording.Of(kind, row.Question, (row.Probes ?? []).OfType<string>(), Anchors.Of(row.Anchors?.One, row.Anchors?.Three, row.Anchors?.Five), row.Minutes ?? 8, row.Brief, row.Real, row.Rehearsed);
        return new(line, competency, wording);
    }

    /// <summary>As it is said on screen, or as it is called in code: "Role-play", "role play", "RolePlay".</summary>
    private static T? Read<T>(string? said) where T : struct, Enum =>
        Enum.TryParse<T>(string.Concat((said ?? "").Where(char.IsLetter)), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static string Listed<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(v => Words.Of(v)));
}
