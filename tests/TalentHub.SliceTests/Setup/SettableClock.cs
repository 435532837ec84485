namespace TalentHub.SliceTests.Setup;

/// <summary>A clock that a test moves.</summary>
public sealed class SettableClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private DateTimeOffset now = Start;

    public override DateTimeOffset GetUtcNow() => now;
    public void Advance(TimeSpan by) => now += by;
    public void Set(DateTimeOffset to) => now = to;
    public void Reset() => now = Start;
}
