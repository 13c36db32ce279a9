namespace SupportBot.Directory;

/// <summary>
/// A school district: its schools, people, roles, calendars, duty roster and resources. Made by
/// <see cref="DistrictReader"/>, which has checked that everything it points to exists. Immutable but
/// for its people, who are replaced as a whole by <see cref="Bring"/>.
/// </summary>
public sealed class District
{
    private readonly Dictionary<string, School> _schools;
    private readonly RosterPage _rosterPage;
    private volatile Roll _roll;
    private readonly Dictionary<string, Role> _roles;
    private readonly Dictionary<string, SchoolCalendar> _calendars;
    private readonly SchoolCalendar _districtCalendar;

    internal District(DistrictPage page, IReadOnlyList<School> schools, IReadOnlyList<Role> roles, IReadOnlyList<Person> people, IReadOnlyList<SchoolYear> years, RosterPage roster, ResourceShelf resources)
    {
        (Id, Name, Jurisdiction, TimeZone, PublicName) = (page.Id, page.Name, page.Jurisdiction, page.TimeZone, page.PublicName);
        (Languages, Areas, Schools, Roles, Resources) = (page.Languages, page.Areas, schools, roles, resources);
        _schools = schools.ToDictionary(s => s.Id);
        _roles = roles.ToDictionary(r => r.Id);
        SchoolCalendar Calendar(string id, string zone, WeekHours hours) =>
            new([.. years.Where(y => y.Calendar == id)], zone, hours, page.OfficeHours);
        _calendars = schools.ToDictionary(s => s.Id, s => Calendar(s.Calendar, s.TimeZone, s.Hours));
        _districtCalendar = Calendar(page.Calendar, page.TimeZone, page.OfficeHours);
        _rosterPage = roster;
        PeopleOfContent = people;
        _roll = new Roll(people, RosterWith(people));
    }

    public string Id { get; }

    public string Name { get; }

    /// <summary>Where no school is known yet: <c>OR</c> or <c>CA</c>.</summary>
    public string Jurisdiction { get; }

    /// <summary>IANA time zone of the district office.</summary>
    public string TimeZone { get; }

    /// <summary>Goes into "I am a computer program of ___".</summary>
    public string PublicName { get; }

    /// <summary>Languages of the district's families as ISO 639 codes, the base language first.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Local areas beyond country and state whose resources are offered, such as <c>Portland</c>.</summary>
    public IReadOnlyList<string> Areas { get; }

    public IReadOnlyList<School> Schools { get; }

    public IReadOnlyList<Person> People => _roll.People;

    /// <summary>The people of the content file, whoever was brought since: what ids the roster means, and what another source does not tell.</summary>
    public IReadOnlyList<Person> PeopleOfContent { get; }

    public IReadOnlyList<Role> Roles { get; }

    /// <summary>Trainings that tasks may ask for.</summary>
    public IReadOnlyList<TrainingAsked> Trainings { get; init; } = [];

    /// <summary>Places for licensed wording.</summary>
    public IReadOnlyList<Slot> Slots { get; init; } = [];

    /// <summary>Which support is suggested from which share of missed days on; null where the district takes no absence figures.</summary>
    public AbsenceRule? Absence { get; init; }

    /// <summary>Files that say of themselves that what stands in them is invented (<c>demo: true</c>), such as <c>directory/people.yaml</c>. None in a real district.</summary>
    public IReadOnlyList<string> Invented { get; init; } = [];

    /// <summary>Words by which people tell who asks, for which grade and where; none in a district without them.</summary>
    public AskingWords Asking { get; init; } = AskingWords.None;

    public DutyRoster Roster => _roll.Roster;

    public ResourceShelf Resources { get; }

    /// <summary>
    /// Puts these people in the place of all before them, in one stroke: a reader sees the old list or the new one, never a
    /// mixture. Throws, and leaves the old list, where two of them share an id or an Entra account.
    /// </summary>
    public void Bring(IReadOnlyList<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        Person[] own = [.. people];
        _roll = new Roll(own, RosterWith(own));
    }

    /// <summary>The roster as it would call if these were the people.</summary>
    internal DutyRoster RosterWith(IReadOnlyList<Person> people) => new(_rosterPage, people, CalendarOf);

    /// <summary>Null where there is no such school.</summary>
    public School? School(string? id) => id is null ? null : _schools.GetValueOrDefault(id);

    /// <summary>Null where there is no such person.</summary>
    public Person? Person(string? id) => id is null ? null : _roll.ById.GetValueOrDefault(id);

    /// <summary>Whose account in Microsoft Entra this is; null where it is nobody's of the directory.</summary>
    public Person? PersonOfEntra(string? objectId) =>
        Guid.TryParse(objectId, out var id) ? _roll.ByEntra.GetValueOrDefault(id.ToString("D")) : null;

    /// <summary>Ids of the roles that a person holds or stands in for at a school; of the district's where it is null.</summary>
    public IReadOnlySet<string> RolesAt(string personId, string? schoolId) => Roles.Select(r => r.Id).Where(role => Roster.MayBeCalled(personId, role, schoolId)).ToHashSet();

    /// <summary>Null where there is no such role.</summary>
    public Role? Role(string id) => _roles.GetValueOrDefault(id);

    /// <summary>The calendar of a school; the district's own where the school is not known.</summary>
    public SchoolCalendar CalendarOf(string? schoolId) =>
        schoolId is not null && _calendars.TryGetValue(schoolId, out var calendar) ? calendar : _districtCalendar;

    /// <summary>Whose law applies at a school; the district's default where the school is not known.</summary>
    public string JurisdictionOf(string? schoolId) => School(schoolId)?.Jurisdiction ?? Jurisdiction;

    /// <summary>For whom resources are looked up: somebody at this school, whose state and local areas count.</summary>
    public ResourceAudience AudienceAt(string? schoolId, Who who) =>
        new(["US", JurisdictionOf(schoolId), .. Areas], who);

    /// <summary>For whom a question is looked up, by its own words: who asks, for which grade, and in which place.</summary>
    /// <param name="otherwise">Who asks where the words do not tell; where that is a student, a family may as well.</param>
    public ResourceAudience AudienceOf(string question, Who otherwise)
    {
        var asked = Asking.Read(question);
        Who? also = otherwise == Who.Staff && asked.Who == Who.Family ? Who.Staff : otherwise == Who.Student && asked.Who is null ? Who.Family : null;
        var audience = AudienceAt(null, asked.Who is Who.Family || otherwise == Who.Student ? asked.Who ?? otherwise : otherwise) with { Also = also, Grades = asked.Grades };
        if (asked.Places.Count == 0) return audience;
        // What belongs to the district goes wherever its people are; what belongs to another place on the map does not.
        var own = Areas.Where(a => Asking.Around(a) is not { } around || around.Contains(asked.Places[0]));
        return audience with { Areas = [.. asked.Places.Concat(own).Prepend("US").Distinct()], Places = asked.Places };
    }
}
