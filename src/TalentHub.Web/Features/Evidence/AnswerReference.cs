using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Evidence;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Evidence;

/// <summary>A referee, who has no account, answers by their link. Nothing is saved before it is sent in; then the link is used up.</summary>
public static class AnswerReference
{
    [Open("a referee has no account; the link itself says whom it was made for")]
    public sealed record Query(string? Token) : IQuery<Door>;

    /// <param name="Known">Whether there ever was such a link. Nothing else is said of one that no longer works.</param>
    public sealed record Door(bool Known, View? Open);

    /// <param name="Position">Neutral where the search is confidential.</param>
    public sealed record View(string Candidate, string Position, string AskedBy, DateTime ExpiresAt, IReadOnlyList<ReferenceAnswer> Questions);

    [Open("a referee has no account; the link itself says whom it was made for")]
    public sealed record Command : ICommand<bool>
    {
        public string? Token { get; set; }
        public string? Overlap { get; set; }
        public string? Again { get; set; }
        public List<Given> Answers { get; set; } = [];
    }

    public sealed record Given
    {
        public string? Key { get; set; }

        /// <summary>"1" to "5", or "none" for what was not seen.</summary>
        public string? Score { get; set; }

        public string? Words { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Overlap).NotEmpty().WithMessage("Please say from when to when.").MaximumLength(160).WithMessage("Please keep this under 160 characters.");
            RuleFor(c => c.Again).NotEmpty().WithMessage("Please answer in a sentence or two.").MaximumLength(2000).WithMessage("Please keep this under 2,000 characters.");
            RuleForEach(c => c.Answers).ChildRules(a =>
            {
                a.RuleFor(x => x.Score).Must(s => s is "1" or "2" or "3" or "4" or "5" or "none").WithMessage("Please choose a number, or “Did not see”.");
                a.RuleFor(x => x.Words).NotEmpty().When(x => x.Score is not (null or "none")).WithMessage("Please say what you saw: the number alone tells nobody why.");
                a.RuleFor(x => x.Words).MaximumLength(2000).WithMessage("Please keep this under 2,000 characters.");
            });
        }
    }

    internal sealed class Reader(TalentHubDb db, TimeProvider clock) : IRequestHandler<Query, Door>
    {
        public async Task<Door> Handle(Query query, CancellationToken ct)
        {
            var hash = ReferenceToken.Hash(query.Token ?? "");
            var check = await db.ReferenceChecks.Include(r => r.Application!.Candidate).Include(r => r.Application!.Opening).SingleOrDefaultAsync(r => r.TokenHash == hash, ct);
            if (check is null || !Works(check, clock)) return new Door(check is not null, null);
            var askedBy = await db.Users.Where(u => u.Id == check.AskedBy).Select(u => u.DisplayName).SingleAsync(ct);
            return new Door(true, new View(check.Application!.Candidate!.Name, ReferenceLetter.Position(check.Application.Opening!), askedBy, check.ExpiresAt, check.Answers));
        }
    }

    /// <summary>Returns whether the link still worked. A refusal is no exception: the page says it in its own way and shows what was typed.</summary>
    internal sealed class Writer(TalentHubDb db, TimeProvider clock) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command command, CancellationToken ct)
        {
            db.Actor = Viewer.Referee.AccountId;
            var hash = ReferenceToken.Hash(command.Token ?? "");
            var check = await db.ReferenceChecks.AsTracking().Include(r => r.Application).SingleOrDefaultAsync(r => r.TokenHash == hash, ct);
            if (check is null || !Works(check, clock)) return false;
            check.Answer(new ReferenceContent(command.Overlap, command.Again, [.. command.Answers.Select(a => new RefereeWord(a.Key, int.TryParse(a.Score, out var score) ? score : null, a.Score == "none", a.Words))]), clock.GetUtcNow().UtcDateTime);
            return true;
        }
    }

    private static bool Works(ReferenceCheck check, TimeProvider clock) => check.IsOpen(clock.GetUtcNow().UtcDateTime) && check.Application!.State == ApplicationState.Active;
}
