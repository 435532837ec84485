using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.Values;
using TalentHub.Seed;
using TalentHub.Web.Platform.Mail;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Evidence;

/// <summary>Asks somebody the candidate has worked with, once the candidate has agreed.</summary>
public static class AskReference
{
    [Requires(Right.WorkCandidates)]
    public sealed record Query(Guid Id) : IQuery<View>;

    /// <param name="Position">As the referee will read it.</param>
    /// <param name="Mails">Whether the link can go by mail from here.</param>
    public sealed record View(string Candidate, string Opening, string Position, bool Active, IReadOnlyList<string> Questions, bool Mails);

    [Requires(Right.WorkCandidates)]
    public sealed record Command : ICommand<ReferenceLink>
    {
        public Guid Id { get; set; }
        public string? RefereeName { get; set; }
        public string? RefereeEmail { get; set; }
        public RefereeRelation? Relation { get; set; }
        public bool Agreed { get; set; }
        public DateOnly? ConsentOn { get; set; }

        /// <summary>Sends the link by mail from here, which keeps no copy of it; nothing goes to them otherwise.</summary>
        public bool SendMail { get; set; }

        /// <summary>Scheme and host the link begins with.</summary>
        internal string Site { get; set; } = "";
    }

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.RefereeName).NotEmpty().WithMessage("Write the referee’s name.");
            RuleFor(c => c.RefereeEmail).NotEmpty().WithMessage("Write the referee’s e-mail address.");
            RuleFor(c => c.Relation).Must(r => r is { } relation && Enum.IsDefined(relation)).WithMessage("Say how they worked together.");
            RuleFor(c => c.Agreed).Equal(true).WithMessage("Ask the candidate first: nobody is called behind their back.");
            RuleFor(c => c.ConsentOn).NotNull().WithMessage("Say when the candidate agreed.");
        }
    }

    internal sealed class Reader(TalentHubDb db, Viewer viewer, IMail mail) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var head = await db.Applications.GatheredBy(viewer).Where(a => a.Id == query.Id)
                .Select(a => new { a.Candidate!.Name, a.Opening!.Title, a.Opening.Level, a.Opening.Confidential, a.State }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That application");
            return new View(head.Name, head.Title, ReferenceLetter.Position(head.Title, head.Level, head.Confidential), head.State == ApplicationState.Active, [.. Content.References(head.Level).Select(q => q.Text)], mail.Configured);
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, IMail mail, TimeProvider clock) : IRequestHandler<Command, ReferenceLink>
    {
        public async Task<ReferenceLink> Handle(Command command, CancellationToken ct)
        {
            var application = await db.Applications.GatheredBy(viewer).AsTracking().Include(a => a.Opening).Include(a => a.Candidate).SingleOrDefaultAsync(a => a.Id == command.Id, ct) ?? throw new NotFound("That application");
            var token = ReferenceToken.New();
            var check = new ReferenceCheck(application, command.RefereeName, command.RefereeEmail, command.Relation!.Value, command.ConsentOn, await Form(application.Opening!.Level, ct), ReferenceToken.Hash(token), viewer.AccountId, clock.GetUtcNow().UtcDateTime);
            Rule.Holds(!await db.ReferenceChecks.AnyAsync(r => r.ApplicationId == check.ApplicationId && r.RefereeEmail == check.RefereeEmail && r.RevokedAt == null, ct),
                "referee-known", "This person has been asked about this application already. Make a new link there if the old one is lost.", nameof(command.RefereeEmail));
            db.Add(check);
            var link = LinkFor(check, application, token, viewer, command.SendMail && mail.Configured ? mail.SiteAddress : command.Site);
            if (command.SendMail && mail.Configured)
            {
                var from = await db.Users.Where(u => u.Id == viewer.AccountId).Select(u => u.Email).SingleOrDefaultAsync(ct);
                // Past the outbox on purpose: the letter holds a key, and keys are not stored.
                await mail.SendAsync(new MailMessage(check.RefereeEmail!, link.Letter.Subject, link.Letter.Text) { ToName = check.RefereeName, ReplyTo = from }, ct);
            }
            return link;
        }

        private async Task<List<ReferenceAnswer>> Form(RoleLevel level, CancellationToken ct)
        {
            var competencies = await db.Competencies.Where(c => c.Level == level).Select(c => new { c.Name, c.Id }).ToListAsync(ct);
            var byName = competencies.DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Id);
            return [.. Content.References(level).Select(q => q.Asked(byName))];
        }
    }

    /// <summary>The link and the letter for a check whose token was just made. The application comes with candidate and opening.</summary>
    internal static ReferenceLink LinkFor(ReferenceCheck check, Application application, string token, Viewer from, string site)
    {
        var address = $"{site}/reference/{token}";
        var letter = ReferenceLetter.To(check.RefereeName, application.Candidate!.Name, ReferenceLetter.Position(application.Opening!), from.Name, address, check.ExpiresAt);
        return new ReferenceLink(application.Id, check.RefereeName, address, check.ExpiresAt, letter);
    }
}
