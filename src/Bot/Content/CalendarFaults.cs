using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Yaml;

namespace SupportBot.Bot;

/// <summary>
/// Holds the clocks and due times of protocols in use against the calendars there are. Where no school year speaks for today, days are counted as if no day were a holiday:
/// a clock of the law would then end too early, and nobody would see why.
/// </summary>
public static class CalendarFaults
{
    /// <param name="today">Null: nothing is asked.</param>
    /// <param name="depth">The check command refuses it; a start only warns, because a program that does not start helps nobody.</param>
    public static IEnumerable<Fault> Of(District district, IEnumerable<Protocol> protocols, DateOnly? today, CheckDepth depth)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(protocols);
        if (today is not { } day || district.Schools.Where(s => district.CalendarOf(s.Id).YearOf(day) is null).Select(s => s.Id).ToList() is not { Count: > 0 } without) yield break;
        foreach (var protocol in protocols.Where(p => p.Status == ProtocolStatus.Active))
            foreach (var (what, at) in Counted(protocol))
            {
                var place = protocol.PlaceOf(at);
                var (sentence, cure) = ($"{what} counts school or working days, and no school year speaks for today at {string.Join(", ", without)}", "put the calendar of this year into calendars/");
                yield return depth == CheckDepth.Whole ? place.Fault(sentence, cure) : place.Warning(sentence, cure);
            }
    }

    private static IEnumerable<(string What, string At)> Counted(Protocol protocol)
    {
        foreach (var clock in protocol.Case?.Clocks ?? [])
            if (clock.Within.Calendar != WorkCalendar.Always) yield return ($"the clock {clock.Id}", $"clock {clock.Id}");
        foreach (var task in protocol.Case?.Tasks ?? [])
            if (task.Due is { Calendar: not WorkCalendar.Always }) yield return ($"the due time of the task {task.Id}", $"task {task.Id}");
    }
}
