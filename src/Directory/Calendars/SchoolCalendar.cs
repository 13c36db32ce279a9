namespace SupportBot.Directory;

/// <summary>
/// The days and hours of one school, in its time zone. All moments returned are in UTC.
/// On dates that no school year speaks for yet, every weekday with hours counts as a school day: a clock
/// must never stop because next year's calendar is late.
/// </summary>
public sealed class SchoolCalendar
{
    private readonly IReadOnlyList<SchoolYear> _years;
    private readonly WeekHours _hours;
    private readonly WeekHours _office;
    private readonly LocalClock _clock;

    /// <param name="years">The years of one calendar, in any order; they must not overlap.</param>
    /// <param name="timeZone">IANA id, such as <c>America/Los_Angeles</c>.</param>
    /// <param name="hours">When the school is open on a usual day.</param>
    /// <param name="officeHours">When the district's offices are open on a usual day; used for working days.</param>
    /// <exception cref="ArgumentException">The time zone is unknown.</exception>
    public SchoolCalendar(IReadOnlyList<SchoolYear> years, string timeZone, WeekHours hours, WeekHours officeHours)
    {
        ArgumentNullException.ThrowIfNull(years);
        (_years, TimeZone, _hours, _office) = (years, timeZone, hours, officeHours);
        _clock = new LocalClock(timeZone);
    }

    public string TimeZone { get; }

    /// <summary>Last date that a published school year speaks for; null without any.</summary>
    public DateOnly? KnownUntil => _years.Count == 0 ? null : _years.Max(y => y.To);

    public bool IsSchoolDay(DateOnly day) => HoursOn(day) is not null;

    /// <summary>School hours of <paramref name="day"/>, early release considered; null on a day without school.</summary>
    public DayHours? HoursOn(DateOnly day)
    {
        if (_hours.On(day.DayOfWeek) is not { } usual) return null;
        if (YearOf(day) is not { } year) return usual;
        if (day < year.FirstSchoolDay || day > year.LastSchoolDay || year.IsClosedOn(day)) return null;
        return year.EarlyReleases.FirstOrDefault(e => e.On == day) is { } early ? usual.ClosingAt(early.Closes) : usual;
    }

    /// <summary>The day itself where school is taught on it, otherwise the next school day.</summary>
    public DateOnly SchoolDayFrom(DateOnly day) => DayFrom(IsSchoolDay, day);

    /// <summary>As <see cref="SchoolDayFrom"/>, for working days.</summary>
    public DateOnly WorkingDayFrom(DateOnly day) => DayFrom(IsWorkingDay, day);

    public bool IsWorkingDay(DateOnly day) => OfficeHoursOn(day) is not null;

    /// <summary>Hours of the district's offices on <paramref name="day"/>; null when they are closed. Summer and breaks are working days unless the calendar says otherwise.</summary>
    public DayHours? OfficeHoursOn(DateOnly day) =>
        YearOf(day)?.OfficesClosedOn(day) is true ? null : _office.On(day.DayOfWeek);

    /// <summary>True from the minute the school opens until just before it closes.</summary>
    public bool IsOpen(DateTimeOffset at) => IsWithin(HoursOn, at);

    /// <summary>True while the district's offices are open.</summary>
    public bool IsOfficeOpen(DateTimeOffset at) => IsWithin(OfficeHoursOn, at);

    /// <summary><paramref name="at"/> itself while the school is open, otherwise the moment it next opens.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at) => AddWithin(HoursOn, at, TimeSpan.Zero);

    /// <summary>The date at the school.</summary>
    public DateOnly Today(DateTimeOffset at) => _clock.Date(at);

    /// <summary>Local date and time at the school.</summary>
    public DateTime Local(DateTimeOffset at) => _clock.Local(at);

    /// <summary>The moment at which a day ends by the school's clock, in UTC.</summary>
    public DateTimeOffset EndOf(DateOnly day) => _clock.Moment(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>The moment of a local date and time at the school. One that is skipped in spring is the end of the gap; one that comes twice in autumn is its first coming.</summary>
    public DateTimeOffset Moment(DateOnly day, TimeOnly time) => _clock.Moment(day, time);

    /// <summary>
    /// Close of school on the <paramref name="days"/>-th school day after the local date of <paramref name="from"/>.
    /// That date itself is never counted, whatever the hour: a report on Friday at 8 or at 23 is due, in one school
    /// day, when school closes on Monday. With 0: today's close while it lies ahead, otherwise that of the next school day.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public DateTimeOffset AddSchoolDays(DateTimeOffset from, int days) => AddDays(HoursOn, from, days);

    /// <summary>As <see cref="AddSchoolDays"/>, for working days: the close of the district's offices.</summary>
    public DateTimeOffset AddWorkingDays(DateTimeOffset from, int days) => AddDays(OfficeHoursOn, from, days);

    /// <summary>
    /// The moment at which the school has been open for <paramref name="amount"/> since <paramref name="from"/>.
    /// It lies within school hours; the closing minute itself may be the result.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public DateTimeOffset AddSchoolHours(DateTimeOffset from, TimeSpan amount) => AddWithin(HoursOn, from, amount);

    /// <summary>
    /// The moment at which <paramref name="amount"/> of <paramref name="unit"/> has passed.
    /// <see cref="CountedTime.Always"/>: minutes and hours by the stopwatch, days and weeks to the same local time.
    /// Days of a calendar end at its close (<see cref="AddSchoolDays"/>, <see cref="AddWorkingDays"/>); a week of a
    /// calendar is five of its days. Minutes and hours run only while the school is open (school hours), on any hour of
    /// a school day (school days), or while the offices are open (working days).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public DateTimeOffset Add(DateTimeOffset from, int amount, TimeUnit unit, CountedTime counted = CountedTime.Always)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return (unit, counted) switch
        {
            (TimeUnit.Minutes, CountedTime.Always) => from.ToUniversalTime().AddMinutes(amount),
            (TimeUnit.Hours, CountedTime.Always) => from.ToUniversalTime().AddHours(amount),
            (TimeUnit.Days, CountedTime.Always) => _clock.AddDays(from, amount),
            (TimeUnit.Weeks, CountedTime.Always) => _clock.AddDays(from, 7 * amount),
            (TimeUnit.Weeks, _) => Add(from, 5 * amount, TimeUnit.Days, counted),
            (TimeUnit.Days, CountedTime.WorkingDays) => AddWorkingDays(from, amount),
            (TimeUnit.Days, _) => AddSchoolDays(from, amount),
            (TimeUnit.Minutes, _) => AddWithin(Counted(counted), from, TimeSpan.FromMinutes(amount)),
            _ => AddWithin(Counted(counted), from, TimeSpan.FromHours(amount)),
        };
    }

    private Func<DateOnly, DayHours?> Counted(CountedTime counted) => counted switch
    {
        CountedTime.SchoolHours => HoursOn,
        CountedTime.WorkingDays => OfficeHoursOn,
        _ => day => IsSchoolDay(day) ? new DayHours(TimeOnly.MinValue, TimeOnly.MaxValue) : null,
    };

    /// <summary>The school year that speaks for a day; null where none was published.</summary>
    public SchoolYear? YearOf(DateOnly day) => _years.FirstOrDefault(y => y.SpeaksFor(day));

    private static DateOnly DayFrom(Func<DateOnly, bool> counts, DateOnly day)
    {
        while (!counts(day)) day = day.AddDays(1);
        return day;
    }

    private bool IsWithin(Func<DateOnly, DayHours?> hoursOn, DateTimeOffset at)
    {
        var day = _clock.Date(at);
        return hoursOn(day) is { } hours && at >= _clock.Moment(day, hours.Opens) && at < _clock.Moment(day, hours.Closes);
    }

    private DateTimeOffset AddDays(Func<DateOnly, DayHours?> hoursOn, DateTimeOffset from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = _clock.Date(from);
        if (days == 0 && hoursOn(day) is { } today && _clock.Moment(day, today.Closes) is var close && close > from) return close;
        for (var left = Math.Max(days, 1); left > 0; left--)
            do day = day.AddDays(1);
            while (hoursOn(day) is null);
        return _clock.Moment(day, hoursOn(day)!.Value.Closes);
    }

    private DateTimeOffset AddWithin(Func<DateOnly, DayHours?> hoursOn, DateTimeOffset from, TimeSpan amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, TimeSpan.Zero);
        for (var day = _clock.Date(from); ; day = day.AddDays(1))
        {
            if (hoursOn(day) is not { } hours) continue;
            var opens = _clock.Moment(day, hours.Opens);
            var closes = hours.Closes == TimeOnly.MaxValue ? _clock.Moment(day.AddDays(1), TimeOnly.MinValue) : _clock.Moment(day, hours.Closes);
            var start = from > opens ? from.ToUniversalTime() : opens;
            if (start >= closes) continue;
            if (start + amount <= closes) return start + amount;
            amount -= closes - start;
        }
    }
}
