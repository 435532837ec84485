using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Mail;
using TalentHub.Web.Platform.Mail;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Debriefs;

/// <summary>
/// Sends the candidate what a person has written after a decision. It leaves when the hour in which the decision can be taken back is over, and not at all
/// if it is taken back.
/// </summary>
public static class SendLetter
{
    [Requires(Right.Decide)]
    public sealed record Command : ICommand
    {
        /// <summary>The application.</summary>
        public Guid Id { get; set; }
        public Guid DecisionId { get; set; }
        public string? Subject { get; set; }
        public string? Body { get; set; }
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Subject).NotEmpty().WithMessage("Please write a subject.").Must(s => s is null || !s.Contains('\n')).WithMessage("A subject is one line.");
            RuleFor(c => c.Body).NotEmpty().WithMessage("Please write the letter.");
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, Outbox outbox) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            await db.LockAuditChain(ct);
            var about = await db.Applications.WorkableBy(viewer).Where(a => a.Id == command.Id).Select(a => new
            {
                a.Id,
                a.OpeningId,
                a.CandidateId,
                a.Candidate!.Name,
                a.Candidate.Email,
                Insider = a.Candidate.EmployeeId != null && a.Channel == Domain.Values.HireChannel.Internal,
                From = db.Users.Where(u => u.Id == viewer.AccountId).Select(u => u.Email).FirstOrDefault(),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That application");
            if (about.Insider && !viewer.Is(Role.Hr)) throw new Forbidden("Somebody who works here is told in person; HR decides whether a letter follows.");
            var decision = await db.Decisions.Where(d => d.ApplicationId == about.Id && d.TakenBackAt == null).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).FirstOrDefaultAsync(ct);
            Rule.Holds(decision?.Id == command.DecisionId, "decision-moved-on", "The decision this letter tells of no longer stands. Read the debrief again before you write.");
            Rule.Holds(about.Email is not null, "no-address", $"There is no e-mail address of {about.Name} here. Copy the letter and send it yourself, or add the address first.");
            Rule.Holds(!await db.Letters.AnyAsync(l => l.Key == KeyOf(command.DecisionId), ct), "letter-written", "A letter about this decision has been written already.");
            var content = new LetterContent(Rule.Text(command.Subject, "a subject", 150, nameof(command.Subject)), Rule.Text(command.Body, "the letter", 5000, nameof(command.Body)).ReplaceLineEndings("\n"), ReplyTo: about.From);
            outbox.Post(LetterKind.CandidateDecision, KeyOf(command.DecisionId), new Addressee(null, about.CandidateId, about.Name, about.Email!), new LetterAbout(about.OpeningId, about.Id), content, decision!.TakeBackUntil);
            return Unit.Value;
        }
    }

    /// <summary>One letter a decision.</summary>
    internal static string KeyOf(Guid decision) => $"decision:{decision:N}";
}
