namespace SupportBot.Protocols;

/// <summary>How much of a look to take.</summary>
public enum CheckDepth
{
    /// <summary>Reading, shape, sense and references: what a process must know before it may serve.</summary>
    StartUp,

    /// <summary>Everything: also languages, stories, random walks, frozen versions and charts.</summary>
    Whole,
}
