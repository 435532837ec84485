using TalentHub.Benchmarks;

// dotnet run -c Release --project tests/TalentHub.Benchmarks -- pages --large DIR --small DIR [--only WORDS] [--write docs/performance.md]
// dotnet run -c Release --project tests/TalentHub.Benchmarks -- writers [--write docs/performance.md]
// dotnet run -c Release --project tests/TalentHub.Benchmarks -- panel [--write docs/performance.md]
// "limit" is the bare page the others are held against; "pages" starts it by itself.
return args switch
{
    ["limit", var data, var urls] => await Limit.Serve(data, urls),
    ["pages", .. var options] => await PageBenchmark.Run(options),
    ["writers", .. var options] => await WriterBenchmark.Start(options),
    ["panel", .. var options] => await PanelBenchmark.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Measures pages against the bare limit, in one run on one machine. First make two databases:
          TalentHub.Web seed large --candidates 100000 --data DIR
          TalentHub.Web seed large --candidates 1000 --data DIR
        then:
          pages --large DIR --small DIR [--only WORDS] [--write FILE]
        Eight writers at once beside one, on a database made for it:
          writers [--write FILE]
        Twelve interviewers saving at once, and the debrief of eight raters and forty questions, on a database made for it:
          panel [--write FILE]
        """);
    return 2;
}
