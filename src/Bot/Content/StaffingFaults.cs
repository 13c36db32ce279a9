using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Yaml;

namespace SupportBot.Bot;

/// <summary>
/// Holds what protocols in use need of people against the people there are: a role that is alerted or that a gate waits for and that nobody in the
/// district holds, a training that a gate needs and that nobody at a school has on record, and who is left where a report is about somebody at the school.
/// </summary>
public static class StaffingFaults
{
    /// <param name="today">For trainings that end; null: whatever is on record counts.</param>
    /// <param name="depth">
    /// The check command refuses a role that nobody holds. A start only warns: a role may be vacant for a week, an alert climbs past it, and a program that
    /// does not start helps nobody.
    /// </param>
    public static IEnumerable<Fault> Of(District district, IEnumerable<Protocol> protocols, DateOnly? today, CheckDepth depth)
    {
        ArgumentNullException.ThrowIfNull(district);
        var active = protocols.Where(p => p.Status == ProtocolStatus.Active).ToList();
        foreach (var (role, place, needs) in active.SelectMany(Needed).Where(n => district.Role(n.Role) is not null && !IsHeld(district, n.Role)))
        {
            var (what, cure) = ($"nobody in the district holds the role {role}, and {needs}", "give the role to somebody in directory/people.yaml, or name another role");
            yield return depth == CheckDepth.Whole ? place.Fault(what, cure) : place.Warning(what, cure);
        }

        foreach (var (place, what, cure) in active.SelectMany(p => WithoutTheSchool(district, p)))
            yield return depth == CheckDepth.Whole ? place.Fault(what, cure) : place.Warning(what, cure);

        if (depth != CheckDepth.Whole) yield break;
        var directory = new TrainedRecord(district, null, [], DateTimeOffset.MinValue);
        foreach (var fault in Untrained(district, active, (person, training) => today is { } day ? directory.Has(person, training, day) : person.Trainings.Any(t => t.Training == training))) yield return fault;
    }

    // Where a report is about an adult of the school and nobody can tell whom, the whole school is kept out of it.
    private static IEnumerable<(Place Place, string What, string Cure)> WithoutTheSchool(District district, Protocol protocol)
    {
        if (protocol.AboutStaff is null) yield break;
        foreach (var school in district.Schools)
        {
            List<Person> left = [.. district.People.Where(p => p.Posts.All(post => post.SchoolId != school.Id))];
            foreach (var alert in protocol.Steps.OfType<AlertStep>().Where(a => !a.Escalate.Select(r => r.To).Prepend(a.Role).Any(role => left.Exists(p => district.Roster.MayBeCalled(p.Id, role, school.Id)))))
                yield return (alert.Place, $"where a report is about somebody at {school.Id} and all of it are kept out, {alert.Id} reaches nobody", "give one of its roles to somebody who has no post there");
            if (!left.Exists(p => p.Posts.Any(post => post.SchoolId is null && CaseAccess.OfTheDistrict.Contains(post.Role))))
                yield return (protocol.PlaceOf("about-staff"), $"where a report is about somebody at {school.Id} and all of it are kept out, nobody can let anybody in", $"give one of {string.Join(", ", CaseAccess.OfTheDistrict)} to somebody of the district who has no post there");
        }
    }

    /// <summary>Trainings that a gate needs and that nobody at a school has.</summary>
    /// <param name="has">The check command sees no completions and asks the directory alone; a start, which has a database, asks <see cref="TrainedPeople"/>.</param>
    public static IEnumerable<Fault> Untrained(District district, IEnumerable<Protocol> protocols, Func<Person, string, bool> has) =>
        TrainingGaps.Of(district, protocols.Where(p => p.Status == ProtocolStatus.Active), has).Select(gap => gap.Protocol.PlaceOf($"task {gap.Task.Id}").Warning(
            $"nobody at {string.Join(", ", gap.Schools.Select(s => s.Id))} has {gap.Training} on record, and a gate waits for the task {gap.Task.Id}",
            "have somebody trained there: whoever completes the course here has it, which a check of content cannot see; of others write it at the person: trained-in in directory/people.yaml, or the column trained in of the export"));

    private static bool IsHeld(District district, string role) =>
        district.People.Any(p => p.Posts.Any(post => post.Role == role) || district.Schools.Any(s => district.Roster.MayBeCalled(p.Id, role, s.Id)));

    // An escalation of a task goes past a role that is vacant, so it is not asked for here; the last rung of an alert is not gone past.
    private static IEnumerable<(string Role, Place Place, string Needs)> Needed(Protocol protocol)
    {
        foreach (var step in protocol.Steps)
            switch (step)
            {
                case AlertStep alert:
                    yield return (alert.Role, alert.Place, $"{alert.Id} alerts it");
                    foreach (var rung in alert.Escalate) yield return (rung.To, alert.Place, $"the alert of {alert.Id} climbs to it");
                    break;
                case DoStep task:
                    yield return (task.Role, task.Place, $"{task.Id} is theirs to do");
                    break;
                case HandoffStep handoff:
                    yield return (handoff.Role, handoff.Place, $"{handoff.Id} hands the chat over to it");
                    break;
            }

        foreach (var entry in protocol.Yearly)
            yield return (entry.Tells, protocol.PlaceOf("yearly"), $"the year tells it of {entry.Id}");

        if (protocol.Case is not { } plan) yield break;
        foreach (var task in plan.Tasks)
        {
            yield return (task.Owner, protocol.PlaceOf($"task {task.Id}"), plan.States.Any(s => s.Requires.Contains(task.Id)) ? $"a gate waits for its task {task.Id}" : $"the task {task.Id} is theirs");
            foreach (var second in task.AgreedBy) yield return (second, protocol.PlaceOf($"task {task.Id}"), $"the task {task.Id} waits for one of them to agree");
        }
    }
}
