using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Who brings what staff completed before this program came: those who put completions on record one by one, <see cref="RecordDesk.MayRecord"/>. Nobody at all where the district has no trainings.</summary>
public sealed class EarlierSight(TrainingOffer offer)
{
    public bool MaySee(Person person) => offer.Catalogue is not null && RecordDesk.MayRecord(person);
}

/// <summary>Asks <see cref="EarlierSight"/> in the directory as it is now.</summary>
internal sealed class EarlierRequirement : IAuthorizationRequirement;

internal sealed class EarlierHandler(District district, EarlierSight sight) : AuthorizationHandler<EarlierRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, EarlierRequirement requirement)
    {
        if (district.Person(context.User.FindFirstValue(StaffSession.PersonClaim)) is { } person && sight.MaySee(person)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
