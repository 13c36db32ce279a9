namespace SupportBot.Training;

/// <summary>
/// Times at which a session could be held. What is proposed gives a choice: other days first, mornings and afternoons in turn, and a second time on one day only where there
/// are fewer days than proposals. The same question always has the same answer.
/// </summary>
public static class SlotProposals
{
    /// <summary>However wide the range, so many days are looked at: the rest is too far away to plan by the hour.</summary>
    private const int MostDays = 200;

    /// <param name="busy">Of everybody who must be there and of the room, in any order; they may overlap.</param>
    /// <param name="hoursOn">When a session may be held on a day; null where on none of its hours.</param>
    /// <returns>In order of time; empty where nothing fits. No two overlap.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The wish asks for no minutes, no proposals, or no step.</exception>
    public static IReadOnlyList<TimeStretch> Of(SlotWish wish, IReadOnlyList<TimeStretch> busy, TrainingCalendar calendar, Func<DateOnly, TimeStretch?> hoursOn)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(busy);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(hoursOn);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(wish.Minutes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(wish.Most);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wish.Step, TimeSpan.Zero);
        List<TimeStretch> chosen = [];
        var days = DaysOf(wish, busy, calendar, hoursOn);
        foreach (var day in Spread(days, wish.Most))
        {
            var wantsLate = chosen.Count % 2 == 1;
            chosen.Add(day.Free.Find(s => day.IsLate(s) == wantsLate) is { To: var to } other && to != default ? other : day.Free[0]);
        }

        // Fewer days than proposals: the other half of a day, then whatever else is free.
        foreach (var strict in new[] { true, false })
            for (var found = true; found && chosen.Count < wish.Most;)
            {
                found = false;
                foreach (var day in days)
                {
                    if (chosen.Count == wish.Most || Another(day, chosen, strict) is not { } more) continue;
                    chosen.Add(more);
                    found = true;
                }
            }

        return [.. chosen.OrderBy(s => s.From)];
    }

    private static TimeStretch? Another(Day day, List<TimeStretch> chosen, bool otherHalf)
    {
        foreach (var slot in day.Free)
            if (!chosen.Exists(c => c.Overlaps(slot) || (otherHalf && day.Hours.Overlaps(c) && day.IsLate(c) == day.IsLate(slot)))) return slot;
        return null;
    }

    // The first, the last, and evenly between them.
    private static IEnumerable<Day> Spread(List<Day> days, int most)
    {
        if (days.Count <= most) return days;
        return most == 1 ? days.Take(1) : Enumerable.Range(0, most).Select(n => days[n * (days.Count - 1) / (most - 1)]);
    }

    private static List<Day> DaysOf(SlotWish wish, IReadOnlyList<TimeStretch> busy, TrainingCalendar calendar, Func<DateOnly, TimeStretch?> hoursOn)
    {
        List<Day> days = [];
        for (var (day, looked) = (wish.From, 0); day <= wish.To && looked < MostDays; day = day.AddDays(1), looked++)
        {
            if (!calendar.IsWorkday(day) || hoursOn(day) is not { } hours) continue;
            var free = FreeIn(hours, wish, [.. busy.Where(b => b.Overlaps(hours))]);
            if (free.Count > 0) days.Add(new Day(hours, free));
        }

        return days;
    }

    private static List<TimeStretch> FreeIn(TimeStretch hours, SlotWish wish, List<TimeStretch> busy)
    {
        List<TimeStretch> free = [];
        var length = TimeSpan.FromMinutes(wish.Minutes);
        for (var from = hours.From; from + length <= hours.To; from += wish.Step)
        {
            var slot = new TimeStretch(from, from + length);
            if (from >= wish.NotBefore && !busy.Exists(b => b.Overlaps(slot))) free.Add(slot);
        }

        return free;
    }

    /// <summary>A day with at least one free time.</summary>
    private sealed record Day(TimeStretch Hours, List<TimeStretch> Free)
    {
        /// <summary>It begins in the second half of the day's hours.</summary>
        public bool IsLate(TimeStretch slot) => slot.From >= Hours.From + ((Hours.To - Hours.From) / 2);
    }
}
