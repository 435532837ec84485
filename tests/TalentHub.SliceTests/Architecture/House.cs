using System.Reflection;
using System.Text.RegularExpressions;

namespace TalentHub.SliceTests.Architecture;

/// <summary>The rules of the house, each as a function from what is there to what is wrong, so that a planted violation can be put in.</summary>
internal static partial class House
{
    /// <summary>The repository's root: the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A source file: its path from the root, with slashes, and its text.</summary>
    public sealed record Source(string Path, string Text);

    public static IEnumerable<Source> Sources(string under, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Root, under), pattern, SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Where(f => !f.Contains("/bin/") && !f.Contains("/obj/"))
        .Select(f => new Source(f, File.ReadAllText(Path.Combine(Root, f))));

    /// <summary>Areas under Features link by address and meet in the domain.</summary>
    public static IEnumerable<string> AreasThatReferToOthers(IEnumerable<Source> sources)
    {
        foreach (var source in sources)
        {
            var own = source.Path.Split('/')[3];
            foreach (Match match in FeatureName().Matches(source.Text))
                if (match.Groups[1].Value != own)
                    yield return $"{source.Path} refers to {match.Value}";
        }
    }

    /// <summary>A page model is given the mediator and nothing else.</summary>
    public static IEnumerable<string> PageModelsGivenMore(IEnumerable<Type> types) =>
        from type in types
        where typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel).IsAssignableFrom(type) && !type.IsAbstract
        from parameter in type.GetConstructors().SelectMany(c => c.GetParameters())
        where parameter.ParameterType != typeof(MediatR.IMediator)
        select $"{type.Name} is given {parameter.ParameterType.Name}";

    /// <summary>Only the pipeline saves.</summary>
    public static IEnumerable<string> FilesThatSave(IEnumerable<Source> sources) =>
        from source in sources
        where source.Text.Contains("SaveChanges", StringComparison.Ordinal)
        select source.Path;

    /// <summary>Time comes from TimeProvider.</summary>
    public static IEnumerable<string> FilesThatReadTheMachineClock(IEnumerable<Source> sources) =>
        from source in sources
        where MachineClock().IsMatch(source.Text)
        select source.Path;

    /// <summary>A handler stays under about 60 lines and a file under about 200.</summary>
    public static IEnumerable<string> FilesThatAreTooLong(IEnumerable<Source> sources, int most) =>
        from source in sources
        let lines = source.Text.Count(c => c == '\n')
        where lines > most
        select $"{source.Path} has {lines} lines";

    /// <summary>Entities change through verbs: no public setter.</summary>
    public static IEnumerable<string> PublicSetters(IEnumerable<Type> types) =>
        from type in types
        where typeof(Domain.Entity).IsAssignableFrom(type)
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where property.SetMethod is { IsPublic: true }
        select $"{type.Name}.{property.Name}";

    /// <summary>Every slice has its test: each request type is named somewhere in the tests, or its page's folder has tests.</summary>
    public static IEnumerable<string> RequestsWithoutTests(IEnumerable<Type> requests, string allTests) =>
        from request in requests
        let slice = request.DeclaringType?.Name ?? request.Name
        where !Regex.IsMatch(allTests, $@"\b{Regex.Escape(slice)}\b")
        select slice;

    /// <summary>Insights has queries only.</summary>
    public static IEnumerable<string> Commands(IEnumerable<Type> requests, string area) =>
        from request in requests
        where request.Namespace!.Contains($".Features.{area}") && request.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(Web.Platform.Pipeline.ICommand<>))
        select request.FullName;

    /// <summary>What the content security policy would refuse, or the page would do unescaped.</summary>
    public static IEnumerable<string> UnsafeMarkup(IEnumerable<Source> views) =>
        from view in views
        where InlineCode().IsMatch(view.Text)
        select view.Path;

    [GeneratedRegex(@"TalentHub\.Web\.Features\.(\w+)")]
    private static partial Regex FeatureName();

    [GeneratedRegex(@"DateTime(Offset)?\.(Now|UtcNow|Today)")]
    private static partial Regex MachineClock();

    [GeneratedRegex(@"\sstyle=""|\son(click|change|submit|load|input)=|Html\.Raw")]
    private static partial Regex InlineCode();

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "TalentHub.sln"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("TalentHub.sln was not found above the tests.");
    }
}
