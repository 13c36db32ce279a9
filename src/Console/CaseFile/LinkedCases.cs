using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>A case that belongs to another, as one person may know it.</summary>
/// <param name="Number">Null where this person may not see it: then it is "another case" and nothing more.</param>
/// <param name="Title">Its kind in words; null where <paramref name="Number"/> is.</param>
public sealed record LinkedCase(LinkKind Kind, string? Number, string? Title);

/// <summary>Tells a person of linked cases no more than the rules of each of them allow.</summary>
public sealed class LinkedCases(ICaseBook book, CaseSight sight)
{
    public async Task<IReadOnlyList<LinkedCase>> OfAsync(Person person, Case @case, CancellationToken cancel)
    {
        List<LinkedCase> linked = [];
        foreach (var tie in @case.Links)
        {
            var seen = await book.FindAsync(tie.CaseId, cancel) is { } other ? sight.See(person, other) : null;
            linked.Add(new LinkedCase(tie.Kind, seen?.Case.Number, seen?.Plan.Title));
        }

        return linked;
    }
}
