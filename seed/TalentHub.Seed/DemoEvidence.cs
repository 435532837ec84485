using TalentHub.Domain.Candidates;
using TalentHub.Domain.Evidence;

namespace TalentHub.Seed;

/// <summary>What tests and referees say of a few candidates: some in, one still asked for, one test result that had to be put right.</summary>
internal sealed class DemoEvidence(Demo demo)
{
    private const string Vendor = "Northgate Assessments";

    private static readonly (int? Score, string Words)[] ElenaManager =
    [
        (5, "Every Sunday evening I got a page: what Elena wanted to learn on Monday, and what to ask for at the end."),
        (4, "Nearly always with a date. With the large accounts somebody on their side had something to bring."),
        (3, "After we lost the refinery, there was a quiet week. Then the calls were back where they had been."),
        (2, "I advised twice to bring the technician in earlier. It was agreed to each time and done once."),
        (4, "I took over two of the accounts and knew what had been promised. The bad news was in there too."),
        (4, "Gave a discount once in three years, and got the service contract for it."),
        (null, ""),
    ];

    private static readonly (int? Score, string Words)[] ElenaCustomer =
    [
        (4, "Came with our own figures on rejects and asked what they cost us. Nobody had before."),
        (5, "I always had something to do afterwards, usually get our maintenance planner to the next meeting."),
        (null, ""),
        (null, ""),
        (null, ""),
        (5, "I asked for ten per cent. The answer was a question: which of the three sensors we could do without."),
        (null, ""),
    ];

    private static readonly (int? Score, string Words)[] SelmaPeer =
    [
        (5, "The five managers ran their regions. In the worst quarter of the year Selma asked them for their plan and kept to it."),
        (4, "The partner channel was started two years before it earned anything, and survived a cost round."),
        (3, "One manager struggled for too long in my view. Then there was a clear talk, a date, and a fair ending."),
        (4, "Brought the notes of thirty customer visits to the first product meeting. We dropped two functions because of them."),
        (4, "We disagreed on the service price. Selma came to my office before the meeting, not after it."),
        (5, "The board heard of the missed quarter from Selma, six weeks ahead, with the reasons on one page."),
        (null, ""),
    ];

    public static void Fill(Demo demo)
    {
        var evidence = new DemoEvidence(demo);
        evidence.Ready();
        evidence.Finalists();
        evidence.Asked();
    }

    private void Ready()
    {
        var (elena, declan, by) = (Of("Elena Petrova"), Of("Declan Moore"), demo.Accounts.Midlands);
        var first = Tested(elena, "reads-the-business", 68, "Business reasoning, short form", -20, by, "Against 1,200 people in technical sales.");
        first.Correct(new(71, Vendor, first.Test, first.TakenOn, first.Note), "A digit was read wrongly off the report.", by, demo.At(-18, 10));
        Tested(elena, "keeps-true-records", 44, "Work style inventory", -20, by, null);
        Tested(declan, "reads-the-business", 83, "Business reasoning, short form", -19, by, "Against 1,200 people in technical sales.");
        Tested(declan, "keeps-true-records", 61, "Work style inventory", -19, by, null);
        Answered(elena, "Helen Ashworth", RefereeRelation.Manager, by, -14, "March 2019 to June 2023", "In field sales with a territory of their own, tomorrow. Not in a team that shares accounts.", ElenaManager);
        Answered(elena, "Martin Kowalczyk", RefereeRelation.Customer, by, -13, "2020 until now", "As our seller, in any territory that has us in it.", ElenaCustomer);
    }

    private void Finalists()
    {
        var (selma, priya, by) = (Of("Selma Whitlock"), Of("Priya Anand"), demo.Accounts.Hr);
        Tested(selma, "plans-beyond-the-year", 77, "Executive case, half a day", -22, by, "Assessed by two of the vendor's psychologists.");
        Tested(priya, "plans-beyond-the-year", 81, "Executive case, half a day", -21, by, "Assessed by two of the vendor's psychologists.");
        Answered(selma, "Oliver Strand", RefereeRelation.Peer, by, -12, "2018 to 2024, on the same executive team", "As head of sales in a company that lets the role plan beyond the quarter. I would join.", SelmaPeer);
    }

    /// <summary>Amara agreed, and a former manager has the link since the day before yesterday.</summary>
    private void Asked() => Ask(Of("Amara Osei"), "Colin Barrett", RefereeRelation.Manager, demo.Accounts.North, demo.Past(demo.At(-2, 16)));

    private Application Of(string candidate) => demo.Db.Applications.Local.Single(a => a.Candidate!.Name == candidate);

    private AssessmentResult Tested(Application application, string competency, int percentile, string test, int offset, Guid by, string? note)
    {
        var about = demo.Library.Competencies[competency];
        var result = new AssessmentResult(application, about, about.Level, new(percentile, Vendor, test, demo.Day(offset), note), by, demo.At(offset + 1, 9));
        demo.Db.Add(result);
        return result;
    }

    private void Answered(Application application, string referee, RefereeRelation relation, Guid by, int offset, string overlap, string again, (int? Score, string Words)[] said)
    {
        var check = Ask(application, referee, relation, by, demo.At(offset, 10));
        check.Answer(new(overlap, again, [.. check.Answers.Zip(said, (asked, words) => new RefereeWord(asked.Key, words.Score, words.Score is null, words.Words))]), demo.At(offset + 3, 19, 40));
    }

    private ReferenceCheck Ask(Application application, string referee, RefereeRelation relation, Guid by, DateTime at)
    {
        var level = demo.Db.Openings.Local.Single(o => o.Id == application.OpeningId).Level;
        var competencies = demo.Library.Competencies.Values.Where(c => c.Level == level).ToDictionary(c => c.Name, c => c.Id);
        var check = new ReferenceCheck(application, referee, Demo.Address(referee, "former.example"), relation, DateOnly.FromDateTime(at), [.. Content.References(level).Select(q => q.Asked(competencies))], ReferenceToken.Hash(ReferenceToken.New()), by, at);
        demo.Db.Add(check);
        return check;
    }
}
