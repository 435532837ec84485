using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.Openings;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Web.Platform.Csv;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Evidence;

/// <summary>Brings in a test vendor's file: looked at first, then all of it or nothing.</summary>
public static class ImportAssessments
{
    /// <summary>The door: what the file would be brought into, the opening's title, or none.</summary>
    [Requires(Right.WorkCandidates)]
    public sealed record Start(Guid? OpeningId) : IQuery<string?>;

    /// <summary>Packs an uploaded file, so that the form can carry it from one step to the next.</summary>
    [Requires(Right.WorkCandidates)]
    public sealed record Upload(Stream File) : IQuery<Command>;

    /// <summary>What the import would do, row by row.</summary>
    [Requires(Right.WorkCandidates)]
    public sealed record Query(Command Command) : IQuery<Preview>;

    [Requires(Right.WorkCandidates)]
    public sealed record Command : ICommand<int>
    {
        /// <summary>The file, compressed and in base 64.</summary>
        public string? Packed { get; set; }

        /// <summary>Where the file is brought in; without it each row names its opening.</summary>
        public Guid? OpeningId { get; set; }
    }

    /// <param name="Ready">Results that could be entered as they stand.</param>
    /// <param name="Faults">Lines that stand in the way.</param>
    public sealed record Preview(int Rows, IReadOnlyList<Line> Ready, IReadOnlyList<CsvFault> Faults);

    public sealed record Line(int Number, string Candidate, string Competency, AssessmentScore Score);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules() => RuleFor(c => c.Packed).NotEmpty().WithMessage("Choose a file first.");
    }

    internal sealed class Doorkeeper(TalentHubDb db, Viewer viewer) : IRequestHandler<Start, string?>
    {
        public async Task<string?> Handle(Start query, CancellationToken ct)
        {
            if (query.OpeningId is not { } id) return null;
            var mine = viewer.Is(Role.Hr) ? db.Openings.VisibleTo(viewer) : db.Openings.VisibleTo(viewer).Where(o => o.Team.Any(t => t.AccountId == viewer.AccountId && t.Part == TeamPart.Lead));
            return await mine.Where(o => o.Id == id).Select(o => o.Title).SingleOrDefaultAsync(ct) ?? throw new NotFound("That opening");
        }
    }

    internal sealed class Packer : IRequestHandler<Upload, Command>
    {
        public Task<Command> Handle(Upload query, CancellationToken ct)
        {
            var text = CsvTable.Text(query.File);
            _ = AssessmentSheet.Read(text);
            return Task.FromResult(new Command { Packed = Packed.Of(text) });
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, Preview>
    {
        public async Task<Preview> Handle(Query query, CancellationToken ct)
        {
            var (fits, faults) = await Checked(db, viewer, query.Command, clock.GetUtcNow().UtcDateTime, ct);
            return new Preview(fits.Count + faults.Count, [.. fits.Select(f => new Line(f.Row.Line, f.Application.Candidate!.Name, f.Competency.Name, f.Row.Score))], [.. faults.OrderBy(f => f.Line)]);
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var (fits, faults) = await Checked(db, viewer, command, clock.GetUtcNow().UtcDateTime, ct);
            Rule.Holds(faults.Count == 0, "rows-refused", $"Nothing was entered: {(faults.Count == 1 ? "one line needs" : $"{faults.Count:N0} lines need")} another look. Put the file right and choose it again.");
            db.AddRange(fits.Select(f => f.Result));
            return fits.Count;
        }
    }

    private sealed record Fit(AssessmentRow Row, Application Application, Competency Competency, AssessmentResult Result);

    private static async Task<(List<Fit> Fits, List<CsvFault> Faults)> Checked(TalentHubDb db, Viewer viewer, Command command, DateTime at, CancellationToken ct)
    {
        var (rows, faults) = AssessmentSheet.Read(Packed.Open(command.Packed!));
        var applications = await Applications(db, viewer, command.OpeningId, [.. rows.Select(r => r.Email).Distinct()], ct);
        var competencies = (await db.Competencies.AsTracking().ToListAsync(ct)).ToLookup(c => (c.Level, c.Name.ToLowerInvariant()));
        var known = await Known(db, [.. applications.SelectMany(g => g).Select(a => a.Id)], ct);
        var (fits, seen) = (new List<Fit>(), new Dictionary<(Guid, Guid, string, string, DateOnly), int>());
        foreach (var row in rows)
        {
            try
            {
                var application = Of(row, applications, command.OpeningId);
                var level = application.Opening!.Level;
                var competency = competencies[(level, row.Competency.ToLowerInvariant())].FirstOrDefault()
                    ?? throw new RuleBroken("competency-unknown", $"There is no competency “{row.Competency}” for the level of “{application.Opening.Title}”.");
                var result = new AssessmentResult(application, competency, level, row.Score, viewer.AccountId, at);
                Rule.Holds(!known.Contains(Key(result)), "result-known", "This result is on record already. If it is wrong, put it right there.");
                Rule.Holds(seen.TryAdd(Key(result), row.Line), "result-twice", $"The same result is in line {seen.GetValueOrDefault(Key(result))}.");
                fits.Add(new(row, application, competency, result));
            }
            catch (RuleBroken broken)
            {
                // One row's broken rule must not hide the next row's: each becomes a line of the report.
                faults.Add(new(row.Line, broken.Message));
            }
        }
        return (fits, faults);
    }

    /// <summary>The application a row is about. Somebody unknown, out of reach or applied elsewhere: told apart to nobody.</summary>
    private static Application Of(AssessmentRow row, ILookup<string, Application> applications, Guid? openingId)
    {
        var named = applications[row.Email].Where(a => row.Opening.Length == 0 || Names(row.Opening, a)).ToList();
        Rule.Holds(row.Opening.Length > 0 || openingId is not null, "opening-missing", "This line names no opening. Add a column “opening”, or bring the file in from the opening itself.");
        Rule.Holds(named.Count > 0, "application-unknown", $"Nobody with the address {row.Email} is a candidate {(openingId is null ? "there" : "for this opening")} whom you work with.");
        Rule.Holds(named.Count == 1, "opening-ambiguous", $"Several openings are called “{row.Opening}”. Write the identity that stands in the opening’s address.");
        return named[0];
    }

    private static bool Names(string opening, Application application) =>
        Guid.TryParse(opening, out var id) ? application.OpeningId == id : string.Equals(application.Opening!.Title, opening, StringComparison.OrdinalIgnoreCase);

    private static async Task<ILookup<string, Application>> Applications(TalentHubDb db, Viewer viewer, Guid? openingId, string[] addresses, CancellationToken ct)
    {
        var found = new List<Application>();
        foreach (var part in addresses.Chunk(500))
            found.AddRange(await db.Applications.GatheredBy(viewer).AsTracking().Include(a => a.Candidate).Include(a => a.Opening)
                .Where(a => part.Contains(a.Candidate!.Email) && (openingId == null || a.OpeningId == openingId)).ToListAsync(ct));
        return found.ToLookup(a => a.Candidate!.Email!);
    }

    private static async Task<HashSet<(Guid, Guid, string, string, DateOnly)>> Known(TalentHubDb db, Guid[] applications, CancellationToken ct)
    {
        var known = new HashSet<(Guid, Guid, string, string, DateOnly)>();
        foreach (var part in applications.Chunk(500))
            known.UnionWith((await db.AssessmentResults.Where(r => part.Contains(r.ApplicationId) && r.RemovedAt == null).ToListAsync(ct)).Select(Key));
        return known;
    }

    private static (Guid, Guid, string, string, DateOnly) Key(AssessmentResult result) => (result.ApplicationId, result.CompetencyId, result.Vendor, result.Test, result.TakenOn);
}
