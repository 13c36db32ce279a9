using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// Who does what with trainings (district default): every member of staff sees the calendar and how many come; whoever leads a session, human resources and the
/// training lead see who; whoever leads it and the training lead change it and keep its roll. Where the district has no trainings, nobody is shown anything.
/// </summary>
public sealed class TrainingSight(TrainingOffer offer, District district)
{
    public const string Lead = "training-lead", Facilitator = "facilitator", HumanResources = "hr";

    public bool HasTrainings => offer.Catalogue is not null;

    /// <summary>True for those who may schedule a session.</summary>
    public static bool MaySchedule(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Holds(Facilitator) || person.Holds(Lead);
    }

    /// <summary>True for those who may change a session, call it off and keep its roll.</summary>
    public static bool MayLead(Person person, Session session)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(session);
        return session.FacilitatorIds.Contains(person.Id) || person.Holds(Lead);
    }

    /// <summary>True for those who are shown who is on the roll.</summary>
    public static bool SeesRoll(Person person, Session session) => MayLead(person, session) || person.Holds(HumanResources);

    /// <summary>Those who lead a session; where nobody does yet, the training leads of the district.</summary>
    public IReadOnlyList<Person> LeadersOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        List<Person> leaders = [.. session.FacilitatorIds.Select(district.Person).OfType<Person>()];
        return leaders.Count > 0 ? leaders : [.. district.People.Where(p => p.Holds(Lead))];
    }

    /// <summary>Who may lead a session, by name.</summary>
    public IReadOnlyList<Person> Facilitators => [.. district.People.Where(MaySchedule).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
}

/// <summary>Asks that there are trainings at all: without them their pages do not exist.</summary>
internal sealed class TrainingRequirement : IAuthorizationRequirement;

internal sealed class TrainingHandler(District district, TrainingSight sight) : AuthorizationHandler<TrainingRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, TrainingRequirement requirement)
    {
        if (sight.HasTrainings && district.Person(context.User.FindFirstValue(StaffSession.PersonClaim)) is not null) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
