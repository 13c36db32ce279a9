using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Trace activities of the dialogs. They are made only where one can be seen (the emulator, or a test adapter that
/// asks for traces), and name dialogs only: what a person wrote never becomes part of a trace.
/// </summary>
internal static class DialogTrace
{
    public static bool IsShown(ITurnContext turn)
        => turn.Activity?.ChannelId == "emulator" || turn.Adapter is TestAdapter { EnableTrace: true };

    public static Task SendAsync(ITurnContext turn, string name, string valueType, object value, string label, CancellationToken cancellationToken)
        => turn.SendActivityAsync(new Activity { Type = ActivityTypes.Trace, Name = name, ValueType = valueType, Value = value, Label = label }, cancellationToken);

    public static Task StackAsync(ITurnContext turn, DialogContext dc, CancellationToken cancellationToken)
    {
        if (!IsShown(turn))
            return Task.CompletedTask;
        var ids = new List<string>();
        for (var at = dc; at != null; at = at.Child)
        {
            foreach (var instance in at.Stack)
                ids.Add(instance.Id);
        }

        return SendAsync(turn, "BotState", "https://www.botframework.com/schemas/botState", new Dictionary<string, object> { ["dialogs"] = ids }, "Bot State", cancellationToken);
    }
}
