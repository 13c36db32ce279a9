namespace SupportBot.Training;

/// <summary>From when until when people sign up for a session by themselves.</summary>
/// <param name="Opens">UTC.</param>
/// <param name="Closes">UTC, not after the session's beginning.</param>
public sealed record SignUpTimes(DateTimeOffset Opens, DateTimeOffset Closes)
{
    // No break is longer; further back it would be another term.
    private const int Farthest = 30;

    /// <param name="day">Local day of the session.</param>
    /// <param name="counts">Days that the rule counts: school days, in summer working days.</param>
    /// <param name="endOf">When a local day is over.</param>
    public static SignUpTimes Of(DateTimeOffset starts, DateOnly day, TrainingRules rules, DateTimeOffset now, Func<DateOnly, bool> counts, Func<DateOnly, DateTimeOffset> endOf)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(endOf);
        var last = day;
        for (var (left, walked) = (rules.ClosesSchoolDaysBefore, 0); left > 0 && walked < Farthest; walked++)
        {
            last = last.AddDays(-1);
            if (counts(last)) left--;
        }

        var closes = endOf(last);
        // Whoever schedules a session late would otherwise offer one that nobody can sign up for.
        return new SignUpTimes(starts.AddDays(-rules.OpensDaysBefore), closes > now && closes < starts ? closes : starts);
    }
}
