namespace SupportBot.Protocols;

internal enum WayKind
{
    /// <summary>Out of a step that does not wait.</summary>
    On,

    /// <summary>Because somebody answered, joined or did it.</summary>
    Answered,

    /// <summary>Because the time of a wait has passed.</summary>
    WokenUp,

    /// <summary>Because nobody answered; as often as that happens.</summary>
    Silent,

    /// <summary>Because nobody answered; a limited number of times.</summary>
    SilentAtMost,

    /// <summary>Because nobody answered once too often.</summary>
    SilentThen,
}

/// <summary>One way from a step to a step.</summary>
/// <param name="Name">as in <see cref="WalkedWay.Way"/></param>
/// <param name="When">the arm's condition</param>
internal sealed record Way(Step From, string To, WayKind Kind, string Name, Condition? When, Place Place);
