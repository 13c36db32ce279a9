namespace SupportBot.Directory;

/// <summary>
/// Lays what a source says over the people who are in force. A person keeps their id: by their account in Microsoft Entra, and by their
/// address only where one side does not know the account. A row that is refused leaves whoever it means as they were, because a slip in an
/// export must take nobody off duty; who is not in the source any more leaves. A source that would empty the duty roster is refused as a whole.
/// </summary>
public static class PeopleMerge
{
    /// <param name="book">What came of the last merge; <see cref="PeopleBook.Of"/> before the first.</param>
    /// <param name="fewerIsMeant">An administrator has said that the source may have far fewer people than before.</param>
    public static PeopleMerged Merge(IReadOnlyList<PersonRow> rows, PeopleBook book, District district, bool fewerIsMeant = false)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(district);
        List<PeopleFault> notes = [];
        var identities = new Identities(book, district.PeopleOfContent, notes);
        var merging = rows.Select(r => new RowInMerge(r, district)).ToList();
        RefuseDoubles(merging, r => r.EntraId, "Entra account");
        RefuseDoubles(merging, r => r.Mail.Length == 0 ? null : r.Mail, "mail address");

        var inForce = book.People.ToDictionary(p => p.Id);
        WhoIsWho.Settle(merging, inForce, identities);
        var people = InOrder(merging, inForce, identities, book, district);
        var faults = merging.SelectMany(r => r.Faults);
        if (PeopleGuard.Refuses(merging, people, book, district, fewerIsMeant) is { } refused)
            return new PeopleMerged(book, refused, [.. faults, .. notes], [], []);

        notes.AddRange(district.RosterWith(people).NamedAndGone.Select(id => new PeopleFault("directory/roster.yaml", $"{id} stands on the duty roster and is not there any more", "put somebody else on the roster", IsRefusal: false)));
        var next = new PeopleBook(people, Former(book, people));
        var now = people.Select(p => p.Id).ToHashSet();
        return new PeopleMerged(next, null, [.. faults, .. notes], [.. now.Where(id => !inForce.ContainsKey(id))], [.. inForce.Keys.Where(id => !now.Contains(id))]);
    }

    private static void RefuseDoubles(List<RowInMerge> rows, Func<RowInMerge, string?> key, string kind)
    {
        foreach (var group in rows.Where(r => key(r) is not null).GroupBy(r => key(r)!).Where(g => g.Count() > 1))
            foreach (var row in group)
                row.Refuse($"{group.Count()} rows have the {kind} {group.Key}: {string.Join("; ", group.Select(r => r.Row.Where).Take(5))}", "leave one of them, or give each person their own");
    }

    // Where nothing else says who is called first, the order of the list does; so people keep their places and new ones stand behind them.
    private static List<Person> InOrder(List<RowInMerge> rows, Dictionary<string, Person> inForce, Identities identities, PeopleBook book, District district)
    {
        var content = district.PeopleOfContent.ToDictionary(p => p.Id);
        var places = district.PeopleOfContent.Concat(book.People).Select(p => p.Id).Distinct().Select((id, at) => (id, at)).ToDictionary(p => p.id, p => p.at);
        return
        [
            .. rows.Where(r => r.Id is not null && (!r.IsRefused || inForce.ContainsKey(r.Id))).DistinctBy(r => r.Id)
                .Select(r => r.IsRefused ? inForce[r.Id!] : PersonOf(r, inForce.GetValueOrDefault(r.Id!), content.GetValueOrDefault(r.Id!), identities))
                .Select((person, at) => (person, at)).OrderBy(p => places.GetValueOrDefault(p.person.Id, places.Count + p.at)).Select(p => p.person),
        ];
    }

    private static Person PersonOf(RowInMerge row, Person? known, Person? content, Identities identities)
    {
        var untold = content ?? known;
        return new Person
        {
            Id = row.Id!,
            Name = row.Name,
            AlsoKnownAs = row.Row.OtherNames ?? OtherNames(row.Name, known, content),
            Mail = row.Mail,
            EntraId = row.EntraId ?? identities.EntraOf(row.Id!),
            Phone = row.Phone is null ? untold?.Phone : row.Phone.Length == 0 ? null : row.Phone,
            Posts = row.Posts ?? untold?.Posts ?? [],
            Trainings = row.Trainings ?? untold?.Trainings ?? [],
        };
    }

    // A former name stays one that people use: whoever is named by it in a report is still kept away from it.
    private static List<string> OtherNames(string name, Person? known, Person? content)
    {
        string?[] once = [.. content?.AlsoKnownAs ?? [], .. known?.AlsoKnownAs ?? [], content?.Name, known?.Name];
        return [.. once.OfType<string>().Where(n => PlainWords.Of(n) != PlainWords.Of(name)).DistinctBy(PlainWords.Of)];
    }

    private static List<PersonIdentity> Former(PeopleBook book, List<Person> people)
    {
        var there = people.Select(p => p.Id).ToHashSet();
        var mails = people.Select(p => p.Mail).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. book.Former.Concat(book.People.Select(PersonIdentity.Of)).Where(i => !there.Contains(i.Id)).DistinctBy(i => i.Id)
                .Select(i => i.Mail is not null && mails.Contains(i.Mail) ? i with { Mail = null } : i),
        ];
    }
}
