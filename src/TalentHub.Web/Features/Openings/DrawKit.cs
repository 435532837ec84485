using MediatR;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Openings;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Openings;

/// <summary>Chooses and orders the questions every candidate is asked at a stage.</summary>
public static class DrawKit
{
    /// <param name="Propose">Fills the form with a fresh proposal instead of the present kit.</param>
    [Requires(Right.ReadOpenings)]
    public sealed record Query(Guid Id, Guid StageId, bool Propose) : IQuery<Sheet>;

    /// <param name="Dropped">Questions of the present kit that are no longer approved and so leave it when it is drawn again.</param>
    /// <param name="Covers">What the stage is to cover, the most important first; for those who draw the kit.</param>
    public sealed record Sheet(KitSheet Kit, IReadOnlyList<Choice> Choices, bool Proposed, int Dropped, IReadOnlyList<Covered> Covers, Command Form)
    {
        /// <summary>Covered competencies for which the bank holds no approved question.</summary>
        public IReadOnlyList<string> Unknown => [.. Covers.Where(c => Choices.All(x => x.CompetencyId != c.Id)).Select(c => c.Name)];
    }

    public sealed record Covered(Guid Id, string Name);

    /// <param name="Kits">Kits that hold it, in openings the viewer can see.</param>
    public sealed record Choice(Guid Id, Guid CompetencyId, string Competency, QuestionKind Kind, string Text, int Minutes, int Kits)
    {
        /// <summary>Another stage of this opening whose kit asks it already: the same candidate would hear it twice.</summary>
        public string? Elsewhere { get; init; }
    }

    [Requires(Right.WorkOpenings)]
    public sealed record Command : ICommand<int>, IVersioned
    {
        public Guid Id { get; set; }
        [BindNever] public Guid StageId { get; set; }
        public int Version { get; set; }
        public List<Line> Questions { get; set; } = [];
    }

    /// <summary>A question and its place; without a place it is not in the kit.</summary>
    public sealed class Line
    {
        public Guid QuestionId { get; set; }
        public int? Place { get; set; }

        /// <summary>The question, for saying what two people chose differently.</summary>
        [BindNever] public string? Text { get; set; }

        public override string ToString() => Place is null ? "" : $"{Place}. {Text}";
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var kit = await KitSheet.Load(db, viewer, query.Id, query.StageId, ct);
            var weighed = await db.ProfileVersions.Where(v => v.Id == kit.ProfileVersionId).SelectMany(v => v.Competencies).Where(c => kit.Competencies.Contains(c.CompetencyId))
                .OrderByDescending(c => c.Weight).ThenBy(c => c.Order).Select(c => new Covered(c.CompetencyId, c.Name)).ToListAsync(ct);
            List<Guid> order = [.. weighed.Select(c => c.Id), .. kit.Competencies.Except(weighed.Select(c => c.Id))];
            var choices = kit.MayWork ? await Choices(kit, order, ct) : [];
            var proposed = query.Propose || kit.Current is null;
            var present = proposed
                ? KitProposal.Draw(order, [.. choices.Where(c => c.Elsewhere is null).Select(c => new KitChoice(c.Id, c.CompetencyId, c.Minutes, c.Kits))], kit.Minutes)
                : [.. kit.Current!.Questions.Select(q => q.QuestionId).Where(id => choices.Any(c => c.Id == id))];
            var asked = choices.Where(c => present.Contains(c.Id)).Select(c => c.CompetencyId).ToHashSet();
            // What is asked comes first, as it is asked; then what nothing is asked on; what could be asked instead follows.
            choices = [.. choices.OrderBy(c => Place(present, c.Id) ?? int.MaxValue).ThenBy(c => asked.Contains(c.CompetencyId))];
            return new Sheet(kit, choices, proposed, kit.Current is null ? 0 : kit.Current.Questions.Count(q => choices.All(c => c.Id != q.QuestionId)), kit.MayWork ? weighed : [], new Command
            {
                Id = query.Id,
                StageId = query.StageId,
                Version = kit.StageVersion,
                Questions = [.. choices.Select(c => new Line { QuestionId = c.Id, Text = c.Text, Place = Place(present, c.Id) })],
            });
        }

        private async Task<List<Choice>> Choices(KitSheet kit, List<Guid> order, CancellationToken ct)
        {
            var openings = db.Openings.VisibleTo(viewer).Select(o => o.Id);
            var choices = await db.Questions.Where(q => q.Level == kit.Level && order.Contains(q.CompetencyId) && q.ApprovedAt != null && q.RetiredAt == null)
                .Select(q => new Choice(q.Id, q.CompetencyId, q.Competency!.Name, q.Kind, q.Text, q.Minutes, db.Kits.Count(k => openings.Contains(k.OpeningId) && k.Questions.Any(x => x.QuestionId == q.Id)))).ToListAsync(ct);
            var elsewhere = await db.Kits.Where(k => k.OpeningId == kit.OpeningId && k.StageId != kit.StageId && !db.Kits.Any(later => later.StageId == k.StageId && later.Number > k.Number))
                .SelectMany(k => k.Questions, (k, q) => new { q.QuestionId, Name = db.Stages.Where(s => s.Id == k.StageId).Select(s => s.Name).First() }).ToListAsync(ct);
            var asked = elsewhere.ToLookup(e => e.QuestionId, e => e.Name);
            return [.. choices.Select(c => c with { Elsewhere = asked[c.Id].FirstOrDefault() })
                .OrderBy(c => order.IndexOf(c.CompetencyId)).ThenBy(c => c.Elsewhere is null ? 0 : 1).ThenBy(c => c.Kits).ThenBy(c => c.Id)];
        }

        private static int? Place(IReadOnlyList<Guid> kit, Guid question) => kit.Contains(question) ? kit.ToList().IndexOf(question) + 1 : null;
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            if (!await db.Openings.WorkableBy(viewer).AnyAsync(o => o.Id == command.Id, ct)) throw new NotFound("That opening");
            var stage = await db.Stages.AsTracking().Include(s => s.Opening).Include(s => s.Kits).ThenInclude(k => k.Questions)
                .SingleOrDefaultAsync(s => s.Id == command.StageId && s.OpeningId == command.Id, ct) ?? throw new NotFound("That stage");
            stage.Edit(command.Version);
            var wanted = command.Questions.Where(q => q.Place is not null).OrderBy(q => q.Place).Select(q => q.QuestionId).ToList();
            var found = await db.Questions.AsTracking().Where(q => wanted.Contains(q.Id)).ToDictionaryAsync(q => q.Id, ct);
            var questions = wanted.Select(id => found.GetValueOrDefault(id) ?? throw new NotFound("That question")).ToList();
            Rule.Holds(questions.All(q => q.Level == stage.Opening!.Level && stage.CompetencyIds.Contains(q.CompetencyId)), "question-elsewhere",
                "A kit asks for what its stage covers, at the level of the role. Choose from the list.", nameof(Command.Questions));
            var current = stage.CurrentKit?.Id;
            var used = current is not null && await db.Interviews.AnyAsync(i => i.KitId == current, ct);
            return stage.SetKit(questions, used, clock.GetUtcNow().UtcDateTime).Number;
        }
    }
}
