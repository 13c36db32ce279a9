namespace SupportBot.Cases;

/// <summary>What every verb needs to know of the world: who acts, when, under which plan and calendar.</summary>
/// <param name="Now">UTC.</param>
/// <param name="NewToken">Gives a fresh token at every call; unguessable where the edge makes it so.</param>
public sealed record CaseMoment(Actor Actor, DateTimeOffset Now, CasePlan Plan, ICaseCalendar Calendar, Func<string> NewToken)
{
    /// <summary>Trainings the actor has on record that have not lapsed by now. None by default.</summary>
    public IReadOnlySet<string> Trainings { get; init; } = new HashSet<string>();

    /// <summary>Roles that the actor holds or stands in for at the case's school. None by default.</summary>
    public IReadOnlySet<string> RolesHere { get; init; } = new HashSet<string>();

    /// <summary>The time that may be kept of an act of <paramref name="who"/> in a case: rounded for an anonymous reporter.</summary>
    public DateTimeOffset TimeKept(Case @case, Actor who) => who.Kind == ActorKind.Reporter && @case.Anonymous ? Blur.Of(Now, @case.Severity) : Now;

    internal AuditEntry Audit(Case @case, string action, string subject = "") => new(@case.Id, Actor, action, subject, TimeKept(@case, Actor));

    internal AuditEntry Program(Case @case, string action, string subject = "") => new(@case.Id, Actor.Program, action, subject, @case.Anonymous && Actor.Kind == ActorKind.Reporter ? Blur.Of(Now, @case.Severity) : Now);
}
