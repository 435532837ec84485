using TalentHub.Domain;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.SliceTests.Architecture;

/// <summary>Holds the house to its rules. Beside each stands a planted violation, which shows that the check can fail.</summary>
[Trait("Category", "AnyEngine")]
public sealed class HouseTests
{
    private static readonly Type[] Web = typeof(Program).Assembly.GetTypes();
    private static readonly Type[] InDomain = typeof(Entity).Assembly.GetTypes();

    [Fact]
    public void Areas_do_not_refer_to_one_another()
    {
        Assert.Empty(House.AreasThatReferToOthers(House.Sources("src/TalentHub.Web/Features", "*.cs").Concat(House.Sources("src/TalentHub.Web/Features", "*.cshtml")).Where(s => s.Path.Count(c => c == '/') > 3)));
        Assert.NotEmpty(House.AreasThatReferToOthers([new("src/TalentHub.Web/Features/Ramp/X.cs", "using TalentHub.Web.Features.Exits;")]));
    }

    [Fact]
    public void Page_models_are_given_the_mediator_alone()
    {
        Assert.Empty(House.PageModelsGivenMore(Web));
        Assert.NotEmpty(House.PageModelsGivenMore([typeof(GreedyPage)]));
    }

    [Fact]
    public void Only_the_pipeline_saves()
    {
        Assert.Empty(House.FilesThatSave(House.Sources("src/TalentHub.Web/Features", "*.cs")));
        Assert.NotEmpty(House.FilesThatSave([new("src/TalentHub.Web/Features/Ramp/X.cs", "await db.SaveChangesAsync();")]));
    }

    [Fact]
    public void Time_comes_from_the_time_provider()
    {
        Assert.Empty(House.FilesThatReadTheMachineClock(House.Sources("src", "*.cs").Concat(House.Sources("seed", "*.cs")).Where(s => !s.Path.Contains("/Migrations/"))));
        Assert.NotEmpty(House.FilesThatReadTheMachineClock([new("x.cs", "var now = DateTime.UtcNow;")]));
    }

    [Fact]
    public void Files_stay_readable()
    {
        Assert.Empty(House.FilesThatAreTooLong(House.Sources("src", "*.cs").Concat(House.Sources("seed", "*.cs")).Where(s => !s.Path.Contains("/Migrations/")), 250));
        Assert.NotEmpty(House.FilesThatAreTooLong([new("x.cs", new string('\n', 251))], 250));
    }

    [Fact]
    public void Entities_have_no_public_setters()
    {
        Assert.Empty(House.PublicSetters(InDomain));
        Assert.NotEmpty(House.PublicSetters([typeof(LooseEntity)]));
    }

    [Fact]
    public void Every_slice_is_tested()
    {
        var tests = string.Join('\n', House.Sources("tests/TalentHub.SliceTests", "*.cs").Select(s => s.Text));
        Assert.Empty(House.RequestsWithoutTests(Pipeline.Requests(typeof(Program).Assembly), tests).Distinct().Order());
        Assert.NotEmpty(House.RequestsWithoutTests([typeof(BareRequest)], "no mention"));
    }

    [Fact]
    public void Every_request_states_its_right()
    {
        Pipeline.CheckEveryRequestHasARight(typeof(Program).Assembly);
        var failure = Assert.Throws<InvalidOperationException>(() => Pipeline.CheckEveryRequestHasARight(typeof(HouseTests).Assembly));
        Assert.Contains(nameof(BareRequest), failure.Message);
    }

    [Fact]
    public void Insights_only_reads()
    {
        var requests = Pipeline.Requests(typeof(Program).Assembly).ToList();
        Assert.Empty(House.Commands(requests, "Insights"));
        Assert.NotEmpty(House.Commands([typeof(Features.Insights.WritingRequest)], "Insights"));
    }

    [Fact]
    public void Pages_hold_no_inline_code_or_style()
    {
        Assert.Empty(House.UnsafeMarkup(House.Sources("src/TalentHub.Web", "*.cshtml").Where(v => !v.Path.Contains("/artifacts/"))));
        Assert.NotEmpty(House.UnsafeMarkup([new("x.cshtml", "<p style=\"color:red\">")]));
    }

    [Fact]
    public void References_run_one_way()
    {
        Assert.Empty(UnexpectedReferences(typeof(TalentHub.Science.Estimate).Assembly, []));
        Assert.Empty(UnexpectedReferences(typeof(Entity).Assembly, ["TalentHub.Science"]));
        Assert.Empty(UnexpectedReferences(typeof(TalentHub.Data.TalentHubDb).Assembly, ["TalentHub.Domain", "TalentHub.Science"]));
        Assert.Empty(UnexpectedReferences(typeof(global::TalentHub.Seed.Content).Assembly, ["TalentHub.Data", "TalentHub.Domain", "TalentHub.Science"]));
        Assert.NotEmpty(UnexpectedReferences(typeof(TalentHub.Data.TalentHubDb).Assembly, []));
    }

    private static IEnumerable<string> UnexpectedReferences(System.Reflection.Assembly assembly, string[] allowed) => assembly.GetReferencedAssemblies()
        .Select(a => a.Name!).Where(n => n.StartsWith("TalentHub.", StringComparison.Ordinal) && !allowed.Contains(n));

    private sealed class GreedyPage(TimeProvider clock) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
    {
        public TimeProvider Clock => clock;
    }

    private sealed class LooseEntity : Entity
    {
        public string Name { get; set; } = "";
    }

    private sealed record BareRequest : IQuery<int>;
}
