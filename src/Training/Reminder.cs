namespace SupportBot.Training;

/// <summary>One of the reminders of a session.</summary>
/// <param name="Before">So long before the beginning, as the rules say it.</param>
/// <param name="At">When it leaves, UTC: earlier than that where quiet hours lie there.</param>
/// <param name="Until">From then on the next one says it, or the session has begun, UTC.</param>
public sealed record Reminder(TimeSpan Before, DateTimeOffset At, DateTimeOffset Until)
{
    /// <summary>No reminder leaves in the last minutes before the quiet hours: it would be read in them.</summary>
    private static readonly TimeSpan EarlierThanQuiet = TimeSpan.FromMinutes(15);

    /// <summary>All of a session, the first one first.</summary>
    /// <param name="local">The time on the wall where the session is.</param>
    public static IReadOnlyList<Reminder> Of(Session session, TrainingRules rules, Func<DateTimeOffset, DateTime> local)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(local);
        var all = rules.Reminders.Select(before => (Before: before, At: BeforeQuiet(session.Starts - before, rules, local))).OrderBy(r => r.At).ThenByDescending(r => r.Before).ToList();
        return [.. all.Select((r, at) => new Reminder(r.Before, r.At, at + 1 < all.Count ? all[at + 1].At : session.Starts))];
    }

    /// <summary>True between the hours in which nobody is reminded of anything.</summary>
    /// <param name="local">The time on the wall.</param>
    public static bool IsQuiet(DateTime local, TrainingRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var (time, from, to) = (TimeOnly.FromDateTime(local), rules.QuietFrom, rules.QuietTo);
        return from <= to ? time >= from && time < to : time >= from || time < to;
    }

    /// <summary>When something is said that has no hour of its own: at once, or where quiet hours lie there, when they are over.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="local">The time on the wall.</param>
    public static DateTimeOffset AfterQuiet(DateTimeOffset at, TrainingRules rules, Func<DateTimeOffset, DateTime> local)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(local);
        var there = local(at);
        if (!IsQuiet(there, rules)) return at;
        var morning = there.Date + rules.QuietTo.ToTimeSpan();
        if (morning <= there) morning = morning.AddDays(1);
        var moved = at + (morning - there);
        // Where the clocks were changed that night.
        return moved + (morning - local(moved));
    }

    // Moved, never dropped: what would come at night comes the evening before, while there is still time to do something about it.
    private static DateTimeOffset BeforeQuiet(DateTimeOffset at, TrainingRules rules, Func<DateTimeOffset, DateTime> local)
    {
        var there = local(at);
        if (!IsQuiet(there, rules)) return at;
        var evening = there.Date + rules.QuietFrom.ToTimeSpan();
        if (evening > there) evening = evening.AddDays(-1);
        evening -= EarlierThanQuiet;
        var moved = at - (there - evening);
        // Where the clocks were changed that night.
        return moved + (evening - local(moved));
    }
}
