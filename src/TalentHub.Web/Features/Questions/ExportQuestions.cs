using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Questions;

/// <summary>The bank as a file. Retired questions stay behind.</summary>
public static class ExportQuestions
{
    /// <param name="Level">Without one, every level.</param>
    [Requires(Right.WorkLibrary)]
    public sealed record Query(RoleLevel? Level) : IQuery<IReadOnlyList<QuestionRow>>;

    internal sealed class Reader(TalentHubDb db) : IRequestHandler<Query, IReadOnlyList<QuestionRow>>
    {
        public async Task<IReadOnlyList<QuestionRow>> Handle(Query query, CancellationToken ct)
        {
            var questions = await db.Questions.Include(q => q.Competency).Where(q => q.RetiredAt == null && (query.Level == null || q.Level == query.Level))
                .OrderBy(q => q.Level).ThenBy(q => q.Competency!.Name).ThenBy(q => q.Id).ToListAsync(ct);
            return [.. questions.Select(q => new QuestionRow(
                Words.Of(q.Level), q.Competency!.Name, Words.Of(q.Kind), q.Minutes, q.Text, q.Brief, q.Probes, new(q.Anchors.One, q.Anchors.Three, q.Anchors.Five), q.StrongAnswer, q.RehearsedAnswer,
                q.ApprovedAt is null ? "waiting" : "approved"))];
        }
    }
}
