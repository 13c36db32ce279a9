using SupportBot.Cases;
using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Reads <c>yearly</c>: what the school's year begins by itself.</summary>
internal static class YearlyReader
{
    private static readonly YearDay Harmless = new(1, 1);

    public static IReadOnlyList<YearlyStart> Read(YamlMap root)
    {
        var maps = root.OptionalMaps("yearly");
        var entries = maps.Select(Entry).ToList();
        for (var i = 0; i < entries.Count; i++)
            if (entries.FindIndex(e => e.Id == entries[i].Id) < i && maps[i]["id"] is { } twice)
                twice.Fault($"there is another entry {entries[i].Id}", "give one of them another id");
        return entries;
    }

    private static YearlyStart Entry(YamlMap map)
    {
        map.RefuseUnknownKeys("id", "on", "due", "calendar", "tells", "levels", "starts", "text", "source", "status");
        var (on, due) = (map.ReadYearDay("on"), map.ReadYearDay("due"));
        if (on is { } begins && due is { } ends && (begins == ends || ends.ComingAfter(new DateOnly(2001, begins.Month, begins.Day)) is null))
            map["due"]!.Fault($"{ends} is not within nine months after {begins}", "write the day of the year by which it is to be done");
        var days = map.OptionalChoice<WorkCalendar>("calendar") ?? WorkCalendar.SchoolDays;
        if (days is not (WorkCalendar.SchoolDays or WorkCalendar.WorkingDays))
            map["calendar"]!.Fault("a day of the year is a school day or a working day", "write school-days or working-days");
        return new(map.Id("id"), on ?? Harmless, due ?? Harmless, map.Id("tells"), map.OptionalIds("levels"), days, map.Flag("starts"), map.Text("text"), RuleSourceReader.Read(map));
    }
}
