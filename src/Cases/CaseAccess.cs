namespace SupportBot.Cases;

/// <summary>A role that a person holds, at one school or (<see cref="EverySchool"/>) in the whole district.</summary>
public readonly record struct RoleAt(string Role, string SchoolId)
{
    public const string EverySchool = "*";

    public bool Covers(string schoolId) => SchoolId == EverySchool || SchoolId == schoolId;
}

/// <summary>Whoever looks at the console.</summary>
public sealed record Viewer(string PersonId, IReadOnlyList<RoleAt> Roles)
{
    /// <summary>
    /// True where the duty roster may call this person for a role at a school (empty: school not known). Whoever is called must be
    /// able to open the case, although the post is somebody else's. Nobody by default.
    /// </summary>
    public Func<string, string, bool> MayBeCalled { get; init; } = (_, _) => false;
}

/// <summary>
/// Who may see a case: role × school × assignment, deny by default. A refusal and a case that does not exist look the same to the caller.
/// </summary>
public static class CaseAccess
{
    /// <summary>
    /// True for whoever works the case or goes on with its steps, holds a role that sees its kind at its school, or holds or stands in for a role that its
    /// ladder has told or that its waiting steps have asked.
    /// False, before all else, for anybody kept out of it.
    /// </summary>
    public static bool MaySee(Viewer viewer, Case @case, CasePlan plan)
    {
        if (@case.Excluded.Contains(viewer.PersonId)) return false;
        if (@case.Owner == viewer.PersonId || @case.Tasks.Any(t => t.Owner == viewer.PersonId)) return true;
        if (@case.Steps.Any(s => (s.Wait ? s.To : s.Taken!.PersonId) == viewer.PersonId)) return true;
        var told = RolesTold(@case).ToHashSet();
        return viewer.Roles.Any(held => held.Covers(@case.SchoolId) && (plan.Sees.Contains(held.Role) || told.Contains(held.Role)))
            || told.Any(role => viewer.MayBeCalled(role, @case.SchoolId));
    }

    /// <summary>Seeing is working: whoever may see may acknowledge, ask, note and finish tasks. Assigning and transferring take a lead.</summary>
    public static bool MayDirect(Viewer viewer, Case @case, CasePlan plan) =>
        MaySee(viewer, @case, plan) && (@case.Owner == viewer.PersonId || viewer.Roles.Any(held => held.Covers(@case.SchoolId) && Leads.Contains(held.Role)));

    /// <summary>
    /// True for whoever sees the case and holds one of <see cref="OfTheDistrict"/> in the whole district and no post at its school: whom to let in is never decided by
    /// the school it may be about.
    /// </summary>
    public static bool MayLetIn(Viewer viewer, Case @case, CasePlan plan) =>
        MaySee(viewer, @case, plan) && viewer.Roles.Any(r => r.SchoolId == RoleAt.EverySchool && OfTheDistrict.Contains(r.Role)) && viewer.Roles.All(r => r.SchoolId != @case.SchoolId || @case.SchoolId.Length == 0);

    /// <summary>Roles that answer for all schools in what goes wrong at one (district default).</summary>
    public static IReadOnlyList<string> OfTheDistrict { get; } = ["safeguarding-lead", "student-services-director", "district-lead", "title-ix-coordinator", "civil-rights-officer", "hr"];

    /// <summary>Roles that assign other people's work (district default).</summary>
    public static IReadOnlyList<string> Leads { get; } = ["administrator", "principal", "counselor", "student-services-director", "district-lead", "safeguarding-lead", "duty-counselor"];

    /// <summary>
    /// Who may go on with steps that wait: whoever may see the case and was asked, or holds or stands in for the role of the open step there, because a person
    /// who was asked may be away; and whoever gave them away, to take them back. Nobody who is kept out.
    /// </summary>
    public static bool MayTake(Viewer viewer, Case @case, CaseSteps steps, CasePlan plan)
    {
        if (!steps.Wait || @case.Excluded.Contains(viewer.PersonId)) return false;
        if (steps.From == viewer.PersonId) return true;
        return MaySee(viewer, @case, plan) && (steps.To == viewer.PersonId || HoldsOrStandsIn(viewer, steps.Role, @case.SchoolId));
    }

    /// <summary>Whoever knows that there are steps may hear who has them, although the case itself may not be theirs to see (any more). Nobody who is kept out.</summary>
    public static bool MayHear(Viewer viewer, Case @case, CaseSteps steps, CasePlan plan) =>
        !@case.Excluded.Contains(viewer.PersonId)
        && (viewer.PersonId == steps.From || viewer.PersonId == steps.To || HoldsOrStandsIn(viewer, steps.Role, @case.SchoolId) || MaySee(viewer, @case, plan));

    /// <summary>True for whoever holds a role at a school, and for whoever its roster may call for it.</summary>
    public static bool HoldsOrStandsIn(Viewer viewer, string role, string schoolId) =>
        viewer.Roles.Any(held => held.Role == role && held.Covers(schoolId)) || viewer.MayBeCalled(role, schoolId);

    private static IEnumerable<string> RolesTold(Case @case) =>
        @case.Alerts.SelectMany(a => a.Ladder.Take(a.At + 1)).Select(r => r.Role).Concat(@case.Steps.Where(s => s.AskTheRole).Select(s => s.Role));
}
