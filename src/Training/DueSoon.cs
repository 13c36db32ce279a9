namespace SupportBot.Training;

/// <summary>When whoever has a required training still to do is told that it is due soon.</summary>
public static class DueSoon
{
    /// <returns>
    /// How many days before it is due the latest word is said whose day has come; null before the first, and for whatever is done, waived, overdue, or paused by a leave. Of what somebody is
    /// asked only within such a time before its day, only the last word is said: on their first day they hear of it anyway.
    /// </returns>
    /// <param name="days">Days before, such as 30, 7.</param>
    public static int? StepOf(Duty duty, Staffer staffer, Transcript transcript, TrainingCalendar calendar, DateOnly today, IReadOnlyList<int> days)
    {
        ArgumentNullException.ThrowIfNull(duty);
        ArgumentNullException.ThrowIfNull(days);
        if (duty is not { Standing: Standing.Open, Due: { } due } || days.Count == 0 || due.DayNumber - today.DayNumber is var left && left > days.Max()) return null;
        var began = Began(duty.Requirement, staffer, transcript, calendar, today);
        // Nothing is said before the first day of work.
        if (began > today) return null;
        return days.Where(d => left <= d && (d == days.Min() || began is null || began < due.AddDays(-d))).Select(d => (int?)d).Min();
    }

    /// <summary>Since when it is to be done, as far as anybody can say: the hire, the school year, or the day after what was done or waived stopped counting, whichever is last.</summary>
    private static DateOnly? Began(Requirement requirement, Staffer staffer, Transcript transcript, TrainingCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(staffer);
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(calendar);
        var year = requirement.Due is DueRule.EachYearBy or DueRule.DaysIntoYear ? calendar.YearOf(today).From : (DateOnly?)null;
        var ended = transcript.Completions.Where(c => c.CourseId == requirement.CourseId && !c.Revoked).Select(c => c.Until)
            .Concat(transcript.Waivers.Where(w => w.CourseId == requirement.CourseId).Select(w => w.Until)).Where(u => u < today).Select(u => (DateOnly?)u.AddDays(1)).Max();
        return new[] { staffer.HiredOn, year, ended }.Max();
    }
}
