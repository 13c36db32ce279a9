using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>
/// Whom tasks that have opened are told to: whoever one was handed to, and of the others whoever holds the role at the case's school now. Not told is a role that knows already:
/// that of the person who works the case, and while nobody does, one that the case's alert has called.
/// </summary>
public sealed class TaskAddressees(District district, CaseSight sight)
{
    /// <returns>The people, and whether the role had to be told and nobody is there to hear it.</returns>
    public (IReadOnlyList<Person> People, bool FoundNobody) Of(Notice notice, Case @case, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(@case);
        var open = OpenedTasks.StillOpen(@case, notice.Subject);
        var handed = open.Select(t => district.Person(t.Owner)).OfType<Person>().Where(p => !@case.Excluded.Contains(p.Id));
        var ofTheRole = open.Where(t => district.Person(t.Owner) is null && !Knows(notice.Role, t, @case)).ToList();
        if (ofTheRole.Count == 0) return ([.. handed.Distinct()], false);
        // Who has filled in the only one of them is not asked to agree to it.
        IEnumerable<string> first = ofTheRole.TrueForAll(t => t.WaitsForSecond) ? ofTheRole.Select(t => t.ProposedBy!) : [];
        // Whoever may not open the case could do nothing with the notice.
        var holders = district.Roster.HoldersOf(notice.Role, @case.KnownSchool, now, @case.Excluded.Concat(first)).Where(p => sight.See(p, @case) is not null).ToList();
        // A task is no alarm: whoever stands in for the role is told only where none who holds it is there.
        var own = holders.Where(p => p.Holds(notice.Role, @case.KnownSchool)).ToList();
        return ([.. handed.Concat(own.Count > 0 ? own : holders).Distinct()], holders.Count == 0);
    }

    private bool Knows(string role, CaseTask task, Case @case)
    {
        // A second person is never the one who works at it, so somebody has to be asked.
        if (task.WaitsForSecond) return @case.Owner is { } second && second != task.ProposedBy && district.Roster.MayBeCalled(second, role, @case.KnownSchool);
        if (@case.Owner is { } owner) return district.Roster.MayBeCalled(owner, role, @case.KnownSchool);
        return @case.Alerts.Any(a => a.Acknowledged is null && a.Ladder.Take(a.At + 1).Any(r => r.Role == role));
    }
}
