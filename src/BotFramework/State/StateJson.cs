using System.Runtime.CompilerServices;
using System.Text.Json;
using SupportBot.Wire;

namespace SupportBot.State;

/// <summary>States as JSON.</summary>
internal static class StateJson
{
    /// <summary>The members of a stored state.</summary>
    /// <exception cref="InvalidOperationException">What is stored is not a JSON object.</exception>
    public static Dictionary<string, object> Members(object stored)
    {
        if (stored is null)
            return [];
        if (stored is IDictionary<string, object> members)
            return new Dictionary<string, object>(members);
        return Members(JsonValue.Element(stored));
    }

    public static Dictionary<string, object> Members(ReadOnlyMemory<byte> json) => Members(JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = ActivityJson.MaxDepth }).RootElement);

    /// <summary>True when no value can change without being replaced.</summary>
    public static bool AllFixed(Dictionary<string, object> members)
    {
        foreach (var value in members.Values)
            if (value is not (null or JsonElement or string or bool or int or long or double))
                return false;
        return true;
    }

    /// <summary>False for a text, a number and the like: handing one out cannot change a state.</summary>
    public static bool CanChangeInPlace<T>() => typeof(T) != typeof(string) && RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    /// <summary>A stored value as the type that a bot asks for.</summary>
    /// <exception cref="InvalidCastException">It is a value of another type, not one that came from JSON.</exception>
    public static T To<T>(object value)
    {
        if (value is null)
            return default;
        if (value is JsonElement element)
            return element.Deserialize<T>(ActivityJson.Options);
        if (value is string or bool or int or long or double or decimal || AnyJson.IsForeignJson(value))
            return JsonValue.To<T>(value);
        return (T)value;
    }

    public static byte[] Write(IDictionary<string, object> state) => Write(state, unlessEqualTo: null);

    /// <returns>The JSON, or null when it equals <paramref name="unlessEqualTo"/>.</returns>
    public static byte[] Write(IDictionary<string, object> state, ReadOnlyMemory<byte>? unlessEqualTo)
    {
        using var buffer = JsonBuffer.Rent();
        var writer = buffer.Writer;
        writer.WriteStartObject();
        foreach (var (name, value) in state)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, ActivityJson.Options);
        }

        writer.WriteEndObject();
        var written = buffer.Written.Span;
        return unlessEqualTo is { } known && known.Span.SequenceEqual(written) ? null : written.ToArray();
    }

    private static Dictionary<string, object> Members(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new InvalidOperationException("A stored state is not a JSON object.");
        var members = new Dictionary<string, object>();
        foreach (var member in element.EnumerateObject())
            members[member.Name] = member.Value;
        return members;
    }
}
