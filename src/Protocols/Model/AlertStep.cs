using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>When an alert leaves.</summary>
public enum Release
{
    AtOnce,

    /// <summary>After a random few minutes, so that nobody can match a report to a person by the clock.</summary>
    Blurred,
}

/// <summary>Opens or raises the case and tells a role. The ladder lives on the case and outlasts the chat.</summary>
public sealed record AlertStep : Step
{
    public required string Role { get; init; }

    public required Severity Severity { get; init; }

    public required string Card { get; init; }

    /// <summary>Time the role has before the ladder is climbed.</summary>
    public required Span Acknowledge { get; init; }

    public required IReadOnlyList<LadderRung> Escalate { get; init; }

    public required Release Release { get; init; }

    public override string Verb => "alert";
}

/// <summary>The next to be told when nobody acknowledged.</summary>
/// <param name="To">role</param>
/// <param name="Acknowledge">time it has; null on the last rung, which is repeated</param>
public sealed record LadderRung(string To, Span? Acknowledge);
