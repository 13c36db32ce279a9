using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Reads <c>directory/schools.yaml</c>. Jurisdiction, time zone and calendar are the district's where a school does not name its own.</summary>
internal static class SchoolsReader
{
    public static IReadOnlyList<School> Read(YamlMap? page, DistrictPage? district, KnownIds known, KnownIds calendars)
    {
        var schools = new List<School>();
        var names = new Dictionary<string, string>();
        page?.RefuseUnknownKeys("format", "demo", "schools");
        foreach (var entry in page?.Maps("schools") ?? [])
        {
            entry.RefuseUnknownKeys("id", "name", "also-known-as", "jurisdiction", "time-zone", "calendar", "levels", "hours", "phone", "rooms");
            var isKnown = known.Take(entry, out var id);
            var school = new School
            {
                Id = id,
                Name = entry.Text("name"),
                AlsoKnownAs = entry.OptionalTexts("also-known-as"),
                Jurisdiction = entry.Has("jurisdiction") ? Fields.Jurisdiction(entry) : district?.Jurisdiction ?? "",
                TimeZone = entry.Has("time-zone") ? Fields.TimeZone(entry) : district?.TimeZone ?? "UTC",
                Calendar = entry.OptionalId("calendar") ?? district?.Calendar ?? "",
                Levels = Levels(entry),
                Rooms = Rooms(entry),
                Hours = Fields.Week(entry, "hours"),
                Phone = (entry.Text("phone"), Fields.Phone(entry, "phone")).Item2 ?? "",
            };
            if (entry.Has("calendar")) calendars.Check(entry["calendar"]!, school.Calendar);
            foreach (var name in school.AlsoKnownAs.Append(school.Name).Select(PlainWords.Of).Distinct())
                if (!names.TryAdd(name, id)) entry.Fault($"\"{name}\" is already a name of {names[name]}", "give each school names of its own");
            if (isKnown) schools.Add(school);
        }
        return schools;
    }

    private static List<Room> Rooms(YamlMap entry)
    {
        List<Room> rooms = [];
        foreach (var room in entry.Has("rooms") ? entry.Maps("rooms") : [])
        {
            room.RefuseUnknownKeys("id", "name", "mail");
            var read = new Room(room.Id("id"), room.Text("name"), room.Has("mail") ? Fields.Mail(room) : null);
            if (rooms.Exists(r => r.Id == read.Id || r.IsCalled(read.Name))) room.Fault($"the school has the room \"{read.Name}\" twice", "give each room an id and a name of its own");
            rooms.Add(read);
        }

        return rooms;
    }

    private static List<string> Levels(YamlMap entry)
    {
        var levels = entry.OptionalList("levels")?.TextNodes() ?? [];
        foreach (var node in levels)
            if (KnownIds.Missing("level", node.Value, School.AllLevels) is { } wrong) node.Fault(wrong.What, wrong.Cure);
        return [.. levels.Select(l => l.Value)];
    }
}
