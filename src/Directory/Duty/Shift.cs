namespace SupportBot.Directory;

/// <summary>
/// A weekly turn of duty in local time. Where <paramref name="To"/> is not later than <paramref name="From"/> it runs past
/// midnight into the next day, so 16:00 to 07:30 is a night and 00:00 to 00:00 a whole day.
/// </summary>
/// <param name="Days">Weekdays on which the turn begins.</param>
/// <param name="People">Person ids, the first to be called first.</param>
public sealed record Shift(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To, IReadOnlyList<string> People)
{
    private bool PastMidnight => To <= From;

    public bool Covers(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        if (!PastMidnight) return Days.Contains(local.DayOfWeek) && time >= From && time < To;
        return Days.Contains(local.DayOfWeek) && time >= From
            || Days.Contains(local.AddDays(-1).DayOfWeek) && time < To;
    }
}

/// <summary>Replaces the weekly shifts on these dates, both included, around the clock.</summary>
public sealed record DutyOverride(DateOnly From, DateOnly To, IReadOnlyList<string> People);

/// <summary>A person is not called on these dates, both included.</summary>
public sealed record Absence(string PersonId, DateOnly From, DateOnly To)
{
    public bool Covers(DateOnly day) => day >= From && day <= To;
}

/// <summary>Who is on duty in one role, at some schools or for the whole district.</summary>
/// <param name="Schools">School ids; empty for the whole district.</param>
/// <param name="Fallback">Person ids called after those on duty, in this order, at any hour.</param>
public sealed record RosterEntry(string Role, IReadOnlyList<string> Schools, IReadOnlyList<Shift> Shifts, IReadOnlyList<DutyOverride> Overrides, IReadOnlyList<string> Fallback)
{
    public bool IsDistrictWide => Schools.Count == 0;

    /// <summary>True where the entry may call the person at some time.</summary>
    public bool Names(string personId) =>
        Fallback.Contains(personId) || Shifts.Any(s => s.People.Contains(personId)) || Overrides.Any(o => o.People.Contains(personId));

    /// <summary>Who the entry puts on duty at a local time, absences not yet considered.</summary>
    public IEnumerable<string> OnDuty(DateTime local)
    {
        var day = DateOnly.FromDateTime(local);
        return Overrides.FirstOrDefault(o => day >= o.From && day <= o.To) is { } instead
            ? instead.People
            : Shifts.Where(s => s.Covers(local)).SelectMany(s => s.People).Distinct();
    }
}

/// <summary>What <c>directory/roster.yaml</c> says.</summary>
public sealed record RosterPage(IReadOnlyList<RosterEntry> Entries, IReadOnlyList<Absence> Absences);
