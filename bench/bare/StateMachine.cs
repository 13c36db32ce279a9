using System.Collections.Concurrent;
using System.Text.Json;

namespace SupportBot.Bench.Bare;

/// <summary>The floor of a dialog: four states by hand, kept as JSON in memory, read and written every turn.</summary>
internal sealed class StateMachine
{
    private readonly ConcurrentDictionary<string, byte[]> _store = new();

    public string Answer(Act said)
    {
        var key = said.ChannelId + "/conversations/" + said.Conversation!.Id;
        var state = _store.TryGetValue(key, out var stored) ? JsonSerializer.Deserialize(stored, Wire.Default.Stored)! : new Stored();
        string text;
        switch (state.Step)
        {
            case 0:
                text = "What is your name?";
                state.Step = 1;
                break;
            case 1:
                state.Name = said.Text;
                text = "Pick a colour.";
                state.Step = 2;
                break;
            case 2:
                state.Colour = said.Text;
                text = "Is that right?";
                state.Step = 3;
                break;
            default:
                text = string.Equals(said.Text, "yes", StringComparison.OrdinalIgnoreCase) ? $"Thanks {state.Name}, you picked {state.Colour}" : "Let us start again.";
                state = new Stored();
                break;
        }

        _store[key] = JsonSerializer.SerializeToUtf8Bytes(state, Wire.Default.Stored);
        return text;
    }
}
