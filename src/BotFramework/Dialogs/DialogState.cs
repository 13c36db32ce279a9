using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog stack as it is kept between turns. Index 0 is the active dialog.</summary>
[JsonConverter(typeof(DialogStateConverter))]
public class DialogState
{
    public DialogState()
        : this(null)
    {
    }

    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    public List<DialogInstance> DialogStack { get; set; }
}
