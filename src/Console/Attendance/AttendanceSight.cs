using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>
/// Who brings absence figures and is shown which students are over the line: whoever sees attendance cases, at the schools where they do, and whoever such a case
/// calls first, because they are told of those students. Nobody else, and nobody where no figures are taken.
/// </summary>
public sealed class AttendanceSight(District district, AttendancePlans plans)
{
    public bool MaySee(Person person) => SchoolsOf(person).Count > 0;

    /// <summary>In the order of the district.</summary>
    public IReadOnlyList<School> SchoolsOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (plans.Now is not { } plan) return [];
        return [.. district.Schools.Where(s => person.Posts.Any(p => (p.SchoolId is null || p.SchoolId == s.Id) && plan.Case.Sees.Contains(p.Role)) || IsCalledFirst(person, s.Id, plan))];
    }

    /// <summary>True for those whom a new case of that school calls: what they open themselves they need not be alerted to.</summary>
    public bool IsCalledFirst(Person person, string schoolId, AttendancePlan plan)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(plan);
        return district.Roster.MayBeCalled(person.Id, plan.Alert.Role, schoolId);
    }
}

/// <summary>Asks <see cref="AttendanceSight"/> in the directory as it is now.</summary>
internal sealed class AttendanceRequirement : IAuthorizationRequirement;

internal sealed class AttendanceHandler(District district, AttendanceSight sight) : AuthorizationHandler<AttendanceRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AttendanceRequirement requirement)
    {
        if (district.Person(context.User.FindFirstValue(StaffSession.PersonClaim)) is { } person && sight.MaySee(person)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
