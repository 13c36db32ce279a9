using System.Collections;
using System.Text.Json;

namespace SupportBot.Wire;

/// <summary>
/// Reads <c>Activity.Value</c>, <c>ChannelData</c> and attachment content whatever they are made of: a JsonElement, a dictionary,
/// an object of the bot's own, a JSON text, or an object of another JSON library (one whose text is its JSON).
/// </summary>
public static class JsonValue
{
    /// <summary>The value as JSON. Undefined when it is null.</summary>
    public static JsonElement Element(object value)
    {
        if (value is null)
            return default;
        if (value is JsonElement element)
            return element;
        if (AnyJson.IsForeignJson(value))
            return Parse(value.ToString());
        return JsonSerializer.SerializeToElement(value, ActivityJson.Options);
    }

    /// <summary>A member by its name (case counts); Undefined when the value is no object or has no such member.</summary>
    public static JsonElement Property(object value, string name)
    {
        if (value is IDictionary<string, object> members)
            return members.TryGetValue(name, out var member) ? Element(member) : default;
        if (value is IDictionary loose)
            return loose.Contains(name) ? Element(loose[name]) : default;
        var element = value is string text ? ParseOrNothing(text) : Element(value);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : default;
    }

    /// <summary>A member that is a string; a number or a truth value as its JSON text; else null.</summary>
    public static string Text(object value, string name) => AsText(Property(value, name));

    /// <summary>A member that is a whole number, also one written as text; else null.</summary>
    public static long? Number(object value, string name)
    {
        var member = Property(value, name);
        return member.ValueKind switch
        {
            JsonValueKind.Number => member.TryGetInt64(out var number) ? number : null,
            JsonValueKind.String => long.TryParse(member.GetString(), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null,
            _ => null,
        };
    }

    /// <summary>A member that is true or false, also one written as text, as card toggles send it; else null.</summary>
    public static bool? Flag(object value, string name)
    {
        var member = Property(value, name);
        return member.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => bool.TryParse(member.GetString(), out var flag) ? flag : null,
            _ => null,
        };
    }

    /// <summary>The value as <typeparamref name="T"/>: itself when it is one, else read from its JSON. Null gives default.</summary>
    /// <exception cref="JsonException">The value has another shape.</exception>
    public static T To<T>(object value)
    {
        if (value is T same)
            return same;
        var element = Element(value);
        return element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? default : element.Deserialize<T>(ActivityJson.Options);
    }

    /// <summary>As <see cref="To{T}"/>; false when the value is null or has another shape.</summary>
    public static bool TryTo<T>(object value, out T result)
    {
        try
        {
            result = To<T>(value);
            return result is not null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            result = default;
            return false;
        }
    }

    private static string AsText(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.String => member.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.GetRawText(),
        _ => null,
    };

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = ActivityJson.MaxDepth });
        return document.RootElement.Clone();
    }

    private static JsonElement ParseOrNothing(string text)
    {
        try
        {
            return text.AsSpan().TrimStart().StartsWith("{") ? Parse(text) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
