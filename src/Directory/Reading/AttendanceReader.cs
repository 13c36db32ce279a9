using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Reads <c>directory/attendance.yaml</c>. A district may have none: then no figures are taken.</summary>
internal static class AttendanceReader
{
    public static AbsenceRule? Read(YamlMap? page)
    {
        if (page is null) return null;
        page.RefuseUnknownKeys("format", "protocol", "task", "form", "alert", "enrolled-at-least", "bands", "line", "source", "status");
        page.Text("source");
        page.Text("status");
        var bands = Bands(page);
        var line = page.Id("line");
        if (page.Has("line") && bands.Count > 0 && bands.All(b => b.Id != line))
            page["line"]!.Fault($"there is no band \"{line}\"", $"use one of {string.Join(", ", bands.Select(b => b.Id))}");
        var enrolled = page.Number("enrolled-at-least");
        if (page.Has("enrolled-at-least") && enrolled < 1) page["enrolled-at-least"]!.Fault("it is less than one day", "write a number of days, such as 10");
        return new AbsenceRule(page.Id("protocol"), page.Id("task"), page.Id("form"), page.Id("alert"), enrolled, bands, line);
    }

    private static List<AbsenceBand> Bands(YamlMap page)
    {
        var bands = new List<AbsenceBand>();
        foreach (var entry in page.Maps("bands"))
        {
            entry.RefuseUnknownKeys("band", "from", "tier");
            var band = new AbsenceBand(entry.Id("band"), entry.Fraction("from"), entry.Id("tier"));
            if (bands.Count == 0 ? band.From != 0 : band.From <= bands[^1].From || band.From > 100)
                entry.KeyNode("from").Fault("the limits do not rise from 0", "write the lowest band first, from 0, and at most 100");
            bands.Add(band);
        }

        if (bands.Count == 0) page.KeyNode("bands").Fault("there is no band", "add one, such as { band: low, from: 0, tier: tier-1 }");
        return bands;
    }
}
