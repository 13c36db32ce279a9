namespace SupportBot.Graph;

/// <summary>How one use of Graph goes.</summary>
/// <param name="DownSince">UTC of the first failure after the last success; null while nothing is known to be wrong.</param>
/// <param name="Code">Of the newest failure.</param>
/// <param name="IsResting">True while nothing is tried: it failed too often, or Graph has asked to wait.</param>
public sealed record GraphState(DateTimeOffset? DownSince, string? Code, bool IsResting)
{
    public bool IsUp => DownSince is null;
}
