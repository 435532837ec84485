using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain.Access;
using TalentHub.Domain.Candidates;
using TalentHub.Domain.Evidence;
using TalentHub.Domain.Interviews;
using TalentHub.Domain.Openings;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;
using TalentHub.Seed;

namespace TalentHub.Benchmarks;

/// <summary>Adds to a demo company what a full panel needs: twelve who score at once, and two debriefs of eight raters and forty questions.</summary>
/// <param name="Debrief">As it opens.</param>
/// <param name="Meeting">In the middle of the meeting: with tests, two references, a proposal and all votes.</param>
internal sealed record PanelCompany(Guid Debrief, Guid Meeting, IReadOnlyList<(string Name, Guid Interview)> Seats)
{
    private const int Scorers = 12;
    private const int Raters = 8;
    private const int Questions = 40;

    public static async Task<PanelCompany> Add(string file)
    {
        await using var db = new SqliteDb((DbContextOptions<SqliteDb>)Engines.UseSqlite(new DbContextOptionsBuilder<SqliteDb>(), file).Options);
        (db.Actor, db.Doing) = (Viewer.Console.AccountId, nameof(PanelCompany));
        var now = DateTime.UtcNow;
        // Not somebody who is a candidate: they would be kept out of nothing here, but it is no panel one would have.
        var people = await db.Users.Where(u => u.DemoNote != null && !db.Employees.Any(e => e.AccountId == u.Id && db.Candidates.Any(c => c.EmployeeId == e.Id))).OrderBy(u => u.DisplayName).Take(Scorers).ToListAsync();
        var scoring = await db.RoleGrants.Where(g => g.Role == Role.Interviewer).Select(g => g.AccountId).ToListAsync();
        db.RoleGrants.AddRange(people.Where(p => !scoring.Contains(p.Id)).Select(p => new RoleGrant(p.Id, Role.Interviewer, Viewer.Console.AccountId, now)));
        var version = await db.ProfileVersions.AsTracking().Include(v => v.Competencies).FirstAsync(v => v.State == Domain.Profiles.ProfileState.Published && v.Profile!.Level == RoleLevel.Rep);
        var weighed = version.Competencies.Select(c => c.CompetencyId).ToList();
        var questions = await db.Questions.AsTracking().Where(q => weighed.Contains(q.CompetencyId) && q.ApprovedAt != null && q.RetiredAt == null).OrderBy(q => q.Minutes).ThenBy(q => q.Id).Take(Questions).ToListAsync();
        if (questions.Count < Questions || people.Count < Scorers) throw new InvalidOperationException($"The demo company has {questions.Count} questions of {Questions} and {people.Count} people of {Scorers}.");

        var opening = new Opening("A full panel", null, version, RoleLevel.Rep, false, people[0].Id, DateOnly.FromDateTime(now).AddDays(-30));
        foreach (var person in people.Skip(1)) opening.Join(person.Id, TeamPart.Interviewer);
        var stages = questions.Chunk(10).Select((asked, i) =>
        {
            var stage = opening.AddStage($"Part {i + 1}", StageKind.Panel, 240, [.. asked.Select(q => q.CompetencyId).Distinct()]);
            stage.SetKit(asked, false, now);
            return stage;
        }).ToList();
        opening.Start([]);
        db.Add(opening);
        List<Account> raters = [.. people.Take(Raters)];
        var debrief = Scored(db, opening, stages, raters, "Wanda Wide", now);
        var meeting = Scored(db, opening, stages, raters, "Wilma Wide", now);
        await Discuss(db, meeting, opening, raters, now);
        var seats = people.Chunk(6).SelectMany((panel, i) =>
        {
            var interview = new Interview(Apply(db, opening, $"Scored by Six {i + 1}", now), stages[0], now.AddHours(-1), 240, null, [.. panel.Select(p => p.Id)]);
            db.Add(interview);
            return panel.Select(p => (p.DisplayName, interview.Id));
        }).ToList();
        await db.SaveChangesAsync();
        return new(debrief.Id, meeting.Id, seats);
    }

    private static Application Scored(SqliteDb db, Opening opening, List<Stage> stages, List<Account> raters, string name, DateTime now)
    {
        var application = Apply(db, opening, name, now);
        application.MoveTo(stages[^1], raters[0].Id, now);
        foreach (var stage in stages)
        {
            var interview = new Interview(application, stage, now.AddDays(-1), 240, null, [.. raters.Select(r => r.Id)]);
            db.Add(interview);
            foreach (var card in interview.Scorecards)
            {
                var rater = raters.FindIndex(r => r.Id == card.AuthorId);
                ScorecardEntry[] entries = [.. stage.CurrentKit!.Questions.Select((q, i) => new ScorecardEntry(q.Id, 1 + ((rater + (i * 3)) % 5), false, $"Named the firm, what they asked for and what came of it; the second time without being asked. Case {i}, seen by rater {rater}."))];
                card.Submit(new(rater % 2 == 0 ? Recommendation.Yes : Recommendation.No, $"What they did with advice decides it for rater {rater}.", entries), stage.CurrentKit, now);
            }
        }
        application.OpenIfAllIn(stages, now);
        return application;
    }

    private static async Task Discuss(SqliteDb db, Application application, Opening opening, List<Account> raters, DateTime now)
    {
        var day = DateOnly.FromDateTime(now);
        var competencies = await db.Competencies.AsTracking().Where(c => c.Level == opening.Level).OrderBy(c => c.Name).ToListAsync();
        foreach (var competency in competencies.Take(4)) db.Add(new AssessmentResult(application, competency, opening.Level, new(74, "Northgate", "Work style", day, "Taken at home."), raters[0].Id, now));
        foreach (var referee in new[] { "Helen Ashworth", "Colin Barrett" })
        {
            var check = new ReferenceCheck(application, referee, $"{referee.Split(' ')[0]}@former.example", RefereeRelation.Manager, day, [.. Content.References(opening.Level).Select(q => q.Asked(competencies.ToDictionary(c => c.Name, c => c.Id)))], ReferenceToken.Hash(ReferenceToken.New()), raters[0].Id, now);
            check.Answer(new("2019 to 2023, as their manager.", "Yes, for the same work.", [.. check.Answers.Select(a => new RefereeWord(a.Key, 4, false, "Saw it every week, the last time in a tender they lost."))]), now);
            db.Add(check);
        }
        var proposal = application.Propose(DecisionOutcome.Hire, new Grounds("Two raters saw the role-play end well.", [], null), raters[0].Id, now);
        foreach (var (rater, i) in raters.Select((r, i) => (r, i))) application.CastVote(proposal.Id, i % 3 == 0 ? Stand.Against : Stand.For, "What they did with advice decides it for me.", rater.Id, now);
    }

    private static Application Apply(SqliteDb db, Opening opening, string name, DateTime now)
    {
        var candidate = new Candidate(name, null, null, null, null, now);
        var application = new Application(candidate, opening, HireChannel.Network, null, DateOnly.FromDateTime(now).AddDays(-20), now);
        db.AddRange(candidate, application);
        return application;
    }
}
