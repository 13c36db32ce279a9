using CsCheck;

namespace SupportBot.Directory.Tests;

/// <summary>What holds of the merge whatever a source says, reading after reading.</summary>
public class PeopleMergeLawTests
{
    private static readonly District District = SmallDistrict.District;
    private static readonly string[] Accounts = [.. Enumerable.Range(1, 6).Select(i => $"aaaaaaaa-0000-4000-8000-00000000000{i}"), "no-account", ""];
    private static readonly string[] Mails = ["ana@example.org", "ben@example.org", "CLEO@example.org", "eli@example.org", "dina@example.org", "f@example.org", "g@example.org", "broken", ""];
    private static readonly string[] Names = ["Ana García-López", "Ben Park", "Cleo O'Brien", "Eli Stone", "Dina Park", "Fay Moss", "Ben Moss", "...", ""];
    private static readonly string[] Posts = ["counselor@north-middle", "duty-counselor@district", "hr@district", "nurse@nowhere", "hr"];

    private static Gen<string> Any(string[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static readonly Gen<PersonRow> Row = Gen.Select(Any(Names), Any(Mails), Any(Accounts), Any(Posts).List[0, 3], Gen.Bool)
        .Select((name, mail, account, posts, tells) => new PersonRow { Where = $"row {name}", Name = name, Mail = mail, EntraId = account, Posts = tells ? posts : null });

    [Fact]
    public void Whatever_comes_an_id_is_for_ever_one_accounts_and_nobody_is_there_twice() =>
        Row.List[0, 8].List[1, 6].Sample(readings =>
        {
            var book = PeopleBook.Of(District);
            Dictionary<string, string> accountOf = [];
            foreach (var rows in readings)
            {
                var merged = PeopleMerge.Merge(rows, book, District, fewerIsMeant: true);
                if (merged.Refused is not null && !ReferenceEquals(book, merged.Book)) return false;
                var everybodyBefore = book.People.Select(p => p.Id).Concat(book.Former.Select(f => f.Id)).ToHashSet();
                book = merged.Book;
                var people = book.People;
                if (people.Select(p => p.Id).Concat(book.Former.Select(f => f.Id)).Distinct().Count() != people.Count + book.Former.Count) return false;
                if (people.DistinctBy(p => p.Mail.ToLowerInvariant()).Count() != people.Count) return false;
                var known = people.Select(PersonIdentity.Of).Concat(book.Former).Where(i => i.EntraId is not null).ToList();
                if (known.DistinctBy(i => i.EntraId).Count() != known.Count) return false;
                foreach (var identity in known)
                    if (!accountOf.TryAdd(identity.Id, identity.EntraId!) && accountOf[identity.Id] != identity.EntraId) return false;
                if (!everybodyBefore.IsSubsetOf(people.Select(p => p.Id).Concat(book.Former.Select(f => f.Id)))) return false;
                _ = District.RosterWith(people).HoldersOf("duty-counselor", null, DateTimeOffset.UnixEpoch);
            }

            return true;
        }, iter: 3000);

    [Fact]
    public void The_same_reading_twice_is_the_same_as_once() =>
        Row.List[1, 8].Sample(rows =>
        {
            var once = PeopleMerge.Merge(rows, PeopleBook.Of(District), District, fewerIsMeant: true);
            if (once.Refused is not null) return true;
            var twice = PeopleMerge.Merge(rows, once.Book, District, fewerIsMeant: true);
            return twice.Refused is not null || twice.Came.Count + twice.Left.Count == 0;
        }, iter: 3000);

    [Fact]
    public void Whoever_can_be_called_day_and_night_there_is_always_somebody() =>
        Row.List[0, 8].Sample(rows =>
        {
            var people = PeopleMerge.Merge(rows, PeopleBook.Of(District), District, fewerIsMeant: true).Book.People;
            return District.RosterWith(people).HoldersOf("duty-counselor", "north-middle", new DateTimeOffset(2026, 10, 7, 9, 0, 0, TimeSpan.Zero)).Count > 0;
        }, iter: 2000);
}
