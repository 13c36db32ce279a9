namespace SupportBot.Training;

/// <summary>What the school calendar says of days. Functions, because this room knows no calendar.</summary>
/// <param name="IsWorkday">Monday to Friday without the days on which the district's offices are closed.</param>
/// <param name="YearOf">First and last day of the school year that a day belongs to.</param>
public sealed record TrainingCalendar(Func<DateOnly, bool> IsWorkday, Func<DateOnly, (DateOnly From, DateOnly To)> YearOf);

/// <summary>By when a requirement must be met.</summary>
public static class DueDates
{
    // Whoever is on leave for longer than this has no due date that anybody could name.
    private const int Farthest = 3 * 366;

    /// <returns>Null where it has no date, where the day of hire it is counted from is not known, or while a leave without an end holds it.</returns>
    public static DateOnly? Of(DueRule rule, Staffer staffer, TrainingCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(staffer);
        ArgumentNullException.ThrowIfNull(calendar);
        return rule switch
        {
            DueRule.WorkdaysAfterHire(var days) => staffer.HiredOn is { } hired ? Count(hired, days, staffer, calendar.IsWorkday) : null,
            DueRule.DaysAfterHire after => staffer.HiredOn is { } hired ? AfterHire(after, hired, staffer) : null,
            DueRule.EachYearBy by => InYear(YearsDay(by, calendar.YearOf(today)), by.LateHireDays, staffer, calendar.YearOf(today).From),
            DueRule.DaysIntoYear(var days) => InYear(calendar.YearOf(today).From.AddDays(days), days, staffer, calendar.YearOf(today).From),
            _ => null,
        };
    }

    private static DateOnly? AfterHire(DueRule.DaysAfterHire after, DateOnly hired, Staffer staffer)
    {
        var due = Count(hired, after.Days, staffer, null);
        return after.AtMost is { } most && !(due <= hired.AddDays(most)) ? hired.AddDays(most) : due;
    }

    // The clock of whoever is on leave stands still. Where counts is null, every day counts.
    private static DateOnly? Count(DateOnly from, int days, Staffer staffer, Func<DateOnly, bool>? counts)
    {
        var day = from;
        // Without a leave and without closed days there is nothing to walk.
        if (counts is null && staffer.Leaves.Count == 0) return from.AddDays(days);
        for (var (left, walked) = (days, 0); left > 0; walked++)
        {
            if (walked > Farthest) return null;
            day = day.AddDays(1);
            if (counts?.Invoke(day) != false && !staffer.Leaves.Any(l => l.Covers(day))) left--;
        }

        return day;
    }

    private static DateOnly? InYear(DateOnly day, int lateHireDays, Staffer staffer, DateOnly yearFrom)
    {
        // Nobody is late before their first day, and a late hire has as long as the others had.
        if (staffer.HiredOn is { } hired && hired > yearFrom && hired.AddDays(lateHireDays) > day) return Count(hired, lateHireDays, staffer, null);
        var due = day;
        while (staffer.Leaves.FirstOrDefault(l => l.Covers(due)) is { } leave)
        {
            if (leave.To is not { } to) return null;
            due = to.AddDays(Math.Max(1, day.DayNumber - Math.Max(leave.From.DayNumber, yearFrom.DayNumber)));
        }

        return due;
    }

    private static DateOnly YearsDay(DueRule.EachYearBy by, (DateOnly From, DateOnly To) year)
    {
        DateOnly DayIn(int calendarYear) => new(calendarYear, by.Month, Math.Min(by.Day, DateTime.DaysInMonth(calendarYear, by.Month)));
        return DayIn(year.From.Year) is var day && day >= year.From ? day : DayIn(year.From.Year + 1);
    }
}

/// <summary>How one person stands with one requirement on one day.</summary>
public enum Standing
{
    /// <summary>Done and still valid, or waived; where the time is counted from the hire, done once since.</summary>
    Met,

    /// <summary>To be done, and there is time.</summary>
    Open,
    Overdue,

    /// <summary>The person is on leave: the clock stands still.</summary>
    Paused,
}

/// <param name="Due">Null where it has no date.</param>
/// <param name="Until">Last day on which what was done counts; null where it was not done, was waived, or counts no longer.</param>
public sealed record Duty(Requirement Requirement, Standing Standing, DateOnly? Due, DateOnly? Until);

/// <summary>What is asked of a person, and how they stand.</summary>
public static class Duties
{
    public static IReadOnlyList<Duty> Of(Catalogue catalogue, Staffer staffer, Transcript transcript, TrainingCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(staffer);
        ArgumentNullException.ThrowIfNull(transcript);
        var valid = transcript.ValidOn(today);
        return [.. catalogue.Asks(staffer, today).Select(r => Of(r, staffer, transcript, valid, calendar, today))];
    }

    /// <summary>Whom an overdue requirement is told to by now: every step whose day has come. Empty while it is not overdue.</summary>
    /// <param name="from">Steps are counted from that day where it is later than the due day; null for the due day.</param>
    public static IEnumerable<OverdueStep> StepsOf(Duty duty, TrainingRules rules, DateOnly today, DateOnly? from = null)
    {
        ArgumentNullException.ThrowIfNull(duty);
        ArgumentNullException.ThrowIfNull(rules);
        return duty is { Standing: Standing.Overdue, Due: { } due } ? rules.Overdue.Where(s => (from > due ? from.Value : due).AddDays(s.Days) < today) : [];
    }

    private static Duty Of(Requirement requirement, Staffer staffer, Transcript transcript, IReadOnlySet<string> valid, TrainingCalendar calendar, DateOnly today)
    {
        if (valid.Contains(requirement.CourseId)) return new Duty(requirement, Standing.Met, null, transcript.UntilOf(requirement.CourseId, today));
        // What is counted from the hire is done once; whether it must be done again, a yearly requirement says, with a day of its own. What was done before the
        // first day and counted on it is done as well: a module in the week before, a certificate that somebody brought.
        if (requirement.Due is DueRule.WorkdaysAfterHire or DueRule.DaysAfterHire && staffer.HiredOn is { } hired
            && transcript.Completions.Any(c => c.CourseId == requirement.CourseId && !c.Revoked && c.Until >= hired && c.On <= today)) return new Duty(requirement, Standing.Met, null, null);
        var due = DueDates.Of(requirement.Due, staffer, calendar, today);
        // Nobody is late with what they did not have to do: after a waiver it is due on the first day on which it is asked again, if not later.
        if (transcript.Waivers.Where(w => w.CourseId == requirement.CourseId && w.Until < today).Select(w => (DateOnly?)w.Until).Max() is { } waived && due <= waived) due = waived.AddDays(1);
        var standing = staffer.Leaves.Any(l => l.Covers(today)) ? Standing.Paused : due < today ? Standing.Overdue : Standing.Open;
        return new Duty(requirement, standing, due, null);
    }
}
