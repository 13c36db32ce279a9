namespace SupportBot.Directory;

/// <summary>Refuses a source as a whole that looks broken: an export that went wrong must not empty the duty roster at night.</summary>
internal static class PeopleGuard
{
    /// <returns>Why, as sentences for an administrator; null where the source may be taken.</returns>
    public static string? Refuses(List<RowInMerge> rows, List<Person> people, PeopleBook book, District district, bool fewerIsMeant)
    {
        if (rows.Count == 0) return "The source gives nobody. The people of before stay in force.";
        var usable = rows.Where(r => !r.IsRefused).Select(r => r.Id!).ToHashSet();
        if (usable.Count == 0) return "The source gives nobody that can be used: every row is refused. The people of before stay in force.";
        if (!fewerIsMeant && FarFewer(usable, people, book) is { } fewer) return fewer;
        return Uncovered(people, book, district);
    }

    private static string? FarFewer(HashSet<string> usable, List<Person> people, PeopleBook book)
    {
        const string Meant = "That looks like a broken export, and the people of before stay in force. If it is meant so, start the program once with People:FewerIsMeant=true.";
        var remain = book.People.Count(p => usable.Contains(p.Id));
        if (remain * 2 < book.People.Count) return $"Of the {book.People.Count} people of before, the source has only {remain} that can be used. {Meant}";
        var now = people.ToDictionary(p => p.Id, p => p.Posts);
        var held = book.People.Sum(p => p.Posts.Count);
        var kept = book.People.Sum(p => now.TryGetValue(p.Id, out var posts) ? p.Posts.Count(posts.Contains) : 0);
        return kept * 2 < held ? $"Of the {held} roles that people held before, the source leaves only {kept} with them. {Meant}" : null;
    }

    // What must be reachable at every hour stays so, whatever anybody meant.
    private static string? Uncovered(List<Person> people, PeopleBook book, District district)
    {
        var (before, after) = (district.RosterWith(book.People), district.RosterWith(people));
        foreach (var role in district.Roles.Where(r => r.OutOfHours))
            foreach (var school in district.Schools.Select(s => s.Id).Append(null))
                if (!people.Any(p => after.MayBeCalled(p.Id, role.Id, school)) && book.People.Any(p => before.MayBeCalled(p.Id, role.Id, school)))
                    return $"Nobody would be left who can be called as {role.Id}{(school is null ? "" : $" at {school}")}, day and night. The people of before stay in force: give the role to somebody first.";
        return null;
    }
}
