using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Steps that wait in a case and that this person may go on with.</summary>
/// <param name="Plan">Of the case, with titles in the language that was asked for.</param>
/// <param name="MaySee">False where the case itself is not theirs to open: somebody who began steps may take them back all the same.</param>
public sealed record WaitingFor(Case Case, CasePlan Plan, CaseSteps Steps, bool MaySee);

/// <summary>Finds what waits for a person: in Teams and in the console the same.</summary>
public sealed class StepsWaiting(ICaseBook cases, CaseSight sight)
{
    private const int MostLooked = 500;

    /// <summary>Of each case the newest that the person may go on with, oldest first. What they gave to somebody else is not theirs to do; what they kept for themselves is.</summary>
    /// <param name="language">such as <c>es</c></param>
    public async Task<IReadOnlyList<WaitingFor>> OfAsync(Person person, string language, int most, CancellationToken cancel)
    {
        List<WaitingFor> waiting = [];
        foreach (var @case in await cases.WithStepsWaitingAsync(MostLooked, cancel))
            if (@case.Steps.LastOrDefault(s => (s.From != person.Id || s.To == person.Id) && sight.MayGoOn(person, @case, s)) is { } steps && sight.HearsOf(person, @case, steps, language) is { } plan)
                waiting.Add(new WaitingFor(@case, plan, steps, sight.See(person, @case) is not null));
        return [.. waiting.OrderBy(w => w.Steps.Since).Take(most)];
    }
}
