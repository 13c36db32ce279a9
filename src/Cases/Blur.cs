namespace SupportBot.Cases;

/// <summary>
/// How exactly the time of an anonymous act is kept (trust T-14): nobody shall match a report to a person by the clock.
/// Urgent cases keep the quarter of an hour, because help must be able to reconstruct it; routine ones the day.
/// </summary>
public static class Blur
{
    public static DateTimeOffset Of(DateTimeOffset at, Severity severity)
    {
        var utc = at.ToUniversalTime();
        var grain = severity == Severity.Standard ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(15);
        return new DateTimeOffset(utc.Ticks - (utc.Ticks % grain.Ticks), TimeSpan.Zero);
    }

    /// <summary>The wait before a routine alert of an anonymous report leaves: 5 to 45 minutes.</summary>
    /// <param name="random">Uniform in [0, 1).</param>
    public static TimeSpan Release(double random) => TimeSpan.FromMinutes(5 + (40 * random));
}
