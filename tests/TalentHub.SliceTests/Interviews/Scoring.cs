using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Interviews;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Features.Interviews;

namespace TalentHub.SliceTests.Interviews;

/// <summary>What every scoring test does: fill a card, read a form as a browser without scripts would, post it.</summary>
public abstract class Scoring : World
{
    protected Task<MyScorecard.View> Card(Guid author, Guid? interview = null) => Send(author, new MyScorecard.Query(interview ?? AmaraInterview));

    /// <summary>A draft as the author's page would send it next.</summary>
    protected async Task<SaveDraft.Command> Draft(Guid author, string evidence = "Named two lost deals.", string rating = "4", Guid? interview = null)
    {
        var form = (await Card(author, interview)).Form;
        form.Sequence++;
        form.Recommendation = Recommendation.Yes;
        foreach (var answer in form.Answers) (answer.Rating, answer.Evidence) = (rating, evidence);
        return form;
    }

    protected static SubmitScorecard.Command Submission(SaveDraft.Command draft) => new()
    {
        Id = draft.Id,
        Version = draft.Version,
        Sequence = draft.Sequence,
        Recommendation = draft.Recommendation,
        Summary = draft.Summary,
        Answers = draft.Answers,
        GeneralEvidence = draft.GeneralEvidence,
        RedFlags = draft.RedFlags,
    };

    protected Task<Guid> IdOf(Guid author, Guid? interview = null) => Db(db => db.Scorecards.Where(s => s.InterviewId == (interview ?? AmaraInterview) && s.AuthorId == author).Select(s => s.Id).SingleAsync());

    protected static async Task<IHtmlDocument> Html(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Every successful control of the form, as a browser posts it.</summary>
    protected static List<KeyValuePair<string, string>> Fields(IHtmlDocument page, string form = "form#card")
    {
        var element = (IHtmlFormElement)page.QuerySelector(form)!;
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var control in element.Elements)
            switch (control)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box when box.IsChecked: fields.Add(new(box.Name!, box.Value)); break;
                case IHtmlInputElement { Type: not ("radio" or "checkbox") } input: fields.Add(new(input.Name!, input.Value)); break;
                case IHtmlTextAreaElement area: fields.Add(new(area.Name!, area.Value)); break;
                case IHtmlSelectElement select: fields.Add(new(select.Name!, select.Value ?? "")); break;
            }
        return fields;
    }

    protected static void Set(List<KeyValuePair<string, string>> fields, string name, string value)
    {
        fields.RemoveAll(f => f.Key == name);
        fields.Add(new(name, value));
    }

    /// <summary>Rates all three questions, with the same words for each, and recommends.</summary>
    protected static void FillIn(List<KeyValuePair<string, string>> fields, string evidence, string rating = "4")
    {
        for (var i = 0; i < 3; i++)
        {
            Set(fields, $"Answers[{i}].Rating", rating);
            Set(fields, $"Answers[{i}].Evidence", evidence);
        }
        Set(fields, "Recommendation", "Yes");
    }

    /// <summary>Opens the page without scripts; the cookie of the form comes along.</summary>
    protected static async Task<(IHtmlDocument Page, List<KeyValuePair<string, string>> Fields)> Open(HttpClient client, string url, string form = "form#card")
    {
        var answer = await client.GetAsync(url);
        answer.EnsureSuccessStatusCode();
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            var kept = client.DefaultRequestHeaders.GetValues("Cookie").Single();
            client.DefaultRequestHeaders.Remove("Cookie");
            client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(c => c.Split(';')[0]).Prepend(kept)));
        }
        var page = await Html(answer);
        return (page, Fields(page, form));
    }

    protected static Task<HttpResponseMessage> Post(HttpClient client, string url, List<KeyValuePair<string, string>> fields) => client.PostAsync(url, new FormUrlEncodedContent(fields));
}
