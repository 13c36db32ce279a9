namespace SupportBot.Directory;

/// <summary>From when until when a school or office is open on one day, in local time. <see cref="Closes"/> is later than <see cref="Opens"/>.</summary>
public readonly record struct DayHours(TimeOnly Opens, TimeOnly Closes)
{
    /// <summary>These hours, cut short where <paramref name="close"/> is earlier than the usual end.</summary>
    public DayHours ClosingAt(TimeOnly close) => close < Closes && close > Opens ? this with { Closes = close } : this;
}

/// <summary>The usual opening hours of each weekday; a weekday that is missing is a closed day.</summary>
public sealed class WeekHours
{
    private readonly DayHours?[] _days = new DayHours?[7];

    /// <exception cref="ArgumentException">No day is open, or a day closes before it opens.</exception>
    public WeekHours(IReadOnlyDictionary<DayOfWeek, DayHours> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0) throw new ArgumentException("At least one weekday must be open.", nameof(days));
        foreach (var (day, hours) in days)
        {
            if (hours.Closes <= hours.Opens) throw new ArgumentException($"{day} closes before it opens.", nameof(days));
            _days[(int)day] = hours;
        }
    }

    /// <summary>Monday to Friday alike.</summary>
    public static WeekHours Weekdays(TimeOnly opens, TimeOnly closes) =>
        new(new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
            .ToDictionary(d => d, _ => new DayHours(opens, closes)));

    /// <summary>The hours of <paramref name="day"/>; null when closed.</summary>
    public DayHours? On(DayOfWeek day) => _days[(int)day];
}
