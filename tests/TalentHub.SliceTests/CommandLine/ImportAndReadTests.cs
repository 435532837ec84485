using System.Text.Json;
using TalentHub.SliceTests.Insights;
using TalentHub.Web.Platform.CommandLine;
using Xunit.Abstractions;

namespace TalentHub.SliceTests.CommandLine;

/// <summary>The console is one for the whole process, so whoever redirects it runs alone.</summary>
[CollectionDefinition(nameof(ConsoleAlone), DisableParallelization = true)]
public sealed class ConsoleAlone;

[Collection(nameof(ConsoleAlone))]
public sealed class ImportAndReadTests(ITestOutputHelper output) : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("talenthub-verbs-").FullName;

    [Fact]
    public async Task The_verbs_say_what_R_says_of_the_real_file()
    {
        if (RetentionAnswers.Folder() is not { } folder)
        {
            output.WriteLine("Not run: the folder ../shared/data, which holds the reference, is not on this machine.");
            return;
        }
        var imported = await Run("import", "employees", Path.Combine(folder, "employees.csv"), "--as-of", "2026-06-30", "--data", directory);
        Assert.Equal((0, "1,129 employees imported, 571 of whom left", ""), imported);

        var read = await Run("insights", "retention", "--by", "hireChannel", "--json", "--data", directory);
        Assert.Equal(0, read.Code);
        RetentionAnswers.Same(JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "expected-retention.json"))).RootElement, JsonDocument.Parse(read.Out).RootElement);
    }

    [Fact]
    public async Task A_small_file_is_imported_once_and_read_as_a_table()
    {
        var file = Write(RetentionAnswers.Small);
        Assert.Equal((0, "10 employees imported, 5 of whom left", ""), await Run("import", "employees", file, "--as-of", "2026-06-30", "--data", directory));

        var again = await Run("import", "employees", file, "--as-of", "2026-06-30", "--data", directory);
        Assert.Equal((1, ""), (again.Code, again.Out));
        Assert.Equal(10, again.Error.Split('\n').Length);
        Assert.StartsWith("Row 2: employee A1 is already here.", again.Error);

        var table = await Run("insights", "retention", "--by", "job_family", "--data", directory);
        Assert.Equal(0, table.Code);
        Assert.Contains("Sales, inside", table.Out);
        Assert.Contains("Log-rank test: chi-square", table.Out);

        var unknown = await Run("insights", "retention", "--by", "shoe_size", "--json", "--data", directory);
        Assert.Equal((1, "", "Hires cannot be compared by “shoe_size”. Choose one of: hireChannel, job_family."), unknown);
    }

    [Fact]
    public async Task Wrong_words_and_wrong_files_end_with_a_sentence()
    {
        var (code, _, error) = await Run("import", "employees", Write(RetentionAnswers.Small), "--as-of", "June", "--data", directory);
        Assert.Equal(2, code);
        Assert.Contains("“June” is not a date. Please write it as 2026-06-30.", error);

        (code, _, error) = await Run("import", "employees", Path.Combine(directory, "nowhere.csv"), "--as-of", "2026-06-30", "--data", directory);
        Assert.Equal(1, code);
        Assert.Contains("nowhere.csv", error);

        (code, _, error) = await Run("import", "employees", Write("a\0b"), "--as-of", "2026-06-30", "--data", directory);
        Assert.Equal((1, "This is not a text file. Please save the sheet as CSV and choose that file."), (code, error));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private string Write(string text)
    {
        var file = Path.Combine(directory, "people.csv");
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Code, string Out, string Error)> Run(params string[] args)
    {
        var (standardOut, standardError) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        try
        {
            Console.SetOut(said);
            Console.SetError(complained);
            var code = await Verbs.Run(args);
            return (code, said.ToString().Trim(), complained.ToString().Trim());
        }
        finally
        {
            Console.SetOut(standardOut);
            Console.SetError(standardError);
        }
    }
}
