using SupportBot.Cases;

namespace SupportBot.Protocols;

/// <summary>One step; its type is its verb.</summary>
public abstract record Step
{
    public required string Id { get; init; }

    /// <summary>The verb as written: <c>say</c>, <c>ask</c> …</summary>
    public abstract string Verb { get; }

    /// <summary>True when the walk stops here until a person answers or time passes.</summary>
    public virtual bool Waits => false;

    /// <summary>Ways on, tried in order; the last has no condition. Empty for <c>end</c> only.</summary>
    public IReadOnlyList<Arm> Next { get; init; } = [];

    /// <summary>What follows silence; null where silence leads nowhere.</summary>
    public virtual Timeout? Silence => null;

    /// <summary>Where the times of an alert, a wait or a thing to do come from; null elsewhere, and in files from before it was asked for.</summary>
    public RuleSource? Source { get; init; }

    public Place Place { get; init; }
}

/// <summary>A way on from a step.</summary>
/// <param name="When">null for <c>else</c></param>
/// <param name="Go">id of the step it leads to</param>
public sealed record Arm(Condition? When, string Go, Place Place);
