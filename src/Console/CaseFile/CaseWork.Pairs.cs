using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Work on two cases at once: both are written, or neither.</summary>
public sealed partial class CaseWork
{
    /// <param name="otherNumber">Of a case that the person may see as well; where there is none, nothing is done and it counts as come too late.</param>
    /// <param name="act">Gets this case with its moment, and the other.</param>
    public async Task<Worked> DoBothAsync(Person person, string number, string otherNumber, string verb, Func<SeenCase, SeenCase, CaseMoment, PairResult> act, CancellationToken cancel)
    {
        if (await FindAsync(person, number, cancel) is not { } seen) return new Worked(null);
        if (await FindAsync(person, otherNumber, cancel) is not { } other) return new Worked(seen, CameTooLate: true);
        var pair = seen.Case.Shredded || other.Case.Shredded ? new Refusal.CaseIsClosed() : act(seen, other, MomentOf(person, seen));
        if (pair.Refused is { } refused)
        {
            Log.Refused(log, seen.Case.Id, verb, person.Id, refused.GetType().Name);
            return new Worked(seen, refused);
        }

        return await EndAsync(person, seen, verb, [new CaseChange(pair.One!, seen.Case.Revision), new CaseChange(pair.Other!, other.Case.Revision)], cancel);
    }

    /// <summary>Opens a child case by a protocol that the case's plan links. Refused as <see cref="Refusal.NoSuchMove"/> where the plan has no such way.</summary>
    public async Task<Worked> OpenChildAsync(Person person, string number, string protocolId, CancellationToken cancel)
    {
        if (await FindAsync(person, number, cancel) is not { } seen) return new Worked(null);
        var moment = MomentOf(person, seen);
        if (seen.Case.Shredded || CaseEngine.IsOver(seen.Case, seen.Plan)) return new Worked(seen, new Refusal.CaseIsClosed());
        if (children.Openable(seen, moment.Now).All(p => p.Id != protocolId) || children.Open(seen.Case, protocolId, moment) is not var (parent, child))
            return new Worked(seen, new Refusal.NoSuchMove(seen.Case.State, protocolId));
        return await EndAsync(person, seen, "open-child", [new CaseChange(parent, seen.Case.Revision), child], cancel);
    }

    // Whoever is kept out of a case now is kept out of those that came of it before: its children, and the one it goes on as.
    private async Task<List<CaseChange>> KeptOutElsewhereAsync(Case before, Case after, CaseMoment moment, CancellationToken cancel)
    {
        List<CaseChange> changes = [];
        if (after.Excluded.Except(before.Excluded).ToList() is not { Count: > 0 } now) return changes;
        var (next, seen) = (new Queue<Guid>(before.CameOfIt), new HashSet<Guid> { before.Id });
        while (next.TryDequeue(out var id))
        {
            if (!seen.Add(id) || await book.FindAsync(id, cancel) is not { } other || plans.Of(other) is not { } plan) continue;
            foreach (var further in other.CameOfIt) next.Enqueue(further);
            if (now.Except(other.Excluded).ToList() is { Count: > 0 } more)
                changes.Add(new CaseChange(CaseEngine.KeepOut(other, more, moment with { Plan = plan, Calendar = calendars.Of(other.SchoolId) }), other.Revision));
        }

        return changes;
    }

    private async Task<Worked> EndAsync(Person person, SeenCase seen, string verb, IReadOnlyList<CaseChange> changes, CancellationToken cancel)
    {
        if (await book.CommitAsync(changes, cancel))
        {
            Log.Worked(log, seen.Case.Id, verb, person.Id);
            return new Worked(await FindAsync(person, seen.Case.Number, cancel) ?? seen with { Case = changes[0].Step.Case });
        }

        Log.CameTooLate(log, seen.Case.Id, verb, person.Id);
        return new Worked(await FindAsync(person, seen.Case.Number, cancel), CameTooLate: true);
    }
}
