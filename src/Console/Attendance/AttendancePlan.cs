using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>How absence figures are read and what they lead to, today: the district's limits and the protocol that may be started now.</summary>
/// <param name="Alert">By which a case begins.</param>
/// <param name="Form">Whose questions the figures answer.</param>
public sealed record AttendancePlan(AbsenceRule Rule, Protocol Protocol, AlertStep Alert, FormStep Form)
{
    public CasePlan Case => Protocol.Case!;

    /// <summary>Tasks that every case of it opens with and that have a time, with it.</summary>
    public IEnumerable<TaskPlan> FirstTasks => Case.Tasks.Where(t => t.Opens == Case.First.Id && t is { Due: not null, In: null, When: null });

    /// <summary><c>Tier 2</c>, in the words of the protocol; null where the student was enrolled for too few days to say.</summary>
    public string? TierOf(decimal enrolled, decimal absent) => Rule.BandOf(enrolled, absent) is { } band ? Words(AbsenceRule.TierField, band.Tier) : null;

    /// <summary>The band in the words of the protocol: <c>10 to under 20</c>.</summary>
    public string? BandOf(decimal enrolled, decimal absent) => Rule.BandOf(enrolled, absent) is { } band ? Words(AbsenceRule.BandField, band.Id) : null;

    private string Words(string field, string choice) =>
        Case.Task(Rule.Task)?.Form.FirstOrDefault(f => f.Name == field)?.Choices.FirstOrDefault(c => c.Id == choice)?.Label ?? choice;
}

/// <summary>Finds the plan of today.</summary>
public sealed class AttendancePlans(District district, ProtocolShelf shelf, TimeProvider clock)
{
    /// <summary>Null where the district takes no figures, and where their protocol may not be started today.</summary>
    public AttendancePlan? Now =>
        district.Absence is { } rule
        && shelf.Startable(rule.Protocol, district.CalendarOf(null).Today(clock.GetUtcNow())) is { Case: not null } protocol
        && protocol.Find(rule.Alert) is AlertStep alert && protocol.Find(rule.Form) is FormStep form
            ? new AttendancePlan(rule, protocol, alert, form) : null;
}
