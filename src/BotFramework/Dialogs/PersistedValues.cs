using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// The one place where a dialog reads what it stored. A store that keeps JSON of its own may give back a
/// <see cref="JsonElement"/> or a map where an object was stored: it is converted here, once, and the converted value
/// takes its place, so that what is changed in it later is kept.
/// </summary>
internal static class PersistedValues
{
    public static T Get<T>(IDictionary<string, object> state, string key)
    {
        if (!state.TryGetValue(key, out var stored) || stored is null)
            return default;
        if (stored is T value)
            return value;
        value = Convert<T>(stored);
        state[key] = value;
        return value;
    }

    /// <summary>A whole number, whichever way a store gave it back; 0 when it is missing.</summary>
    public static int GetInt(IDictionary<string, object> state, string key)
        => state.TryGetValue(key, out var stored) ? ToInt(stored) : 0;

    private static int ToInt(object stored) => stored switch
    {
        null => 0,
        int number => number,
        long number => checked((int)number),
        JsonElement element => element.GetInt32(),
        _ => System.Convert.ToInt32(stored, CultureInfo.InvariantCulture),
    };

    private static T Convert<T>(object stored)
    {
        var options = DialogJson.Options;
        var asMap = typeof(T) == typeof(IDictionary<string, object>);
        if (stored is JsonElement element && !asMap)
            return element.Deserialize<T>(options);
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            if (stored is JsonElement json)
                json.WriteTo(writer);
            else
                JsonSerializer.Serialize(writer, stored, stored.GetType(), options);
        }

        var reader = new Utf8JsonReader(bytes.WrittenSpan);
        if (!asMap)
            return JsonSerializer.Deserialize<T>(ref reader, options);
        reader.Read();
        return (T)(object)PersistedJson.ReadMap(ref reader, options);
    }
}
