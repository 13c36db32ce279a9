using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>The ladder of a case as an alert states it, with the district's defaults for what a protocol leaves open.</summary>
public static class AlertLadder
{
    private static readonly Span Routine = Span.SchoolDays(1);

    /// <summary>How long a rung of an alert that is not routine waits where nothing is said.</summary>
    public static Span Repeat { get; } = Span.Minutes(15);

    public static IReadOnlyList<Rung> Of(AlertStep alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return Of(alert.Role, alert.Acknowledge, alert.Escalate, alert.Severity);
    }

    /// <param name="role">Told first.</param>
    /// <param name="severity">Decides how often the last rung is told again.</param>
    public static IReadOnlyList<Rung> Of(string role, Span acknowledge, IReadOnlyList<LadderRung> escalate, Severity severity)
    {
        var repeat = severity == Severity.Standard ? Routine : Repeat;
        return [new Rung(role, acknowledge), .. escalate.Select(r => new Rung(r.To, r.Acknowledge ?? repeat))];
    }
}
