using TalentHub.Domain.Candidates;
using TalentHub.Domain.Profiles;
using TalentHub.Domain.QuestionBanks;
using TalentHub.Domain.Values;

namespace TalentHub.Domain.Openings;

/// <summary>Life of an opening.</summary>
public enum OpeningStatus { Draft, Open, Filled, Closed }

/// <summary>A person's part on a hiring team.</summary>
public enum TeamPart { Lead, Interviewer, Coordinator }

/// <summary>A role to fill: profile version, hiring team, preparation, interview plan.</summary>
public sealed class Opening : Entity
{
    private readonly List<TeamMember> team = [];
    private readonly List<PreparationAnswer> preparation = [];
    private readonly List<Stage> stages = [];
    private readonly List<Application> applications = [];

    private Opening() { }

    public Opening(string title, string? location, ProfileVersion version, RoleLevel level, bool confidential, Guid leadId, DateOnly on)
    {
        Rule.Holds(version.State == ProfileState.Published, "profile-not-published", "An opening is made on a published version of a profile.", "ProfileVersionId");
        ProfileVersionId = version.Id;
        Level = level;
        OpenedOn = on;
        Describe(title, location, confidential);
        team.Add(new TeamMember(this, leadId, TeamPart.Lead));
    }

    public string Title { get; private set; } = "";
    public string? Location { get; private set; }
    public RoleLevel Level { get; private set; }
    public Guid ProfileVersionId { get; private set; }
    public ProfileVersion? ProfileVersion { get; private set; }
    public OpeningStatus Status { get; private set; }

    /// <summary>Visible to its team alone.</summary>
    public bool Confidential { get; private set; }

    public DateOnly OpenedOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public IReadOnlyList<TeamMember> Team => team;
    public IReadOnlyList<PreparationAnswer> Preparation => preparation;
    public IReadOnlyList<Stage> Stages => stages;
    public IReadOnlyList<Application> Applications => applications;

    /// <summary>Rewrites title, place and confidentiality.</summary>
    public void Describe(string title, string? location, bool confidential)
    {
        Title = Rule.Text(title, "a title", 120, nameof(Title));
        Location = Rule.OptionalText(location, "the place", 120, nameof(Location));
        Confidential = confidential;
    }

    /// <summary>Adds someone to the hiring team.</summary>
    public void Join(Guid accountId, TeamPart part)
    {
        Rule.Holds(team.All(t => t.AccountId != accountId), "already-on-team", "That person is already on the team.", "AccountId");
        team.Add(new TeamMember(this, accountId, part));
        Touch();
    }

    /// <summary>Takes someone off the hiring team; a lead must remain.</summary>
    public void Leave(Guid accountId)
    {
        var member = team.SingleOrDefault(t => t.AccountId == accountId) ?? throw new NotFound("That team member");
        Rule.Holds(member.Part != TeamPart.Lead || team.Count(t => t.Part == TeamPart.Lead) > 1, "lead-must-remain", "An opening needs a lead. Name another lead first.");
        team.Remove(member);
        Touch();
    }

    /// <summary>Records the answer to a question of the preparation checklist. An unchanged answer keeps who gave it and when.</summary>
    public void Answer(string key, string? text, Guid by, DateTime at)
    {
        var answer = preparation.SingleOrDefault(p => p.Key == key);
        if (answer?.Text == text?.Trim()) return;
        if (string.IsNullOrWhiteSpace(text)) { if (answer is not null) preparation.Remove(answer); }
        else if (answer is null) preparation.Add(new PreparationAnswer(this, key, text, by, at));
        else answer.Rewrite(text, by, at);
        Touch();
    }

    /// <summary>Adds a stage at the end of the plan.</summary>
    public Stage AddStage(string name, StageKind kind, int minutes, IReadOnlyCollection<Guid> competencyIds)
    {
        var stage = new Stage(this, name, kind, minutes, competencyIds, stages.Count == 0 ? 1 : stages.Max(s => s.Order) + 1);
        stages.Add(stage);
        Touch();
        return stage;
    }

    /// <summary>Takes an unused stage out of the plan.</summary>
    public void RemoveStage(Stage stage, bool used)
    {
        Rule.Holds(!used, "stage-used", "Candidates have been through this stage, so it stays in the plan.");
        stages.Remove(stage);
        Touch();
    }

    /// <summary>Moves a stage one place towards the start of the plan, or towards its end. At the edge nothing changes.</summary>
    public void MoveStage(Stage stage, bool earlier)
    {
        var other = earlier
            ? stages.Where(s => s.Order < stage.Order).MaxBy(s => s.Order)
            : stages.Where(s => s.Order > stage.Order).MinBy(s => s.Order);
        if (other is null) return;
        stage.SwapWith(other);
        Touch();
    }

    /// <summary>Starts the search once preparation and plan are complete.</summary>
    /// <param name="checklist">Keys of the preparation questions for this role level.</param>
    public void Start(IReadOnlyCollection<string> checklist)
    {
        Rule.Holds(Status == OpeningStatus.Draft, "opening-started", "This search has already started.");
        var open = checklist.Count(k => preparation.All(p => p.Key != k));
        Rule.Holds(open == 0, "preparation-open", open == 1 ? "One preparation question is still unanswered. Answer it before the first interview." : $"{open} preparation questions are still unanswered. Answer them before the first interview.");
        Rule.Holds(stages.Any(s => s.CurrentKit is not null), "no-kit", "The plan has no kit yet. Add a stage and draw its kit, so that every candidate is asked the same.");
        Status = OpeningStatus.Open;
        Touch();
    }

    /// <summary>The hire is made.</summary>
    public void Fill(DateOnly on) => End(OpeningStatus.Filled, on);

    /// <summary>The search ends without a hire.</summary>
    public void CloseWithoutHire(DateOnly on) => End(OpeningStatus.Closed, on);

    /// <summary>The search goes on: the hire that filled it was taken back.</summary>
    public void Reopen()
    {
        Rule.Holds(Status == OpeningStatus.Filled, "opening-not-filled", "This opening is not filled, so there is nothing to reopen.");
        (Status, ClosedOn) = (OpeningStatus.Open, null);
        Touch();
    }

    private void End(OpeningStatus status, DateOnly on)
    {
        Rule.Holds(Status is OpeningStatus.Draft or OpeningStatus.Open, "opening-ended", "This opening has already ended.");
        (Status, ClosedOn) = (status, on);
        Touch();
    }
}

/// <summary>Someone on a hiring team.</summary>
public sealed class TeamMember : Entity, IInOpening
{
    private TeamMember() { }

    internal TeamMember(Opening opening, Guid accountId, TeamPart part) => (OpeningId, AccountId, Part) = (opening.Id, accountId, part);

    public Guid OpeningId { get; private set; }
    public Opening? Opening { get; private set; }
    public Guid AccountId { get; private set; }
    public TeamPart Part { get; private set; }
}

/// <summary>An answer on the preparation checklist.</summary>
public sealed class PreparationAnswer : Entity, IInOpening
{
    private PreparationAnswer() { }

    internal PreparationAnswer(Opening opening, string key, string text, Guid by, DateTime at)
    {
        (OpeningId, Key) = (opening.Id, key);
        Rewrite(text, by, at);
    }

    public Guid OpeningId { get; private set; }

    /// <summary>Which question of the checklist (content/preparation.json).</summary>
    public string Key { get; private set; } = "";

    public string Text { get; private set; } = "";
    public Guid By { get; private set; }
    public DateTime At { get; private set; }

    internal void Rewrite(string text, Guid by, DateTime at) =>
        (Text, By, At) = (Rule.Text(text, "an answer", 2000, Key), by, at);
}
