namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a call into a dialog stack came to.</summary>
public class DialogTurnResult
{
    public DialogTurnResult(DialogTurnStatus status, object result = null)
    {
        Status = status;
        Result = result;
    }

    public DialogTurnStatus Status { get; set; }

    /// <summary>What the dialog ended with; null unless it ended with something.</summary>
    public object Result { get; set; }

    /// <summary>True when the parent of the dialog ended during the call, so that its caller must not go on.</summary>
    public bool ParentEnded { get; set; }
}
