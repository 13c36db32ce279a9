namespace SupportBot.Protocols;

/// <summary>How much of a look to take.</summary>
public enum CheckDepth
{
    /// <summary>Reading, shape, sense, references and that no version that was active has changed: what a process must know before it may serve.</summary>
    StartUp,

    /// <summary>Everything: also stories, random walks, charts, and that the lock has every version.</summary>
    Whole,
}
