using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Asks for a role of <see cref="ReachSight.Roles"/> in the directory as it is now.</summary>
internal sealed class ReachRequirement : IAuthorizationRequirement;

internal sealed class ReachHandler(District district) : AuthorizationHandler<ReachRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ReachRequirement requirement)
    {
        if (district.Person(context.User.FindFirstValue(StaffSession.PersonClaim)) is { } person && ReachSight.MaySee(person)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
