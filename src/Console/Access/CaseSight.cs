using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>A case that somebody may see, with the plan it is worked by.</summary>
public sealed record SeenCase(Case Case, CasePlan Plan, bool MayDirect)
{
    /// <summary>True where the person may let in again who was kept out.</summary>
    public bool MayLetIn { get; init; }

    /// <summary>Tasks of a notice that are still this person's to do (<see cref="OpenedTasks.For"/>), with their plans; the earliest due first.</summary>
    public IReadOnlyList<(CaseTask Task, TaskPlan Plan)> OpenedFor(Person person, string subject) =>
    [
        .. OpenedTasks.For(person.Id, Case, subject).Select(t => (Task: t, Plan: Plan.Task(t.Id))).Where(t => t.Plan is not null)
            .OrderBy(t => t.Task.Due ?? DateTimeOffset.MaxValue).Select(t => (t.Task, t.Plan!)),
    ];
}

/// <summary>What each person of the directory sees. Every page asks here; the rules themselves are those of <see cref="CaseAccess"/>.</summary>
public sealed class CaseSight(District district, CasePlans plans)
{
    /// <summary>Null where the person may not see it: the same as if there were no such case.</summary>
    public SeenCase? See(Person person, Case @case)
    {
        var viewer = ViewerOf(person);
        return plans.Of(@case) is { } plan && CaseAccess.MaySee(viewer, @case, plan)
            ? new SeenCase(@case, plan, CaseAccess.MayDirect(viewer, @case, plan)) { MayLetIn = CaseAccess.MayLetIn(viewer, @case, plan) }
            : null;
    }

    /// <summary>The same, with the plan's titles in the language of whoever reads of it.</summary>
    public SeenCase? See(Person person, Case @case, string language) =>
        See(person, @case) is { } seen ? seen with { Plan = plans.In(seen.Plan, @case, language) } : null;

    /// <summary>Everybody who may see the case, by name.</summary>
    public IReadOnlyList<Person> WhoSees(Case @case, CasePlan plan) =>
        [.. district.People.Where(p => CaseAccess.MaySee(ViewerOf(p), @case, plan)).OrderBy(p => p.Name, StringComparer.CurrentCulture)];

    /// <summary>Whom a task may be handed to: whoever sees the case, and whoever holds the task's role at its school.</summary>
    public IReadOnlyList<Person> WhoMayTake(Case @case, CasePlan plan, TaskPlan task) =>
    [
        .. WhoSees(@case, plan)
            .Concat(district.Roster.HoldersOnPaper(task.Owner, @case.KnownSchool))
            .Where(p => !@case.Excluded.Contains(p.Id)).Distinct().OrderBy(p => p.Name, StringComparer.CurrentCulture),
    ];

    /// <summary>True where the person may go on with steps that wait: see <see cref="CaseAccess.MayTake"/>.</summary>
    public bool MayGoOn(Person person, Case @case, CaseSteps steps) => plans.Of(@case) is { } plan && CaseAccess.MayTake(ViewerOf(person), @case, steps, plan);

    /// <summary>The plan of a case whose steps are with somebody, where the person may hear who has them: see <see cref="CaseAccess.MayHear"/>. Null where they may not.</summary>
    public CasePlan? HearsOf(Person person, Case @case, CaseSteps steps, string language) =>
        plans.Of(@case) is { } plan && CaseAccess.MayHear(ViewerOf(person), @case, steps, plan) ? plans.In(plan, @case, language) : null;

    /// <summary>Schools whose cases the person may meet; null for all, those without a known school included.</summary>
    public IReadOnlyList<string>? SchoolsOf(Person person)
    {
        var viewer = ViewerOf(person);
        bool Reaches(string school) => viewer.Roles.Any(r => r.Covers(school)) || district.Roles.Any(r => viewer.MayBeCalled(r.Id, school));
        return Reaches("") ? null : [.. district.Schools.Select(s => s.Id).Where(Reaches)];
    }

    private Viewer ViewerOf(Person person) =>
        new(person.Id, [.. person.Posts.Select(p => new RoleAt(p.Role, p.SchoolId ?? RoleAt.EverySchool))])
        {
            MayBeCalled = (role, school) => district.Roster.MayBeCalled(person.Id, role, school.Length == 0 ? null : school),
        };
}
