using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>What a roster may point to.</summary>
internal sealed record RosterReferences(IReadOnlyList<Role> Roles, IReadOnlyList<Person> People, IReadOnlyList<School> Schools, KnownIds KnownPeople, KnownIds KnownRoles, KnownIds KnownSchools);

/// <summary>Reads <c>directory/roster.yaml</c> and checks that roles which must be reachable at every hour are.</summary>
internal static class RosterReader
{
    public static RosterPage Read(YamlMap? page, RosterReferences known)
    {
        if (page is null) return new RosterPage([], []);
        page.RefuseUnknownKeys("format", "demo", "duty", "absences");
        var rows = page.Maps("duty");
        var entries = rows.Select(row => Entry(row, known)).ToList();
        var absences = page.OptionalMaps("absences").Select(row => Absent(row, known)).ToList();
        foreach (var (row, entry) in rows.Zip(entries)) CheckCover(row, entry, absences, known);
        foreach (var role in known.Roles.Where(r => r.OutOfHours)) CheckEverySchool(page, role, entries, known);
        return new RosterPage(entries, absences);
    }

    private static RosterEntry Entry(YamlMap row, RosterReferences known)
    {
        row.RefuseUnknownKeys("role", "schools", "district", "shifts", "overrides", "fallback");
        var role = row.Id("role");
        if (row.Has("role")) known.KnownRoles.Check(row["role"]!, role);
        if (row.Flag("district") == row.Has("schools")) row.Fault("it does not say for whom the duty is", "write either schools: [...] or district: true");
        var schools = known.KnownSchools.CheckAll(row.OptionalList("schools"));
        var shifts = row.Maps("shifts").Select(shift => Turn(shift, known)).ToList();
        var overrides = row.OptionalMaps("overrides").Select(o => Instead(o, known)).ToList();
        return new RosterEntry(role, schools, shifts, overrides, known.KnownPeople.CheckAll(row.OptionalList("fallback")));
    }

    private static Shift Turn(YamlMap row, RosterReferences known)
    {
        row.RefuseUnknownKeys("days", "from", "to", "people");
        return new Shift(Fields.Days(row), row.Time("from"), row.Time("to"), Called(row, known));
    }

    private static DutyOverride Instead(YamlMap row, RosterReferences known)
    {
        row.RefuseUnknownKeys("from", "to", "people");
        var (from, to) = (row.Date("from"), row.Date("to"));
        Fields.InOrder(row, from, to);
        return new DutyOverride(from, to, Called(row, known));
    }

    private static IReadOnlyList<string> Called(YamlMap row, RosterReferences known)
    {
        var people = known.KnownPeople.CheckAll(row.List("people"));
        if (row["people"] is YamlList { Count: 0 } empty) empty.Fault("nobody is on duty", "name at least one person");
        return people;
    }

    private static Absence Absent(YamlMap row, RosterReferences known)
    {
        row.RefuseUnknownKeys("person", "from", "to");
        var person = row.Id("person");
        if (row.Has("person")) known.KnownPeople.Check(row["person"]!, person);
        var (from, to) = (row.Date("from"), row.Date("to"));
        return Fields.InOrder(row, from, to) ? new Absence(person, from, to) : new Absence(person, from, from);
    }

    private static void CheckCover(YamlMap row, RosterEntry entry, IReadOnlyList<Absence> absences, RosterReferences known)
    {
        if (known.Roles.FirstOrDefault(r => r.Id == entry.Role) is not { OutOfHours: true }) return;
        foreach (var gap in RosterGaps.InWeekOf(entry))
            row.Fault($"nobody is {entry.Role} on {gap.Day} from {gap.From:HH:mm} to {gap.To:HH:mm}", "add a shift: this role must be reachable at every hour");
        if (RosterGaps.WhileAbsent(entry, absences) is { } nobody)
            row.Fault($"on {nobody.Day:yyyy-MM-dd} everybody on duty as {entry.Role} is absent: {string.Join(", ", nobody.People)}", "add an override for that time, or a fallback");
    }

    private static void CheckEverySchool(YamlMap page, Role role, List<RosterEntry> entries, RosterReferences known)
    {
        if (entries.Exists(e => e.Role == role.Id && e.IsDistrictWide)) return;
        foreach (var school in known.Schools.Where(s => !entries.Exists(e => e.Role == role.Id && e.Schools.Contains(s.Id))))
            page.KeyNode("duty").Fault($"{school.Id} has no {role.Id} on the roster", "add a duty entry for it: this role must be reachable at every hour");
    }
}
