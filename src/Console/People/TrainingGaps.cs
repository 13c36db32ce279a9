using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>A gate that nobody could open today: it requires a task that asks for a training, and nobody who may work such a case there has it on record.</summary>
/// <param name="Schools">Where, in the order of the directory.</param>
public sealed record TrainingGap(Protocol Protocol, TaskPlan Task, string Training, IReadOnlyList<School> Schools);

/// <summary>Where a school has nobody with a training that a gate needs. The people come from elsewhere and change while the program runs, so it is asked anew each time.</summary>
public static class TrainingGaps
{
    /// <param name="inUse">The versions by which cases begin; drafts and what is retired open none.</param>
    /// <param name="has">Whether somebody has a training: <see cref="TrainedRecord.Has(Person, string, DateOnly)"/> on the day that is asked about.</param>
    public static IReadOnlyList<TrainingGap> Of(District district, IEnumerable<Protocol> inUse, Func<Person, string, bool> has)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(has);
        Dictionary<string, List<Person>> trained = [];
        List<Person> WhoHas(string training) => trained.TryGetValue(training, out var known) ? known : trained[training] = [.. district.People.Where(p => has(p, training))];
        bool Has(School school, CasePlan plan, TaskPlan task) =>
            WhoHas(task.TrainedIn!).Exists(p => plan.Sees.Append(task.Owner).Any(role => district.Roster.MayBeCalled(p.Id, role, school.Id)));
        return
        [
            .. from protocol in inUse
               let plan = protocol.Case
               where plan is not null
               from task in plan.Tasks
               where task.TrainedIn is not null && plan.States.Any(s => s.Requires.Contains(task.Id))
               let without = district.Schools.Where(s => (task.In is null || task.In == s.Jurisdiction) && !Has(s, plan, task)).ToList()
               where without.Count > 0
               select new TrainingGap(protocol, task, task.TrainedIn!, without),
        ];
    }
}
