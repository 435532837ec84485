namespace TalentHub.Web.Platform.Jobs;

/// <summary>Something the program does by itself, again and again. Each time in a scope of its own.</summary>
public interface IRound
{
    /// <summary>The pause between one round and the next.</summary>
    static abstract TimeSpan Every { get; }

    Task Go(CancellationToken ct);
}

/// <summary>Makes one kind of round, one after the other, until the program ends.</summary>
internal sealed class Rounds<TRound>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TRound> log) : BackgroundService
    where TRound : IRound
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TRound.Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Once(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("Rounds end with the program.");
        }
    }

    private async Task Once(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TRound>().Go(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // The next round tries again. The message may hold an address or a name, which belong in no log.
            log.LogError("A round failed ({Kind} at {Place}).", failure.GetType().Name, failure.TargetSite?.DeclaringType?.Name);
        }
    }
}

internal static class RoundServices
{
    /// <summary>Registers rounds that the program makes while it serves.</summary>
    public static IServiceCollection AddRounds<TRound>(this IServiceCollection services)
        where TRound : class, IRound => services.AddScoped<TRound>().AddHostedService<Rounds<TRound>>();
}
