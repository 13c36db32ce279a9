using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>
/// Who tells of hires and sees how all staff stand with their trainings: whoever holds human resources for the whole district, and nobody else. Nobody at all
/// where the district has no trainings.
/// </summary>
public sealed class HireSight(TrainingOffer offer)
{
    public const string Role = "hr";

    public bool MaySee(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return offer.Catalogue is not null && person.Posts.Contains(new Post(Role, null));
    }
}

/// <summary>Asks <see cref="HireSight"/> in the directory as it is now.</summary>
internal sealed class HireRequirement : IAuthorizationRequirement;

internal sealed class HireHandler(District district, HireSight sight) : AuthorizationHandler<HireRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HireRequirement requirement)
    {
        if (district.Person(context.User.FindFirstValue(StaffSession.PersonClaim)) is { } person && sight.MaySee(person)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
