using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>
/// Works once a day, while the district's offices are open: what comes by itself comes when somebody is there to read it. After a new start it looks again, so whatever must not be
/// said twice is noted where it is said.
/// </summary>
public abstract class DailyLoop(District district, TimeProvider time, ILogger log) : WorkLoop(time, log)
{
    private DateOnly _doneOn;

    protected District District { get; } = district;

    protected override TimeSpan Pause => TimeSpan.FromMinutes(15);

    /// <param name="today">By the district's clock.</param>
    /// <param name="now">UTC.</param>
    protected abstract Task DayAsync(DateOnly today, DateTimeOffset now, CancellationToken cancel);

    // A day whose work failed is begun again at the next look.
    protected sealed override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        var now = Time.GetUtcNow();
        var calendar = District.CalendarOf(null);
        var today = calendar.Today(now);
        if (_doneOn == today || !calendar.IsOfficeOpen(now)) return false;
        await DayAsync(today, now, cancel);
        _doneOn = today;
        return false;
    }
}
