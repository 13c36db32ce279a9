using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>What a protocol dialog keeps on the stack: text only, so that it reads back as it was written.</summary>
internal sealed class RunState(DialogInstance instance)
{
    public ProtocolRun Run
    {
        get => ProtocolRunJson.Read(Get("run") ?? throw new InvalidOperationException("A protocol dialog without a run."));
        set => Set("run", ProtocolRunJson.Write(value));
    }

    /// <summary>Choices or pictures picked so far of a question that takes several.</summary>
    public IReadOnlyList<string> Picked
    {
        get => Get("picked")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
        set => Set("picked", value.Count == 0 ? null : string.Join(',', value));
    }

    /// <summary>What a "yes" would mean, right after "did you mean …?".</summary>
    public string? Meant
    {
        get => Get("meant");
        set => Set("meant", value);
    }

    /// <summary>What was written before the protocol began, until the question it answers has come up.</summary>
    public string? FirstWords
    {
        get => Get("first");
        set => Set("first", value);
    }

    /// <summary>The silence the program must notice, where the protocol is one that may not stall.</summary>
    public SilenceTimer? Timer
    {
        get => Get("timer")?.Split('|') is [var run, var token, var due] ? new SilenceTimer(run, token, DateTimeOffset.Parse(due, CultureInfo.InvariantCulture)) : null;
        set => Set("timer", value is null ? null : $"{value.RunId}|{value.Token}|{value.Due.UtcDateTime:O}");
    }

    /// <summary>UTC until when the open step of staff is to be done; null where none is open.</summary>
    public DateTimeOffset? Due
    {
        get => DateTimeOffset.TryParse(Get("due"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var due) ? due : null;
        set => Set("due", value?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
    }

    /// <summary>Case whose acknowledgement the run waits for.</summary>
    public Guid? WaitsForCase
    {
        get => Guid.TryParse(Get("waits"), out var id) ? id : null;
        set => Set("waits", value?.ToString("N"));
    }

    /// <summary>True once the tab was left while a hand-off waits: whoever joins then finds nobody.</summary>
    public bool IsLeft
    {
        get => Get("left") is not null;
        set => Set("left", value ? "1" : null);
    }

    /// <summary>Protocol the dialog was begun with.</summary>
    public string ProtocolId
    {
        get => Get("protocol") ?? "";
        set => Set("protocol", value);
    }

    private string? Get(string key) => instance.State.TryGetValue(key, out var value) ? (string)value : null;

    private void Set(string key, string? value)
    {
        if (value is null) instance.State.Remove(key);
        else instance.State[key] = value;
    }
}
