using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Students of one school who are over the line and have no case.</summary>
public sealed record SchoolOverLine(School School, int Count);

/// <summary>What a person's inbox says of students over the attendance line: one line a school, for those on duty for it now.</summary>
public sealed class AttendanceBoard(District district, AttendancePlans plans, IAbsenceBook absences, TimeProvider clock)
{
    public async Task<IReadOnlyList<SchoolOverLine>> OfAsync(Person person, CancellationToken cancel)
    {
        if (plans.Now is not { } plan) return [];
        var schools = district.Schools.Where(s => district.Roster.HoldersOf(plan.Alert.Role, s.Id, clock.GetUtcNow()).Any(p => p.Id == person.Id)).ToList();
        if (schools.Count == 0) return [];
        var counts = await absences.CountAsync([.. schools.Select(s => s.Id)], cancel);
        return [.. schools.Where(s => counts.ContainsKey(s.Id)).Select(s => new SchoolOverLine(s, counts[s.Id]))];
    }
}
