using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>A district, or what keeps the content from being one.</summary>
/// <param name="District">Null where one of the faults is an error.</param>
/// <param name="Faults">In reading order; warnings may stand beside a usable district.</param>
public sealed record DistrictReading(District? District, IReadOnlyList<Fault> Faults);

/// <summary>
/// Makes a <see cref="Directory.District"/> of content files and checks everything that points to something else.
/// Reads <c>directory/district.yaml</c>, <c>schools.yaml</c>, <c>people.yaml</c> and <c>roster.yaml</c> there, where it exists
/// <c>trainings.yaml</c> and <c>attendance.yaml</c>, <c>roles/roles.yaml</c>, where it exists <c>slots/slots.yaml</c>, every <c>.yaml</c> under <c>asking/</c>, where there is one, and every <c>.yaml</c> under <c>calendars/</c> and <c>resources/</c>; other paths are left alone.
/// The first four may say <c>demo: true</c>: what stands in them is invented.
/// </summary>
public static class DistrictReader
{
    /// <param name="files">Path inside the content folder, with forward slashes, to the file's text.</param>
    public static DistrictReading Read(IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var pages = new ContentPages(files);
        var (roles, schools, people, calendars) = (new KnownIds("role"), new KnownIds("school"), new KnownIds("person"), new KnownIds("calendar"));

        var rolesRead = RolesReader.Read(pages.One("roles/roles.yaml"), roles);
        var years = CalendarReader.Read(pages.Under("calendars/"), calendars);
        var districtPage = pages.One("directory/district.yaml");
        var page = DistrictPageReader.Read(districtPage, calendars);
        var schoolsPage = pages.One("directory/schools.yaml");
        var schoolsRead = SchoolsReader.Read(schoolsPage, page, schools, calendars);
        var trainings = new KnownIds("training");
        var trainingsRead = TrainingsReader.Trainings(pages.Optional("directory/trainings.yaml"), trainings);
        var absence = AttendanceReader.Read(pages.Optional("directory/attendance.yaml"));
        var slots = TrainingsReader.Slots(pages.Optional("slots/slots.yaml"), roles);
        var peoplePage = pages.One("directory/people.yaml");
        var peopleRead = PeopleReader.Read(peoplePage, people, roles, schools, trainings);
        PeopleReader.WarnOfEmptyRoles(peoplePage, peopleRead, rolesRead, schoolsRead);
        var rosterPage = pages.One("directory/roster.yaml");
        var roster = RosterReader.Read(rosterPage, new RosterReferences(rolesRead, peopleRead, schoolsRead, people, roles, schools));
        var shelf = ResourceReader.Read(pages.Under("resources/"), roles);
        var asking = AskingReader.Read(files.Keys.Any(f => f.StartsWith("asking/", StringComparison.Ordinal)) ? pages.Under("asking/") : [], (shelf?.All ?? []).SelectMany(r => r.Areas).ToHashSet(StringComparer.Ordinal));

        (string File, YamlMap? Page)[] marked = [("directory/district.yaml", districtPage), ("directory/schools.yaml", schoolsPage), ("directory/people.yaml", peoplePage), ("directory/roster.yaml", rosterPage)];
        List<string> invented = [.. marked.Where(m => m.Page?.Flag("demo") == true).Select(m => m.File)];
        var faults = pages.AllFaults();
        if (faults.HasErrors || page is null || shelf is null) return new DistrictReading(null, faults.InReadingOrder());
        return new DistrictReading(new District(page, schoolsRead, rolesRead, peopleRead, years, roster, shelf) { Trainings = trainingsRead, Slots = slots, Absence = absence, Asking = asking, Invented = invented }, faults.InReadingOrder());
    }
}
