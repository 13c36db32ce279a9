namespace SupportBot.Directory;

/// <summary>Answers who holds a role at a school at a moment, and in which order they are called.</summary>
public sealed class DutyRoster
{
    private readonly RosterPage _page;
    private readonly IReadOnlyList<Person> _people;
    private readonly Dictionary<string, Person> _byId;
    private readonly Func<string?, SchoolCalendar> _calendarOf;

    internal DutyRoster(RosterPage page, IReadOnlyList<Person> people, Func<string?, SchoolCalendar> calendarOf)
    {
        (_page, _people, _calendarOf) = (page, people, calendarOf);
        _byId = people.ToDictionary(p => p.Id);
    }

    /// <summary>
    /// The people to call for <paramref name="role"/>, primary first. In this order: on duty by the school's own roster
    /// entry and its fallback, then on duty by the district's entry and its fallback. Where that leaves nobody, everybody
    /// who holds the role at the school and then in the district, on duty or not: an alert to somebody off duty is better
    /// than an alert to nobody. People who are absent that day or listed in <paramref name="except"/> never appear.
    /// </summary>
    /// <param name="schoolId">Null where the school is not known: then only the district's people are found, and the district's clock counts.</param>
    /// <param name="except">Ids of people with a conflict of interest, such as staff named in the report.</param>
    /// <returns>May be empty. An empty answer is a fact the caller must show and climb over, never a reason to stop.</returns>
    public IReadOnlyList<Person> HoldersOf(string role, string? schoolId, DateTimeOffset at, IEnumerable<string>? except = null)
    {
        var calendar = _calendarOf(schoolId);
        var local = calendar.Local(at);
        var excluded = (except ?? []).ToHashSet();
        var absent = _page.Absences.Where(a => a.Covers(DateOnly.FromDateTime(local))).Select(a => a.PersonId).ToHashSet();
        bool IsThere(string id) => !excluded.Contains(id) && !absent.Contains(id);

        var called = EntriesFor(role, schoolId)
            .SelectMany(e => e.OnDuty(local).Concat(e.Fallback))
            .Where(IsThere).Distinct()
            .Where(_byId.ContainsKey).Select(id => _byId[id]).ToList(); // who left the district may still stand on the roster
        if (called.Count > 0) return called;
        return [.. HoldersOnPaper(role, schoolId).Where(p => IsThere(p.Id))];
    }

    /// <summary>Everybody who holds the role at the school, then in the district; duty and absence not considered.</summary>
    public IReadOnlyList<Person> HoldersOnPaper(string role, string? schoolId) =>
    [
        .. _people.Where(p => schoolId is not null && p.Posts.Contains(new Post(role, schoolId)))
            .Concat(_people.Where(p => p.Posts.Contains(new Post(role, null))))
            .Distinct(),
    ];

    /// <summary>
    /// True where the person may ever be called for the role at that school: holds it there or in the district, or stands
    /// in for it on the roster. Whoever is called must be able to open the case, so access asks this and not the post alone.
    /// </summary>
    public bool MayBeCalled(string personId, string role, string? schoolId) =>
        _byId.TryGetValue(personId, out var person)
        && (person.Holds(role, schoolId) || EntriesFor(role, schoolId).Exists(e => e.Names(personId)));

    /// <summary>Ids that the roster calls, absences aside, and whose people are not there any more.</summary>
    public IReadOnlyList<string> NamedAndGone =>
    [
        .. _page.Entries.SelectMany(e => e.Shifts.SelectMany(s => s.People).Concat(e.Overrides.SelectMany(o => o.People)).Concat(e.Fallback))
            .Distinct().Where(id => !_byId.ContainsKey(id)),
    ];

    private List<RosterEntry> EntriesFor(string role, string? schoolId) =>
    [
        .. _page.Entries.Where(e => e.Role == role && schoolId is not null && e.Schools.Contains(schoolId))
            .Concat(_page.Entries.Where(e => e.Role == role && e.IsDistrictWide)),
    ];
}
