namespace SupportBot.Directory;

/// <summary>A stretch of the week in which a roster entry puts nobody on duty.</summary>
public sealed record RosterGap(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>Finds the holes in a week of duty. Fallback people do not fill a hole: they stand behind those on duty.</summary>
public static class RosterGaps
{
    private static readonly DateTime Sunday = new(2026, 1, 4, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The stretches without cover, to the minute, at most one a day and edge; empty where the week is whole.</summary>
    public static IReadOnlyList<RosterGap> InWeekOf(RosterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var gaps = new List<RosterGap>();
        for (var day = 0; day < 7; day++)
        {
            DateTime? open = null;
            for (var minute = 0; minute <= 24 * 60; minute++)
            {
                var at = Sunday.AddDays(day).AddMinutes(minute);
                var covered = minute == 24 * 60 || entry.Shifts.Any(s => s.Covers(at));
                if (!covered) open ??= at;
                else if (open is { } from)
                {
                    gaps.Add(new RosterGap(from.DayOfWeek, TimeOnly.FromDateTime(from), TimeOnly.FromDateTime(at)));
                    open = null;
                }
            }
        }
        return gaps;
    }

    /// <summary>The first date and shift on which everybody on duty, and the whole fallback, is absent; null where there is none.</summary>
    public static (DateOnly Day, IReadOnlyList<string> People)? WhileAbsent(RosterEntry entry, IReadOnlyList<Absence> absences)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(absences);
        foreach (var absence in absences)
            for (var day = absence.From; day <= absence.To; day = day.AddDays(1))
            {
                var away = absences.Where(a => a.Covers(day)).Select(a => a.PersonId).ToHashSet();
                if (!entry.Fallback.All(away.Contains)) continue;
                var turns = entry.Overrides.FirstOrDefault(o => day >= o.From && day <= o.To) is { } instead
                    ? [instead.People]
                    : entry.Shifts.Where(s => s.Days.Contains(day.DayOfWeek) || s.To <= s.From && s.Days.Contains(day.AddDays(-1).DayOfWeek)).Select(s => s.People);
                if (turns.FirstOrDefault(people => people.All(away.Contains)) is { } nobody) return (day, nobody);
            }
        return null;
    }
}
