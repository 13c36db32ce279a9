namespace SupportBot.Training;

/// <summary>When somebody or some room has no time, or when something could be held. UTC, the end not included.</summary>
public readonly record struct TimeStretch(DateTimeOffset From, DateTimeOffset To)
{
    public bool Overlaps(TimeStretch other) => From < other.To && other.From < To;
}

/// <summary>What a session needs of a time.</summary>
/// <param name="Minutes">Length, more than 0.</param>
/// <param name="From">First day that is looked at.</param>
/// <param name="To">Last day that is looked at.</param>
/// <param name="NotBefore">UTC; nothing is proposed that begins earlier.</param>
public sealed record SlotWish(int Minutes, DateOnly From, DateOnly To, DateTimeOffset NotBefore)
{
    /// <summary>How many proposals at most; at least 1.</summary>
    public int Most { get; init; } = 3;

    /// <summary>Proposals begin so far from the opening, or a multiple of it; more than nothing.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromMinutes(30);
}
