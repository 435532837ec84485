using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TalentHub.BrowserTests.Setup;

/// <summary>An installation without the demo company whose calendar can be turned: a hire takes weeks, a ramp takes months.</summary>
public sealed class PatientSite : Site
{
    private readonly Calendar calendar = new();

    public DateOnly Today => DateOnly.FromDateTime(calendar.GetUtcNow().UtcDateTime);

    protected override bool Empty => true;

    /// <summary>Whoever was signed in the day before has to sign in again.</summary>
    public void WaitUntil(DateOnly day, int hour) => calendar.TurnTo(new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(calendar)));
    }

    private sealed class Calendar : TimeProvider
    {
        private readonly long started = System.GetTimestamp();
        private DateTimeOffset from = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => from + System.GetElapsedTime(started);

        public void TurnTo(DateTimeOffset then) => from = then;
    }
}
