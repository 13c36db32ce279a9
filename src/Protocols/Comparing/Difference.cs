namespace SupportBot.Protocols;

/// <summary>What part of a protocol a difference is about, in the order they are read.</summary>
public enum DifferencePart
{
    /// <summary>Title, owner, severity, who may start it …</summary>
    Header,

    /// <summary>What the person in the chat meets.</summary>
    Steps,

    /// <summary>The case itself: who sees it, its ends, how long it is kept.</summary>
    Case,

    /// <summary>States of the case and what must be done before each.</summary>
    States,

    Tasks,

    Clocks,
}

/// <summary>One thing that is not the same in two versions, as a short sentence.</summary>
/// <param name="Sentence">whole, so that it can stand alone</param>
/// <param name="Before">the words as they were, where words of the content changed; null otherwise</param>
/// <param name="After">the words as they are, where words of the content changed or were added; null otherwise</param>
public sealed record Difference(DifferencePart Part, string Sentence, string? Before = null, string? After = null);
