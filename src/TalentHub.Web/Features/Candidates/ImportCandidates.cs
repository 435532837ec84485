using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Csv;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>Brings in a list of people: looked at first, then all of it or nothing.</summary>
public static class ImportCandidates
{
    public const int MostRows = 5000;

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

        public ColumnMap Columns { get; set; } = new();
        public Guid? OpeningId { get; set; }

        /// <summary>For rows that name no channel.</summary>
        public HireChannel Channel { get; set; } = HireChannel.Network;
    }

    /// <param name="Ready">People who could be added as they stand.</param>
    /// <param name="Faults">Lines that stand in the way.</param>
    public sealed record Preview(IReadOnlyList<string> Headers, int Rows, IReadOnlyList<Line> Sample, int Ready, IReadOnlyList<CsvFault> Faults);

    public sealed record Line(int Number, string Name, string? Email, string? Headline, HireChannel Channel);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Packed).NotEmpty().WithMessage("Choose a file first.");
            RuleFor(c => c.Columns.Name).NotNull().WithMessage("Say which column holds the name.");
            RuleFor(c => c.Channel).Must(c => Enum.IsDefined(c) && c != HireChannel.Internal).WithMessage("Choose a channel. Somebody who works here is added one at a time.");
        }
    }

    internal sealed class Packer : IRequestHandler<Upload, Command>
    {
        public Task<Command> Handle(Upload query, CancellationToken ct)
        {
            var text = CsvTable.Text(query.File);
            var table = CsvTable.Parse(text, MostRows);
            return Task.FromResult(new Command { Packed = TalentHub.Web.Platform.Csv.Packed.Of(text), Columns = ColumnMap.Guess(table.Headers) });
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, Preview>
    {
        public async Task<Preview> Handle(Query query, CancellationToken ct)
        {
            var (command, table) = (query.Command, CsvTable.Parse(TalentHub.Web.Platform.Csv.Packed.Open(query.Command.Packed!), MostRows));
            var sheet = await Checked(db, viewer, table, command, clock.GetUtcNow().UtcDateTime, ct);
            return new Preview(table.Headers, table.Rows.Count + table.Faults.Count,
                [.. sheet.People.Take(5).Select(p => new Line(p.Line, p.Candidate.Name, p.Candidate.Email, p.Candidate.Headline, p.Channel))], sheet.People.Count, [.. sheet.Faults]);
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, int>
    {
        private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var opening = await Opening(command, ct);
            var sheet = await Checked(db, viewer, CsvTable.Parse(TalentHub.Web.Platform.Csv.Packed.Open(command.Packed!), MostRows), command, now, ct);
            var faults = sheet.Faults.Count();
            Rule.Holds(faults == 0, "rows-refused", $"Nothing was added: {(faults == 1 ? "one line needs" : $"{faults:N0} lines need")} another look. Put the file right and choose it again.");
            foreach (var person in sheet.People)
            {
                db.Add(person.Candidate);
                if (opening is not null) db.Add(Application.For(person.Candidate, null, opening, person.Channel, person.Where, DateOnly.FromDateTime(now), now));
            }
            return sheet.People.Count;
        }

        private async Task<Opening?> Opening(Command command, CancellationToken ct)
        {
            Rule.Holds(command.OpeningId is not null || viewer.Is(Role.Hr), "opening-needed", "Choose the opening these people apply for.", nameof(command.OpeningId));
            if (command.OpeningId is not { } id) return null;
            return await db.Openings.WorkableBy(viewer).AsTracking().Include(o => o.Team).SingleOrDefaultAsync(o => o.Id == id, ct)
                ?? throw new RuleBroken("opening-unknown", "Choose one of the openings in the list.", nameof(command.OpeningId));
        }
    }

    private static async Task<CandidateSheet> Checked(TalentHubDb db, Viewer viewer, CsvTable table, Command command, DateTime at, CancellationToken ct)
    {
        var sheet = new CandidateSheet(table, command.Columns, command.Channel, at);
        foreach (var part in sheet.People.Where(p => p.Candidate.Email is not null).ToList().Chunk(500))
        {
            var addresses = part.Select(p => p.Candidate.Email).ToArray();
            var taken = await db.Candidates.Where(c => addresses.Contains(c.Email)).Select(c => c.Email).ToListAsync(ct);
            if (taken.Count == 0) continue;
            var named = await db.Candidates.VisibleTo(db, viewer).Where(c => taken.Contains(c.Email)).Select(c => new { c.Email, c.Name }).ToDictionaryAsync(c => c.Email!, c => c.Name, ct);
            foreach (var person in part.Where(p => taken.Contains(p.Candidate.Email)))
                sheet.Refuse(person, named.TryGetValue(person.Candidate.Email!, out var name) ? $"{name} already has the address {person.Candidate.Email}. Add an application to their record instead." : KnownPeople.Neutral);
        }
        return sheet;
    }
}
