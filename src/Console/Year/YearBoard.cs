using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>A beginning with the entry of the protocol in use that it came of.</summary>
public sealed record BegunEntry(Beginning Beginning, Protocol Protocol, YearlyStart Entry)
{
    public DateOnly Due => Entry.DueAfter(Beginning.On);
}

/// <summary>What the school's year begins by itself: where and when, for whom, and what was said of it.</summary>
public sealed class YearBoard(District district, ProtocolShelf shelf, IBeginnings book, TimeProvider clock)
{
    // A beginning stands until somebody says something, or until the next year's takes its place.
    private const int YearAndSome = 400;

    public DateOnly Today => district.CalendarOf(null).Today(clock.GetUtcNow());

    /// <summary>Of the versions that are in use today.</summary>
    public IReadOnlyList<(Protocol Protocol, YearlyStart Entry)> Entries =>
    [
        .. shelf.All.Select(p => p.Id).Distinct().Select(id => shelf.Startable(id, Today)).OfType<Protocol>().SelectMany(p => p.Yearly.Select(y => (p, y))),
    ];

    /// <summary>
    /// What has begun by now at schools where somebody is to be told: on the day itself, or later where the program did not run or the post was vacant, as long as it is not past the
    /// day by which it is to be done.
    /// </summary>
    public IReadOnlyList<BegunEntry> Begun()
    {
        var now = clock.GetUtcNow();
        List<BegunEntry> begun = [];
        foreach (var (protocol, entry) in Entries)
            foreach (var school in district.Schools.Where(s => entry.Concerns(s.Levels) && (protocol.Jurisdictions.Count == 0 || protocol.Jurisdictions.Contains(s.Jurisdiction))))
            {
                var today = district.CalendarOf(school.Id).Today(now);
                var on = entry.On.LastBefore(today);
                if (DayOf(entry, school.Id, on) <= today && today <= entry.DueAfter(on) && HoldersOf(entry, school.Id).Count > 0)
                    begun.Add(new BegunEntry(new Beginning(protocol.Id, entry.Id, school.Id, on, today), protocol, entry));
            }

        return begun;
    }

    /// <summary>The day on which people of a school are told of what content begins on <paramref name="on"/>.</summary>
    public DateOnly DayOf(YearlyStart entry, string schoolId, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var calendar = district.CalendarOf(schoolId);
        return entry.Days == Cases.WorkCalendar.WorkingDays ? calendar.WorkingDayFrom(on) : calendar.SchoolDayFrom(on);
    }

    /// <summary>
    /// Whom it is told to: everybody who holds the role at the school, and where nobody does, in the district. Not whoever stands in on the duty roster: it is no alert, it waits for
    /// weeks, and the same people should hear of it as say that it has begun.
    /// </summary>
    public IReadOnlyList<Person> HoldersOf(YearlyStart entry, string schoolId)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var own = district.People.Where(p => p.Posts.Contains(new Post(entry.Tells, schoolId))).ToList();
        return own.Count > 0 ? own : [.. district.People.Where(p => p.Posts.Contains(new Post(entry.Tells, null)))];
    }

    /// <summary>What was begun at schools of this person, the newest of each, by the day on which it is due; with what was said of it.</summary>
    public async Task<IReadOnlyList<BegunEntry>> OfAsync(Person person, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        var entries = Entries;
        if (entries.All(e => !person.Holds(e.Entry.Tells))) return [];
        var all = await book.SinceAsync(Today.AddDays(-YearAndSome), cancel);
        return
        [
            .. all.GroupBy(b => (b.Protocol, b.Entry, b.SchoolId)).Select(g => g.MaxBy(b => b.On)!)
                .SelectMany(b => entries.Where(e => e.Protocol.Id == b.Protocol && e.Entry.Id == b.Entry).Select(e => new BegunEntry(b, e.Protocol, e.Entry)))
                .Where(b => HoldersOf(b.Entry, b.Beginning.SchoolId).Any(p => p.Id == person.Id))
                .OrderBy(b => b.Due).ThenBy(b => b.Entry.Id, StringComparer.Ordinal).ThenBy(b => SchoolName(b.Beginning.SchoolId), StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Of those, what nobody has said anything of yet.</summary>
    public async Task<IReadOnlyList<BegunEntry>> OpenForAsync(Person person, CancellationToken cancel) =>
        [.. (await OfAsync(person, cancel)).Where(b => b.Beginning.Answer == BeginningAnswer.None)];

    public string SchoolName(string schoolId) => district.School(schoolId)?.Name ?? schoolId;
}
