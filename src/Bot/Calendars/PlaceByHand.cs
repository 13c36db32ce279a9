using System.Text.RegularExpressions;
using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot.Calendars;

/// <summary>The place of an event, as somebody may have written it in the calendar.</summary>
internal static partial class PlaceByHand
{
    // As long as a place may be that is typed on the page of a session.
    private const int Longest = SessionReader.LongestPlace;

    /// <returns>
    /// Null where it is the place that we wrote, or none at all. Calendars put rooms and the meeting behind a place, with a semicolon between: as long as ours is among them, nobody has
    /// taken it back. Where we wrote none, what stands there is the calendar's own word for the meeting.
    /// </returns>
    public static string? Of(string seen, string ours)
    {
        var (now, was) = (Clean(seen), Clean(ours));
        if (was.Length == 0 || now.Length == 0 || now == was || now.StartsWith($"{was};", StringComparison.OrdinalIgnoreCase)) return null;
        return Room.IsSame(now, was) || now.Split(';').Any(part => Room.IsSame(part, was)) ? null : now;
    }

    private static string Clean(string place)
    {
        var line = Blanks().Replace(place, " ").Trim();
        if (line.Length <= Longest) return line;
        return line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd();
    }

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex Blanks();
}
