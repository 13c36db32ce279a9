namespace SupportBot.Training;

/// <summary>How long somebody was there.</summary>
public static class TimeThere
{
    /// <summary>
    /// Whole minutes of a session. What overlaps, as with one person on two devices, counts once; what lies before or after the session does not count; a part of a minute is none, as at
    /// check-in.
    /// </summary>
    /// <param name="stays">In any order. One that ends before it begins counts nothing.</param>
    /// <param name="within">The session.</param>
    /// <param name="untimedSeconds">Counted by somebody who does not say when; 0 or more, added, and never more than the session.</param>
    public static int Minutes(IEnumerable<TimeStretch> stays, TimeStretch within, long untimedSeconds = 0)
    {
        var (there, until) = (TimeSpan.Zero, within.From);
        foreach (var stay in stays.OrderBy(s => s.From))
        {
            var from = stay.From > until ? stay.From : until;
            var to = stay.To < within.To ? stay.To : within.To;
            if (to <= from) continue;
            there += to - from;
            until = to;
        }

        var most = within.To - within.From;
        there += TimeSpan.FromSeconds(Math.Clamp(untimedSeconds, 0, (long)most.TotalSeconds));
        return (int)(there < most ? there : most).TotalMinutes;
    }
}
