namespace SupportBot.Training;

/// <summary>When the holder of a course that ends is reminded to take it again.</summary>
public static class Renewals
{
    /// <summary>
    /// True for courses that count some months from the day they were done. What counts until the school year ends could not be renewed before that, and a
    /// requirement of the next year asks for it by itself.
    /// </summary>
    public static bool IsRenewed(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        return course.Validity is Validity.Months;
    }

    /// <param name="until">Last day on which the course counts.</param>
    /// <param name="days">Days before on which its holder is reminded, such as 90, 60, 30, 7.</param>
    /// <returns>The latest reminder whose day has come; null before the first, and once the course has ended.</returns>
    public static int? StepOf(DateOnly until, DateOnly today, IReadOnlyList<int> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var left = until.DayNumber - today.DayNumber;
        return left < 0 ? null : days.Where(d => left <= d).Select(d => (int?)d).Min();
    }
}
