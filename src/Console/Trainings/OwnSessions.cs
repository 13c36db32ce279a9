using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What this program knows of people's time by itself.</summary>
public sealed class OwnSessions(ITrainingRolls rolls)
{
    // No session begins so long before a moment and is still on.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Sessions that one of these holds or has a seat in, or that are in that room.</summary>
    public async Task<IReadOnlyList<TimeStretch>> BusyAsync(IReadOnlyList<string> personIds, string? room, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(personIds);
        var held = (await rolls.BetweenAsync(from - Longest, to, cancel)).Select(l => l.Session)
            .Where(s => s.FacilitatorIds.Any(personIds.Contains) || (room is not null && string.Equals(s.Room, room, StringComparison.OrdinalIgnoreCase)));
        List<Session> taken = [];
        foreach (var person in personIds) taken.AddRange((await rolls.OfPersonAsync(person, from, cancel)).Where(m => m.Enrolment.HoldsSeat).Select(m => m.Session));
        return [.. held.Concat(taken).DistinctBy(s => s.Id).Select(s => new TimeStretch(s.Starts, s.Ends)).Where(t => t.From < to && t.To > from)];
    }
}
