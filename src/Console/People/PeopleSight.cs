using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>
/// Who is shown what a source of people says and gets refused: names and addresses of staff of every school, so whoever answers for people being
/// reachable in the whole district.
/// </summary>
public static class PeopleSight
{
    public static bool MaySee(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Posts.Any(p => p.SchoolId is null && ReachSight.Roles.Contains(p.Role));
    }
}

/// <summary>Asks <see cref="PeopleSight"/> in the directory as it is now.</summary>
internal sealed class PeopleRequirement : IAuthorizationRequirement;

internal sealed class PeopleHandler(District district) : AuthorizationHandler<PeopleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PeopleRequirement requirement)
    {
        if (district.Person(context.User.FindFirstValue(StaffSession.PersonClaim)) is { } person && PeopleSight.MaySee(person)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
