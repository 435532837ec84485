using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Visibility;
using TalentHub.Domain.Access;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Mail;
using TalentHub.Domain.Values;
using TalentHub.Web.Platform.Mail;

namespace TalentHub.Web.Features.Interviews;

/// <summary>
/// Writes the letters an interview calls for, each with its calendar entry. Other people see calendars and lock screens: of an insider, and of a
/// confidential search, a letter says neither name nor title; both are a click away.
/// </summary>
internal sealed class InterviewPost(TalentHubDb db, Viewer viewer, Outbox outbox, IMail mail, TimeProvider clock)
{
    private sealed record Person(Guid Id, string Name, string Address, string Zone);

    /// <param name="Discreet">An insider, or a confidential search.</param>
    private sealed record Facts(Interview Interview, string Opening, string Stage, string Candidate, string? CandidateAddress, bool Discreet, IReadOnlyList<Person> People)
    {
        public IEnumerable<Person> Panel => People.Where(p => Interview.Scorecards.Any(s => s.AuthorId == p.Id && s.WaivedAt is null));
    }

    /// <summary>To these interviewers; an interview may be planned, moved and called off before its first letter has left.</summary>
    public async Task ToPanel(Interview interview, LetterKind kind, IReadOnlyCollection<Guid> to, CancellationToken ct)
    {
        if (to.Count == 0) return;
        var facts = await Read(interview, to, ct);
        var template = await outbox.Template(kind, ct);
        foreach (var person in facts.People.Where(p => to.Contains(p.Id)))
        {
            var values = Values(facts, person.Name, person.Zone);
            values["candidate"] = facts.Discreet ? "a candidate" : facts.Candidate;
            values["opening"] = facts.Discreet ? "a confidential search" : facts.Opening;
            values[Placeholders.Link] = $"{mail.SiteAddress}/interviews/{interview.Id}/scorecard";
            var summary = facts.Discreet ? $"Interview: {facts.Stage}" : $"Interview: {facts.Candidate}, {facts.Stage}";
            Post(facts, kind, new Addressee(person.Id, null, person.Name, person.Address), Filled(template, values), summary, values[Placeholders.Link]);
        }
    }

    /// <summary>To the candidate, because somebody said so. Without an address, or signed by nobody, nothing is sent.</summary>
    public async Task ToCandidate(Interview interview, LetterKind kind, CancellationToken ct)
    {
        var facts = await Read(interview, [], ct);
        if (facts.CandidateAddress is not { } address) return;
        var values = Values(facts, facts.Candidate, interview.Zone);
        values["opening"] = facts.Opening;
        var to = new Addressee(null, interview.CandidateId, facts.Candidate, address);
        Post(facts, kind, to, Filled(await outbox.Template(kind, ct), values), $"Interview: {facts.Opening}", null);
        if (kind == LetterKind.CandidateInvitation) interview.InviteCandidate(clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>The calendar entry as it stands, for whoever fetches it by hand.</summary>
    public async Task<string> Entry(Interview interview, CancellationToken ct)
    {
        var facts = await Read(interview, [viewer.AccountId], ct);
        var summary = facts.Discreet ? $"Interview: {facts.Stage}" : $"Interview: {facts.Candidate}, {facts.Stage}";
        var method = interview.State == InterviewState.Cancelled ? CalendarFile.Cancel : CalendarFile.Publish;
        var link = $"{mail.SiteAddress}/interviews/{interview.Id}/scorecard";
        return CalendarFile.Write(Of(facts, summary, link, $"interview-{interview.Id:N}", link, []), method);
    }

    private void Post(Facts facts, LetterKind kind, Addressee to, TemplateText words, string summary, string? link)
    {
        var i = facts.Interview;
        var about = new LetterAbout(i.OpeningId, i.ApplicationId, i.Id);
        if (kind == LetterKind.ScorecardReopened)
        {
            outbox.Post(kind, $"{kind}:{i.Id:N}:{to.AccountId:N}:{clock.GetUtcNow():O}", to, about, new LetterContent(words.Subject, words.Text, ReplyTo: Sender(facts)?.Address));
            return;
        }
        var method = kind is LetterKind.PanelCancellation or LetterKind.CandidateCancellation ? CalendarFile.Cancel : CalendarFile.Request;
        var uid = to.CandidateId is null ? $"interview-{i.Id:N}" : $"meeting-{i.Id:N}";
        var entry = Of(facts, summary, words.Text, uid, link, [new CalendarPerson(to.Name, to.Address)]);
        var content = new LetterContent(words.Subject, words.Text, CalendarFile.Write(entry, method), method, Sender(facts)?.Address);
        // The interview's version tells two changes apart that its calendar entry does not, such as somebody taken off a panel.
        outbox.Post(kind, $"{kind}:{i.Id:N}:{i.Version}:{to.AccountId ?? to.CandidateId:N}", to, about, content);
    }

    private CalendarEntry Of(Facts facts, string summary, string description, string uid, string? link, IReadOnlyList<CalendarPerson> to)
    {
        var i = facts.Interview;
        var from = Sender(facts) is { } sender ? new CalendarPerson(sender.Name, sender.Address) : new CalendarPerson("TalentHub", "talenthub@localhost");
        return new CalendarEntry($"{uid}@{new Uri(mail.SiteAddress).Host}", i.Sequence, i.StartsAt, i.Minutes, summary, description, i.Place, link, from, to, clock.GetUtcNow().UtcDateTime);
    }

    private Person? Sender(Facts facts) => facts.People.FirstOrDefault(p => p.Id == viewer.AccountId);

    private Dictionary<string, string> Values(Facts facts, string recipient, string zone) => new()
    {
        ["recipient"] = recipient.Split(' ')[0],
        ["stage"] = facts.Stage,
        ["when"] = Said(facts.Interview, zone),
        ["minutes"] = facts.Interview.Minutes.ToString(CultureInfo.InvariantCulture),
        ["place"] = facts.Interview.Place ?? "to be settled",
        ["panel"] = string.Join(", ", facts.Panel.Select(p => p.Name)),
        ["sender"] = viewer.Name,
    };

    internal static TemplateText Filled(TemplateText template, IReadOnlyDictionary<string, string> values) =>
        new(Placeholders.Fill(template.Subject, values), Placeholders.Fill(template.Text, values));

    /// <summary>"Tuesday 24 November 2026, 14:00–14:50 London time".</summary>
    internal static string Said(Interview interview, string zone)
    {
        var (from, to) = (Zones.FromUtc(interview.StartsAt, zone), Zones.FromUtc(interview.EndsAt, zone));
        return string.Create(CultureInfo.InvariantCulture, $"{from:dddd d MMMM yyyy}, {from:HH:mm}–{to:HH:mm} {Zones.Spoken(zone)}");
    }

    private async Task<Facts> Read(Interview interview, IReadOnlyCollection<Guid> to, CancellationToken ct)
    {
        var about = await db.Applications.Where(a => a.Id == interview.ApplicationId)
            .Select(a => new { a.Opening!.Title, a.Opening.Confidential, a.Candidate!.Name, a.Candidate.Email, Internal = a.Candidate.EmployeeId != null }).SingleAsync(ct);
        var stage = await db.Stages.Where(s => s.Id == interview.StageId).Select(s => s.Name).SingleAsync(ct);
        List<Guid> ids = [.. interview.Scorecards.Select(s => s.AuthorId), .. to, viewer.AccountId];
        // Somebody of the panel who has since become a candidate for the same opening hears nothing of it any more (rule 4).
        var candidacies = db.Candidacies().Where(c => c.OpeningId == interview.OpeningId);
        var people = await db.Users.Where(u => ids.Contains(u.Id) && u.Email != null && !candidacies.Any(c => c.AccountId == u.Id)).OrderBy(u => u.DisplayName)
            .Select(u => new Person(u.Id, u.DisplayName, u.Email!, u.Zone ?? Zones.Utc)).ToListAsync(ct);
        return new Facts(interview, about.Title, stage, about.Name, about.Email, about.Internal || about.Confidential, people);
    }
}
