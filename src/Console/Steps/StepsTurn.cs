namespace SupportBot.Console;

/// <summary>What came of an act.</summary>
public enum StepsOutcome
{
    /// <summary>Taken. Where <see cref="StepsTurn.Faults"/> names fields, those are still open.</summary>
    Done,

    /// <summary>It was taken before; nothing was done a second time.</summary>
    Repeated,

    /// <summary>What the page showed is over: answered elsewhere, or gone on by itself.</summary>
    Over,

    /// <summary>Nothing began: somebody has these steps, or they are not this person's.</summary>
    Refused,

    /// <summary>As many runs are open as there are places.</summary>
    NoPlace,

    /// <summary>Nothing was saved: try again.</summary>
    NotSaved,
}

/// <param name="Place">Where the run lies; 0 where there is none.</param>
/// <param name="Said">What the program said to it, as Markdown.</param>
public sealed record StepsTurn(StepsOutcome Outcome, int Place, IReadOnlyList<string> Said)
{
    /// <summary>What could not be taken, as sentences by the name of the entry.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();
}
