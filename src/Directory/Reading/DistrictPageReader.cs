using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Reads <c>directory/district.yaml</c>.</summary>
internal static class DistrictPageReader
{
    public static DistrictPage? Read(YamlMap? page, KnownIds calendars)
    {
        if (page is null) return null;
        page.RefuseUnknownKeys("format", "demo", "id", "name", "public-name", "jurisdiction", "time-zone", "calendar", "office-hours", "languages", "areas");
        var district = new DistrictPage
        {
            Id = page.Id("id"),
            Name = page.Text("name"),
            PublicName = page.Text("public-name"),
            Jurisdiction = Fields.Jurisdiction(page),
            TimeZone = Fields.TimeZone(page),
            Calendar = page.Id("calendar"),
            OfficeHours = Fields.Week(page, "office-hours"),
            Languages = page.Texts("languages"),
            Areas = page.OptionalTexts("areas"),
        };
        if (page.Has("calendar")) calendars.Check(page["calendar"]!, district.Calendar);
        return district;
    }
}
