using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Evidence;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Evidence;

/// <summary>What is known of an application besides interviews: test results and references, under rule 1.</summary>
public static class ShowEvidence
{
    [Requires(Right.ReadCandidates)]
    public sealed record Query(Guid Id) : IQuery<Sheet>;

    /// <param name="MayGather">Whether the viewer enters results and asks for references: HR, and the hiring manager.</param>
    /// <param name="MayErase">Whether the viewer takes results out and forgets referees: HR.</param>
    /// <param name="Shut">Whether the viewer's own scorecard comes first.</param>
    /// <param name="ShutResults">How many results there are that a gatherer may not read yet.</param>
    public sealed record Sheet(
        Guid Id, string Candidate, Guid OpeningId, string Opening, bool Active, bool MayGather, bool MayErase, bool Shut, int ShutResults, IReadOnlyList<Result> Results, IReadOnlyList<Reference> References, DateTime AsOf);

    public sealed record Result(Guid Id, string Competency, int Percentile, string Vendor, string Test, DateOnly TakenOn, string? Note, string By, DateTime At, IReadOnlyList<EarlierScore> Earlier);

    /// <param name="Said">None until it is in and open to the viewer.</param>
    public sealed record Reference(
        Guid Id, string Referee, string? Email, RefereeRelation Relation, DateOnly ConsentOn, string AskedBy, DateTime SentAt, DateTime ExpiresAt, DateTime? RevokedAt, DateTime? AnsweredAt, DateTime? ForgottenAt, Said? Said)
    {
        /// <summary>How it stands, in a word with its tone.</summary>
        public (string Word, string Tone) State(DateTime at) =>
            AnsweredAt is not null ? ("in", "good") : RevokedAt is not null ? ("called back", "neutral") : ForgottenAt is not null ? ("erased", "neutral") : at >= ExpiresAt ? ("link ran out", "warn") : ("asked", "neutral");

        public bool Waits => AnsweredAt is null && RevokedAt is null && ForgottenAt is null;
    }

    public sealed record Said(string Overlap, string Again, IReadOnlyList<Answer> Answers);

    public sealed record Answer(string Question, string? Competency, int? Score, bool NotSeen, string Words);

    internal sealed class Reader(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var (me, gathered) = (viewer.AccountId, db.Applications.GatheredBy(viewer));
            var head = await db.Applications.VisibleTo(viewer).Where(a => a.Id == query.Id).Select(a => new
            {
                Candidate = a.Candidate!.Name,
                a.OpeningId,
                Opening = a.Opening!.Title,
                a.State,
                Gathers = gathered.Any(g => g.Id == a.Id),
                Owes = a.Scorecards.Any(s => s.AuthorId == me && s.SubmittedAt == null && s.WaivedAt == null),
                Results = db.AssessmentResults.Count(r => r.ApplicationId == a.Id && r.RemovedAt == null),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That application");
            var gathers = head.Gathers && viewer.May(Right.WorkCandidates);
            var results = await db.AssessmentResults.ReadableBy(db, viewer).Where(r => r.ApplicationId == query.Id).OrderBy(r => r.Competency!.Name).ThenBy(r => r.TakenOn).ThenBy(r => r.Id)
                .Select(r => new Result(r.Id, r.Competency!.Name, r.Percentile, r.Vendor, r.Test, r.TakenOn, r.Note, db.Users.Where(u => u.Id == r.EnteredBy).Select(u => u.DisplayName).First(), r.EnteredAt, r.Earlier)).ToListAsync(ct);
            return new Sheet(query.Id, head.Candidate, head.OpeningId, head.Opening, head.State == ApplicationState.Active, gathers, viewer.Is(Role.Hr), head.Owes,
                gathers && head.Owes ? head.Results : 0, results, await References(query.Id, gathers, ct), clock.GetUtcNow().UtcDateTime);
        }

        private async Task<List<Reference>> References(Guid application, bool gathers, CancellationToken ct)
        {
            var open = db.ReferenceChecks.ReadableBy(db, viewer).Where(r => r.ApplicationId == application);
            var said = await open.Select(r => new { r.Id, r.Overlap, r.Again, r.Answers }).ToDictionaryAsync(r => r.Id, ct);
            var asked = gathers ? db.ReferenceChecks.Where(r => r.ApplicationId == application) : open;
            var rows = await asked.OrderBy(r => r.AskedAt).ThenBy(r => r.Id)
                .Select(r => new Reference(r.Id, r.RefereeName, r.RefereeEmail, r.Relation, r.ConsentOn, db.Users.Where(u => u.Id == r.AskedBy).Select(u => u.DisplayName).First(), r.SentAt, r.ExpiresAt, r.RevokedAt, r.AnsweredAt, r.ForgottenAt, null)).ToListAsync(ct);
            return [.. rows.Select(r => said.TryGetValue(r.Id, out var words)
                ? r with { Said = new Said(words.Overlap, words.Again, [.. words.Answers.Select(a => new Answer(a.Text, a.Competency, a.Score, a.NotSeen, a.Words))]) }
                : r)];
        }
    }
}
