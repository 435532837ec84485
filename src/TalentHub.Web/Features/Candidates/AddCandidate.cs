using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Employees;
using TalentHub.Domain.Openings;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>Records a person who is considered, with their first application if there is one.</summary>
public static class AddCandidate
{
    /// <summary>Who already has the address somebody typed, if the viewer may know.</summary>
    [Requires(Right.WorkCandidates)]
    public sealed record Known(string? Email) : IQuery<Person?>;

    public sealed record Person(Guid Id, string Name);

    /// <summary>A new candidate.</summary>
    [Requires(Right.WorkCandidates)]
    public sealed record Command : ICommand<Added>
    {
        /// <summary>Full name, as the person writes it; at most 120 characters.</summary>
        public string? Name { get; set; }

        /// <summary>E-mail address; one candidate has it at most.</summary>
        public string? Email { get; set; }

        /// <summary>Telephone number, at most 40 characters.</summary>
        public string? Phone { get; set; }

        /// <summary>Present role and company, in a few words; at most 160 characters.</summary>
        public string? Headline { get; set; }

        /// <summary>Anything worth remembering, at most 4,000 characters.</summary>
        public string? Notes { get; set; }

        /// <summary>The opening they apply for. Only HR may leave it out.</summary>
        public Guid? OpeningId { get; set; }

        /// <summary>How the person was found: needed for an opening, unless they work here, which is a channel of its own.</summary>
        public HireChannel? Channel { get; set; }

        /// <summary>Where exactly: which fair, who recommended them; at most 160 characters.</summary>
        public string? ChannelDetail { get; set; }

        /// <summary>For someone who works here: employee number, or full name. HR alone.</summary>
        public string? Employee { get; set; }
    }

    /// <summary>What was recorded.</summary>
    /// <param name="CandidateId">Of the person.</param>
    /// <param name="ApplicationId">Of their application, if they applied.</param>
    public sealed record Added(Guid CandidateId, Guid? ApplicationId);

    public sealed class Rules : AbstractValidator<Command>
    {
        public Rules()
        {
            RuleFor(c => c.Name).NotEmpty().WithMessage("Please write the candidate’s name.");
            RuleFor(c => c.Channel).IsInEnum().WithMessage("Please choose how you found this person.");
            RuleFor(c => c.Channel).NotNull().When(c => c.OpeningId is not null && string.IsNullOrWhiteSpace(c.Employee)).WithMessage("Please choose how you found this person.");
        }
    }

    internal sealed class Finder(TalentHubDb db, Viewer viewer) : IRequestHandler<Known, Person?>
    {
        public async Task<Person?> Handle(Known query, CancellationToken ct)
        {
            if (string.IsNullOrWhiteSpace(query.Email)) return null;
            var address = query.Email.Trim().ToLowerInvariant();
            return await db.Candidates.VisibleTo(db, viewer).Where(c => c.Email == address).Select(c => new Person(c.Id, c.Name)).SingleOrDefaultAsync(ct);
        }
    }

    internal sealed class Writer(TalentHubDb db, Viewer viewer, TimeProvider clock) : IRequestHandler<Command, Added>
    {
        private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

        public async Task<Added> Handle(Command command, CancellationToken ct)
        {
            var known = new KnownPeople(db, viewer);
            Rule.Holds(command.OpeningId is not null || viewer.Is(Role.Hr), "opening-needed", "Choose the opening this person applies for.", nameof(command.OpeningId));
            await known.CheckAddress(command.Email, null, ct);
            var candidate = new Candidate(command.Name!, command.Email, command.Phone, command.Headline, command.Notes, now);
            var employee = await Insider(command, known, ct);
            if (employee is not null) candidate.LinkTo(employee);
            db.Add(candidate);
            if (command.OpeningId is not { } openingId) return new Added(candidate.Id, null);
            var opening = await db.Openings.WorkableBy(viewer).AsTracking().Include(o => o.Team).SingleOrDefaultAsync(o => o.Id == openingId, ct)
                ?? throw new RuleBroken("opening-unknown", "Choose one of the openings in the list.", nameof(command.OpeningId));
            var application = Application.For(candidate, employee, opening, command.Channel ?? HireChannel.Internal, command.ChannelDetail, DateOnly.FromDateTime(now), now);
            db.Add(application);
            return new Added(candidate.Id, application.Id);
        }

        private async Task<Employee?> Insider(Command command, KnownPeople known, CancellationToken ct)
        {
            if (string.IsNullOrWhiteSpace(command.Employee))
            {
                Rule.Holds(command.Channel != HireChannel.Internal, "insider-unnamed", "Say who they are here: write their employee number or full name.", nameof(command.Employee));
                return null;
            }
            Rule.Holds(viewer.Is(Role.Hr), "insider-by-hr", "Only HR records somebody who works here as a candidate.", nameof(command.Employee));
            var employee = await known.Employee(command.Employee, ct);
            await known.CheckInsider(employee, ct);
            return employee;
        }
    }
}
