using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>Who may go on with steps that another person began. The rules themselves are those of <see cref="CaseAccess"/>.</summary>
internal sealed class StepTakers(DialogContent content)
{
    /// <summary>Whom the steps may be given to, by name: whoever holds that role at the case's school. Nobody who is kept out, and not <paramref name="giver"/>.</summary>
    public IReadOnlyList<Person> Offered(string role, Case @case, string? giver) =>
    [
        .. content.District.Roster.HoldersOnPaper(role, @case.KnownSchool).Where(p => p.Id != giver && !@case.Excluded.Contains(p.Id)).OrderBy(p => p.Name, StringComparer.CurrentCulture),
    ];

    public bool May(Person person, Case @case, CaseSteps steps) => CaseAccess.MayTake(ViewerOf(person), @case, steps, PlanOf(@case));

    public bool MaySee(Person person, Case @case) => CaseAccess.MaySee(ViewerOf(person), @case, PlanOf(@case));

    /// <summary>See <see cref="CaseAccess.MayHear"/>.</summary>
    public bool MayHear(Person person, Case @case, CaseSteps steps) => CaseAccess.MayHear(ViewerOf(person), @case, steps, PlanOf(@case));

    private CasePlan PlanOf(Case @case) => content.Protocols.PlanOf(@case.Protocol);

    private Viewer ViewerOf(Person person) => new(person.Id, [.. person.Posts.Select(p => new RoleAt(p.Role, p.SchoolId ?? RoleAt.EverySchool))])
    {
        MayBeCalled = (role, school) => content.District.Roster.MayBeCalled(person.Id, role, school.Length == 0 ? null : school),
    };
}
