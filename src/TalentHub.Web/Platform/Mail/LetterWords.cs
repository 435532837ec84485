using TalentHub.Domain.Mail;

namespace TalentHub.Web.Platform.Mail;

/// <summary>How kinds and states of letters are said on screen.</summary>
public static class LetterWords
{
    public static string Of(LetterKind kind) => kind switch
    {
        LetterKind.PanelInvitation => "Invitation",
        LetterKind.PanelChange => "Change",
        LetterKind.PanelCancellation => "Cancellation",
        LetterKind.ScorecardReminder => "Reminder",
        LetterKind.ScorecardReopened => "Scorecard reopened",
        LetterKind.CandidateDecision => "Decision",
        LetterKind.CandidateInvitation => "Candidate’s invitation",
        LetterKind.CandidateChange => "Candidate’s change",
        _ => "Candidate’s cancellation",
    };

    /// <summary>When it is sent.</summary>
    public static string Occasion(LetterKind kind) => kind switch
    {
        LetterKind.PanelInvitation => "To each interviewer, when they are put on a panel. With a calendar entry.",
        LetterKind.PanelChange => "To each interviewer, when time, place or length changes. Brings their calendar up to date.",
        LetterKind.PanelCancellation => "To each interviewer, when the interview is called off or they are taken off the panel. Removes the calendar entry.",
        LetterKind.ScorecardReminder => "To an interviewer whose scorecard is not in: one hour after the interview’s end, then once a day between nine and six where they are, for two weeks at most.",
        LetterKind.ScorecardReopened => "To the author of a scorecard that HR has reopened.",
        LetterKind.CandidateDecision => "To the candidate, after a decision, written and sent by a person.",
        LetterKind.CandidateInvitation => "To the candidate, and only when whoever plans the interview ticks the box. With a calendar entry.",
        LetterKind.CandidateChange => "To a candidate who was invited, when whoever moves the interview ticks the box.",
        _ => "To a candidate who was invited, when whoever calls the interview off ticks the box.",
    };

    public static string Of(LetterState state) => state switch
    {
        LetterState.Waiting => "on its way",
        LetterState.Sent => "sent",
        LetterState.Undeliverable => "not delivered",
        _ => "not needed any more",
    };

    /// <summary>As a tab says it.</summary>
    public static string Tab(LetterState state) => char.ToUpperInvariant(Of(state)[0]) + Of(state)[1..];

    public static string Tone(LetterState state) => state switch
    {
        LetterState.Sent => "good",
        LetterState.Undeliverable => "bad",
        _ => "neutral",
    };
}
