using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>
/// Who answers for the public log: the roles that own the tasks which enter its rows, as the protocols name them. With such a role for the whole district a
/// person sees all rows, with one at a school the rows of that school; of a case that they are kept out of, none. What is published may be seen by each of them.
/// </summary>
public sealed class LogSight(ProtocolShelf shelf)
{
    /// <summary>Role ids; empty where no protocol enters a row.</summary>
    public IReadOnlySet<string> Roles { get; } = shelf.All.Select(p => p.Case).OfType<Cases.CasePlan>().SelectMany(c => c.Tasks).Where(t => t.IsLog).Select(t => t.Owner).ToHashSet();

    public bool MaySee(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Posts.Any(p => Roles.Contains(p.Role));
    }

    public bool MaySee(Person person, LogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(entry);
        return entry.MaySee(person.Id) && person.Posts.Any(p => Roles.Contains(p.Role) && (p.SchoolId is null || p.SchoolId == entry.Row.SchoolId));
    }
}

/// <summary>Asks <see cref="LogSight"/> in the directory as it is now.</summary>
internal sealed class LogRequirement : IAuthorizationRequirement;

internal sealed class LogHandler(District district, LogSight sight) : AuthorizationHandler<LogRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, LogRequirement requirement)
    {
        if (district.Person(context.User.FindFirstValue(StaffSession.PersonClaim)) is { } person && sight.MaySee(person)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
