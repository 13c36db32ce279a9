namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Where a dialog stack stands after a call.</summary>
public enum DialogTurnStatus
{
    /// <summary>There is no dialog on the stack.</summary>
    Empty = 0,

    /// <summary>The active dialog waits for the person.</summary>
    Waiting = 1,

    /// <summary>The last dialog ended; the stack is empty.</summary>
    Complete = 2,

    /// <summary>The dialogs were cancelled; the stack is empty.</summary>
    Cancelled = 3,

    /// <summary>The dialog ended, and what follows waits for the person.</summary>
    CompleteAndWait = 4,
}
