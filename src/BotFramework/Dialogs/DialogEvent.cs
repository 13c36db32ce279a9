namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Something that happened, offered to the active dialog and, when it bubbles, to the dialogs around it.</summary>
public class DialogEvent
{
    /// <summary>True to offer the event to the parent when this dialog leaves it.</summary>
    public bool Bubble { get; set; }

    /// <summary>The name; <see cref="DialogEvents"/> lists those the runtime emits.</summary>
    public string Name { get; set; }

    public object Value { get; set; }
}
