using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>What happens when nobody answers.</summary>
/// <param name="After">how long silence may last</param>
/// <param name="Go">step that follows</param>
/// <param name="AtMost">how often that may happen in one run; null for always</param>
/// <param name="Then">step that follows once <paramref name="AtMost"/> is used up</param>
public sealed record Timeout(Span After, string Go, int? AtMost, string? Then, Place Place)
{
    /// <summary>Where the time comes from; null in files from before it was asked for.</summary>
    public RuleSource? Source { get; init; }
}
