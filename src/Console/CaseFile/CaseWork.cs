using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What came of a piece of work on a case.</summary>
/// <param name="Seen">The case afterwards; null where there is none that this person may see.</param>
/// <param name="Refused">Why it was not done.</param>
/// <param name="CameTooLate">True where the case changed at the same moment and nothing was written.</param>
public sealed record Worked(SeenCase? Seen, Refusal? Refused = null, bool CameTooLate = false)
{
    public bool IsDone => Seen is not null && Refused is null && !CameTooLate;
}

/// <summary>
/// The way from a page to the engine and into the book. Loads the case, asks whether the person may see it, lets the engine decide,
/// and commits against the revision that was loaded.
/// </summary>
public sealed partial class CaseWork(ICaseBook book, CaseSight sight, District district, ICaseCalendars calendars, TrainedPeople trained, ChildCases children, CasePlans plans, TimeProvider clock, ILogger<CaseWork> log)
{
    /// <summary>How often work that only adds is tried again on the newer case.</summary>
    private const int Tries = 4;

    /// <summary>Null where there is no such case, and where the person may not see it.</summary>
    public async Task<SeenCase?> FindAsync(Person person, string number, CancellationToken cancel) =>
        IsNumber(number) && await book.FindByNumberAsync(number, cancel) is { } found ? sight.See(person, found) : null;

    /// <param name="verb">Name for the log.</param>
    /// <param name="adds">True for work that means the same on a newer case: it is then tried again. False: the person looks first.</param>
    public async Task<Worked> DoAsync(Person person, string number, string verb, bool adds, Func<SeenCase, CaseMoment, CaseResult> act, CancellationToken cancel)
    {
        for (var left = adds ? Tries : 1; ; left--)
        {
            if (await FindAsync(person, number, cancel) is not { } seen) return new Worked(null);
            var moment = MomentOf(person, seen) with { Trainings = await trained.OfAsync(person, seen.Case, seen.Plan, cancel) };
            // Of a shredded case nothing is left to work on.
            var result = seen.Case.Shredded ? new Refusal.CaseIsClosed() : act(seen, moment);
            if (result.Refused is { } refused)
            {
                Log.Refused(log, seen.Case.Id, verb, person.Id, refused.GetType().Name);
                return new Worked(seen, refused);
            }

            var step = result.Step!;
            IReadOnlyList<CaseChange> elsewhere = [.. await KeptOutElsewhereAsync(seen.Case, step.Case, moment, cancel)];
            if (await (step.Children.Count + elsewhere.Count == 0 ? book.CommitAsync(step, seen.Case.Revision, cancel) : book.CommitAsync([.. children.With(step, seen.Case.Revision, moment), .. elsewhere], cancel)))
            {
                Log.Worked(log, seen.Case.Id, verb, person.Id);
                return new Worked(await FindAsync(person, number, cancel) ?? seen with { Case = step.Case });
            }

            Log.CameTooLate(log, seen.Case.Id, verb, person.Id);
            if (left <= 1) return new Worked(await FindAsync(person, number, cancel), CameTooLate: true);
        }
    }

    /// <summary>Opens the words of a case: the trace of the reading is written first.</summary>
    /// <returns>Null words where the case kept changing meanwhile; a null case where there is none for this person.</returns>
    public async Task<(SeenCase? Seen, IReadOnlyList<Words>? Words)> ReadAsync(Person person, string number, CancellationToken cancel)
    {
        for (var left = Tries; left > 0; left--)
        {
            if (await FindAsync(person, number, cancel) is not { } seen) return (null, null);
            if (seen.Case.Shredded) return (seen, []);
            if (await book.OpenWordsAsync(CaseEngine.Read(seen.Case, MomentOf(person, seen)), seen.Case.Revision, cancel) is not { } words) continue;
            Log.Worked(log, seen.Case.Id, "read", person.Id);
            return (await FindAsync(person, number, cancel) ?? seen, words);
        }

        return (await FindAsync(person, number, cancel), null);
    }

    /// <summary>A moment in which the person counts as trained in nothing: what asks for a training goes through <see cref="DoAsync"/>, which looks.</summary>
    public CaseMoment MomentOf(Person person, SeenCase seen) =>
        new(Actor.Staff(person.Id), clock.GetUtcNow(), seen.Plan, calendars.Of(seen.Case.SchoolId), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(16)))
        {
            RolesHere = district.RolesAt(person.Id, seen.Case.KnownSchool),
        };

    private static bool IsNumber(string number) => number.Length == 7 && number[3] == '-' && number.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
}
