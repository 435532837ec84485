using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Exits;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Exits;

/// <summary>Writes down why somebody left, as both sides tell it, and what the company makes of it.</summary>
public static class ExplainExit
{
    /// <summary>Reasons a side may give.</summary>
    public const int Most = 5;

    [Requires(Right.WorkExits)]
    public sealed class Command : ICommand, IVersioned
    {
        public Guid Id { get; set; }
        public int Version { get; set; }
        public List<string?> LeaverReasons { get; set; } = [];
        public string? LeaverWords { get; set; }
        public List<string?> ManagerReasons { get; set; } = [];
        public string? ManagerWords { get; set; }
        public bool? Regretted { get; set; }
        public bool? Preventable { get; set; }
        public bool? WouldRehire { get; set; }
    }

    internal static Command Fill(Exit exit, IReadOnlyList<string> leaver, IReadOnlyList<string> manager) => new()
    {
        Id = exit.Id,
        Version = exit.Version,
        LeaverReasons = Padded(leaver),
        LeaverWords = exit.LeaverWords,
        ManagerReasons = Padded(manager),
        ManagerWords = exit.ManagerWords,
        Regretted = exit.Regretted,
        Preventable = exit.Preventable,
        WouldRehire = exit.WouldRehire,
    };

    internal sealed class Writer(TalentHubDb db, Viewer viewer) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            var exit = await db.Exits.VisibleTo(viewer).AsTracking().Include(e => e.Reasons).SingleOrDefaultAsync(e => e.Id == command.Id, ct) ?? throw new NotFound("That exit");
            exit.Edit(command.Version);
            Explain(exit, ExitSide.Leaver, command.LeaverReasons, command.LeaverWords);
            Explain(exit, ExitSide.Manager, command.ManagerReasons, command.ManagerWords);
            exit.Judge(command.Regretted, command.Preventable, command.WouldRehire);
            return Unit.Value;
        }

        /// <summary>A side that has said nothing stays open; one that has needs its reasons.</summary>
        private static void Explain(Exit exit, ExitSide side, List<string?> chosen, string? words)
        {
            List<string> codes = [.. chosen.Where(c => !string.IsNullOrWhiteSpace(c)).OfType<string>()];
            if (codes.Count == 0 && string.IsNullOrWhiteSpace(words) && exit.Reasons.All(r => r.Side != side)) return;
            exit.Explain(side, codes, words, ExitWords.Codes);
        }
    }

    private static List<string?> Padded(IReadOnlyList<string> codes) => [.. codes, .. Enumerable.Repeat<string?>(null, Most - codes.Count)];
}
