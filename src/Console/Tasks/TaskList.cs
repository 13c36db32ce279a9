using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>The open tasks of a person. The book finds them by role and due time; who sees and who may do what is decided here.</summary>
public sealed class TaskList(ICaseBook book, CaseSight sight, TrainedPeople trained, District district)
{
    // The book filters coarsely: what somebody does not see is passed over, but nobody's page reads the whole district.
    private const int AtOnce = 100;
    private const int MostLooked = 2_000;

    /// <summary>
    /// Those that the person may do what comes next on (<paramref name="all"/>: every one of cases they may see), overdue and earliest first. Mine is what was handed to me, and what was
    /// handed to nobody and is for a role that I hold or stand in for at the case's school.
    /// </summary>
    /// <param name="school">Directory id; null for all schools.</param>
    /// <param name="after">Only what comes after it.</param>
    public async Task<TaskPart> OfAsync(Person person, bool all, string? school, TaskMark? after, int most, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        IReadOnlyList<string>? roles = all ? null : [.. district.Schools.Select(s => (string?)s.Id).Append(null).SelectMany(s => district.RolesAt(person.Id, s)).Distinct()];
        IReadOnlyList<string>? schools = school is not null ? [school] : all ? sight.SchoolsOf(person) : null;
        Dictionary<string, IReadOnlySet<string>> here = [];
        IReadOnlySet<string> RolesAt(Case @case) => here.TryGetValue(@case.SchoolId, out var known) ? known : here[@case.SchoolId] = district.RolesAt(person.Id, @case.KnownSchool);
        var record = await trained.OfAsync(person, cancel);
        List<ListedTask> found = [];
        for (var looked = 0; looked < MostLooked; looked += AtOnce)
        {
            var some = await book.TasksAsync(new TaskFilter(schools, roles, person.Id, after, AtOnce), cancel);
            // Fewer than asked for is not the end: one whose case does not open must not hide those behind it.
            if (some.Count == 0) return new TaskPart(found, null);
            foreach (var task in some)
            {
                // One that several roles may do comes several times, one after the other.
                if (task.Mark == after) continue;
                if (found.Count == most) return new TaskPart(found, after);
                after = task.Mark;
                if (ListedFor(person, task, record, RolesAt) is { } listed && (all || listed.IsMine)) found.Add(listed);
            }
        }

        return new TaskPart(found, after);
    }

    private ListedTask? ListedFor(Person person, OpenTask open, TrainedRecord record, Func<Case, IReadOnlySet<string>> rolesAt)
    {
        if (sight.See(person, open.Case) is not { } seen || open.Case.OpenTasks.FirstOrDefault(t => t.Id == open.Mark.TaskId) is not { } task || seen.Plan.Task(task.Id) is not { } plan) return null;
        var isMine = task.ProposedBy != person.Id && (task.Owner is { } owner ? owner == person.Id : task.Roles.Any(rolesAt(open.Case).Contains)) && !(plan.ByReceivingSchool && open.Case.Arrived is null);
        var lacks = isMine && plan.TrainedIn is { } training && !task.WaitsForSecond && !record.Has(person, training, open.Case) ? training : null;
        return new ListedTask(seen, task, plan, isMine, open.Mark) { LacksTraining = lacks };
    }
}
