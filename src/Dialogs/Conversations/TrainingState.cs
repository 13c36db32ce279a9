using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs;

namespace SupportBot.Dialogs;

/// <summary>What a training dialog keeps on the stack: what was said last, and what may be answered to it.</summary>
internal sealed class TrainingState(DialogInstance instance)
{
    private const string TextKey = "text";
    private const string OptionsKey = "options";
    private const string CodeKey = "code";

    public string Text
    {
        get => instance.State.TryGetValue(TextKey, out var text) ? (string)text : "";
        set => instance.State[TextKey] = value;
    }

    /// <summary>The digits on the wall are asked for.</summary>
    public bool AsksCode
    {
        get => instance.State.ContainsKey(CodeKey);
        set
        {
            if (value) instance.State[CodeKey] = "1";
            else instance.State.Remove(CodeKey);
        }
    }

    public IReadOnlyList<TrainingOption> Options
    {
        get => instance.State.TryGetValue(OptionsKey, out var kept) ? JsonSerializer.Deserialize<List<TrainingOption>>((string)kept) ?? [] : [];
        set => instance.State[OptionsKey] = JsonSerializer.Serialize(value);
    }
}
