using System.Text.RegularExpressions;

namespace TalentHub.Benchmarks;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    /// <summary>A file named from the root of the repository: `dotnet run` starts a web project in the project's own directory.</summary>
    public static string Find(string file)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "TalentHub.sln"))) at = at.Parent ?? throw new DirectoryNotFoundException("The benchmarks run from the repository they were built in.");
        return Path.Combine(at.FullName, file);
    }

    /// <summary>Puts a table where a document says `<!-- mark -->` … `<!-- /mark -->`.</summary>
    public static async Task Write(string file, string mark, string table)
    {
        var at = Find(file);
        var between = new Regex($"<!-- {mark} -->.*<!-- /{mark} -->", RegexOptions.Singleline);
        await File.WriteAllTextAsync(at, between.Replace(await File.ReadAllTextAsync(at), _ => $"<!-- {mark} -->\n{table.TrimEnd()}\n<!-- /{mark} -->"));
    }
}
