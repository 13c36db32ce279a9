using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Takes hires into the book, and finds those again whom the directory did not know when they were brought.</summary>
public sealed class HireImport(District district, HirePlans plans, IHireBook book, TimeProvider clock, ILogger<HireImport> log)
{
    /// <summary>All in one transaction; whoever is there as told stays as they are.</summary>
    /// <returns>How many were new, and how many were there and differ now; null where somebody else's list came between, and nothing was written.</returns>
    public async Task<(HirePlan Plan, int Added, int Changed)?> BringAsync(Person by, IReadOnlyList<HireRow> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        var plan = await plans.OfAsync(rows, cancel);
        try
        {
            var (added, changed) = await book.BringAsync([.. plan.Hires.Select(h => h.Hire)], (a, c) => Entry(Actor.Staff(by.Id), AuditAction.HiresBrought, FormattableString.Invariant($"{a}:{c}")), cancel);
            Log.HiresBrought(log, by.Id, added, changed);
            return (plan, added, changed);
        }
        catch (ArgumentException)
        {
            // One person would have two hires: another list told of them at the same moment.
            return null;
        }
    }

    /// <summary>Looks in the directory for hires who were not there. Whoever has a hire already is not given a second one.</summary>
    /// <returns>How many were found.</returns>
    public async Task<int> FindWaitingAsync(CancellationToken cancel)
    {
        var kept = await book.AllAsync(cancel);
        if (!kept.Any(h => h.PersonId is null)) return 0;
        var matches = new HireMatches(district);
        var taken = kept.Select(h => h.PersonId).OfType<string>().ToHashSet();
        var found = kept.Where(h => h.PersonId is null).Select(h => h with { PersonId = matches.Of(h.Details.Mail.Reveal())?.Id }).Where(h => h.PersonId is not null && taken.Add(h.PersonId)).ToList();
        if (found.Count == 0) return 0;
        var (_, changed) = await book.BringAsync(found, (_, c) => Entry(Actor.Program, AuditAction.HiresFound, FormattableString.Invariant($"{c}")), cancel);
        Log.HiresFound(log, changed);
        return changed;
    }

    private AuditEntry Entry(Actor actor, string action, string subject) => new(Guid.Empty, actor, action, subject, clock.GetUtcNow());
}
