using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Candidates;

/// <summary>One person: who they are, what they applied for, and which interviews they had.</summary>
public static class ShowCandidate
{
    [Requires(Right.ReadCandidates)]
    public sealed record Query(Guid Id) : IQuery<File>;

    /// <summary>What is on file about a person, as far as the viewer reaches.</summary>
    /// <param name="Id">Of the candidate.</param>
    /// <param name="Name">As they write it.</param>
    /// <param name="Email">E-mail address.</param>
    /// <param name="Phone">Telephone number.</param>
    /// <param name="Headline">Present role and company.</param>
    /// <param name="Notes">Free text.</param>
    /// <param name="AddedAt">When first recorded, UTC.</param>
    /// <param name="Internal">Works here.</param>
    /// <param name="MayEdit">Whether the viewer may rewrite the details.</param>
    /// <param name="Applications">In reach, the last moved first.</param>
    public sealed record File(Guid Id, string Name, string? Email, string? Phone, string? Headline, string? Notes, DateTime AddedAt, bool Internal, bool MayEdit, IReadOnlyList<Card> Applications);

    /// <summary>One application.</summary>
    /// <param name="Id">Of the application.</param>
    /// <param name="OpeningId">Of the opening applied for.</param>
    /// <param name="Opening">Title of the opening.</param>
    /// <param name="State">Active, hired, rejected or withdrawn.</param>
    /// <param name="StageId">The stage reached; none while the application is new.</param>
    /// <param name="Channel">How the person was found.</param>
    /// <param name="ChannelDetail">Where exactly.</param>
    /// <param name="AppliedOn">Day of the application.</param>
    /// <param name="MovedAt">When it last moved, UTC.</param>
    /// <param name="Stages">The opening's plan, in order.</param>
    /// <param name="Interviews">Planned and held, in order of time.</param>
    public sealed record Card(Guid Id, Guid OpeningId, string Opening, ApplicationState State, Guid? StageId, HireChannel Channel, string? ChannelDetail, DateOnly AppliedOn, DateTime MovedAt, IReadOnlyList<Step> Stages, IReadOnlyList<Meeting> Interviews);

    /// <summary>A stage of the plan.</summary>
    /// <param name="Id">Of the stage.</param>
    /// <param name="Name">As the plan calls it.</param>
    public sealed record Step(Guid Id, string Name);

    /// <summary>One interview.</summary>
    /// <param name="Id">Of the interview.</param>
    /// <param name="Stage">Name of its stage.</param>
    /// <param name="StartsAt">Beginning, UTC.</param>
    /// <param name="Minutes">Length in minutes.</param>
    /// <param name="Place">Room or link.</param>
    /// <param name="Cancelled">Will not take place.</param>
    /// <param name="Panel">Who interviews.</param>
    public sealed record Meeting(Guid Id, string Stage, DateTime StartsAt, int Minutes, string? Place, bool Cancelled, IReadOnlyList<Panellist> Panel)
    {
        /// <summary>The reader's time zone.</summary>
        public string Zone { get; init; } = Zones.Utc;

        /// <summary>"24 Nov 2026, 14:00", where the reader is.</summary>
        public string Begins => Zones.FromUtc(StartsAt, Zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>One interviewer of a panel.</summary>
    /// <param name="AccountId">Their account.</param>
    /// <param name="Name">As shown on screen.</param>
    /// <param name="Submitted">That their scorecard is in, never what it says; not told to fellow interviewers.</param>
    public sealed record Panellist(Guid AccountId, string Name, bool? Submitted);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, File>
    {
        public async Task<File> Handle(Query query, CancellationToken ct)
        {
            var workable = db.Candidates.WorkableBy(db, viewer);
            var worker = viewer.May(Right.WorkCandidates);
            var head = await db.Candidates.VisibleTo(db, viewer).Where(c => c.Id == query.Id)
                .Select(c => new { c.Name, c.Email, c.Phone, c.Headline, c.Notes, c.AddedAt, Internal = c.EmployeeId != null, MayEdit = worker && workable.Any(w => w.Id == c.Id) })
                .SingleOrDefaultAsync(ct) ?? throw new NotFound("That candidate");
            var applications = await db.Applications.VisibleTo(viewer).Where(a => a.CandidateId == query.Id).OrderByDescending(a => a.MovedAt).ThenBy(a => a.Id)
                .Select(a => new { a.Id, a.OpeningId, Opening = a.Opening!.Title, a.State, a.StageId, a.Channel, a.ChannelDetail, a.AppliedOn, a.MovedAt }).ToListAsync(ct);
            var openings = applications.Select(a => a.OpeningId).ToArray();
            var stages = await db.Stages.Where(s => openings.Contains(s.OpeningId)).OrderBy(s => s.Order).Select(s => new { s.OpeningId, s.Id, s.Name }).ToListAsync(ct);
            var meetings = await new Meetings(db, viewer).Of([.. applications.Select(a => a.Id)], ct);
            return new File(query.Id, head.Name, head.Email, head.Phone, head.Headline, head.Notes, head.AddedAt, head.Internal, head.MayEdit,
                [.. applications.Select(a => new Card(a.Id, a.OpeningId, a.Opening, a.State, a.StageId, a.Channel, a.ChannelDetail, a.AppliedOn, a.MovedAt,
                    [.. stages.Where(s => s.OpeningId == a.OpeningId).Select(s => new Step(s.Id, s.Name))], [.. meetings[a.Id]]))]);
        }
    }

    /// <summary>Interviews with their panels, in two commands.</summary>
    internal sealed class Meetings(TalentHubDb db, Viewer viewer)
    {
        /// <param name="applications">Applications the viewer has been found to reach.</param>
        public async Task<ILookup<Guid, Meeting>> Of(Guid[] applications, CancellationToken ct)
        {
            var me = viewer.AccountId;
            var workable = db.Applications.WorkableBy(viewer);
            var meetings = await db.Interviews.Where(i => applications.Contains(i.ApplicationId)).OrderBy(i => i.StartsAt).Select(i => new { i.Id, i.ApplicationId, Stage = i.Stage!.Name, i.StartsAt, i.Minutes, i.Place, i.State }).ToListAsync(ct);
            if (meetings.Count == 0) return Enumerable.Empty<Meeting>().ToLookup(_ => Guid.Empty);
            var panel = await (
                from card in db.Scorecards.Where(s => applications.Contains(s.ApplicationId))
                join account in db.Users on card.AuthorId equals account.Id
                orderby account.DisplayName
                select new
                {
                    card.InterviewId,
                    account.Id,
                    account.DisplayName,
                    Submitted = card.AuthorId == me || workable.Any(a => a.Id == card.ApplicationId) ? card.SubmittedAt != null : (bool?)null,
                }).ToListAsync(ct);
            var seats = panel.ToLookup(p => p.InterviewId, p => new Panellist(p.Id, p.DisplayName, p.Submitted));
            return meetings.ToLookup(m => m.ApplicationId, m => new Meeting(m.Id, m.Stage, m.StartsAt, m.Minutes, m.Place, m.State == InterviewState.Cancelled, [.. seats[m.Id]]) { Zone = viewer.Zone });
        }
    }
}
