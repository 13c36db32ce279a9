namespace SupportBot.Cases;

/// <summary>A role that a person holds, at one school or (<see cref="EverySchool"/>) in the whole district.</summary>
public readonly record struct RoleAt(string Role, string SchoolId)
{
    public const string EverySchool = "*";

    public bool Covers(string schoolId) => SchoolId == EverySchool || SchoolId == schoolId;
}

/// <summary>Whoever looks at the console.</summary>
public sealed record Viewer(string PersonId, IReadOnlyList<RoleAt> Roles);

/// <summary>
/// Who may see a case: role × school × assignment, deny by default. A refusal and a case that does not exist look the same to the caller.
/// </summary>
public static class CaseAccess
{
    /// <summary>
    /// True for whoever works the case, holds a role that sees its kind at its school, or holds a role that its ladder has told.
    /// False, before all else, for anybody kept out of it.
    /// </summary>
    public static bool MaySee(Viewer viewer, Case @case, CasePlan plan)
    {
        if (@case.Excluded.Contains(viewer.PersonId)) return false;
        if (@case.Owner == viewer.PersonId || @case.Tasks.Any(t => t.Owner == viewer.PersonId)) return true;
        return viewer.Roles.Any(held => held.Covers(@case.SchoolId) && (plan.Sees.Contains(held.Role) || HasBeenTold(@case, held.Role)));
    }

    /// <summary>Seeing is working: whoever may see may acknowledge, ask, note and finish tasks. Assigning and transferring take a lead.</summary>
    public static bool MayDirect(Viewer viewer, Case @case, CasePlan plan) =>
        MaySee(viewer, @case, plan) && (@case.Owner == viewer.PersonId || viewer.Roles.Any(held => held.Covers(@case.SchoolId) && Leads.Contains(held.Role)));

    /// <summary>Roles that assign other people's work (district default).</summary>
    public static IReadOnlyList<string> Leads { get; } = ["administrator", "principal", "counselor", "student-services-director", "district-lead", "safeguarding-lead", "duty-counselor"];

    private static bool HasBeenTold(Case @case, string role) =>
        @case.Alerts.Any(a => a.Ladder.Take(a.At + 1).Any(r => r.Role == role));
}
