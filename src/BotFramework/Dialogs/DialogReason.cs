namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Why a dialog method was called.</summary>
public enum DialogReason
{
    /// <summary>The dialog is being started.</summary>
    BeginCalled = 0,

    /// <summary>A new activity arrived for the dialog.</summary>
    ContinueCalled = 1,

    /// <summary>The dialog, or the child it waited for, ended by itself.</summary>
    EndCalled = 2,

    /// <summary>Another dialog takes its place.</summary>
    ReplaceCalled = 3,

    /// <summary>The dialog is cancelled.</summary>
    CancelCalled = 4,

    /// <summary>A waterfall step went on to the next one in the same turn.</summary>
    NextCalled = 5,
}
