using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>The cases that one person may see, most severe and oldest first.</summary>
/// <param name="IsCut">True where there are more in the book than were looked at.</param>
public sealed record ListedCases(IReadOnlyList<SeenCase> Cases, bool IsCut);

/// <summary>Makes a person's list of cases. The book filters coarsely; who sees what is decided here, and only what is seen is counted.</summary>
public sealed class CaseList(ICaseBook book, CaseSight sight)
{
    private const int Most = 1000;

    public async Task<ListedCases> OfAsync(Person person, QueueFilter filter, CancellationToken cancel)
    {
        var asked = filter with { Most = Most };
        var found = await book.QueueAsync(asked, cancel);
        // A busy district must not push a school's own cases out of its people's list.
        if (found.Count == Most && sight.SchoolsOf(person) is { } own)
        {
            var schools = filter.SchoolIds is { } chosen ? [.. chosen.Intersect(own)] : own;
            found = [.. (await book.QueueAsync(asked with { SchoolIds = schools }, cancel)).Concat(found).DistinctBy(c => c.Id)];
        }

        var seen = found.Select(c => sight.See(person, c)).OfType<SeenCase>()
            .OrderByDescending(s => s.Case.Severity).ThenBy(s => s.Case.OpenedAt).ThenBy(s => s.Case.Number, StringComparer.Ordinal);
        return new ListedCases([.. seen], found.Count >= Most);
    }
}
