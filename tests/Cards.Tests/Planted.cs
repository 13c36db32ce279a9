using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportBot.Cards.Tests;

/// <summary>Puts a text into one input of a card, and finds texts again in the card.</summary>
internal static class Planted
{
    /// <summary>The string inputs of a record; for a list, those of its first entry. A link checks its own.</summary>
    public static IEnumerable<string> TextInputsOf(object input) =>
        Constructor(First(input)).GetParameters().Where(p => p.ParameterType == typeof(string)).Select(p => p.Name!);

    /// <summary>The input with one of its texts replaced.</summary>
    public static object In(object input, string name, string text)
    {
        if (input is IReadOnlyList<HelpNumber> list)
            return list.Select(n => (HelpNumber)With(n, name, text)).ToList();
        return With(input, name, text);
    }

    /// <summary>Every string of the JSON, and whether it is the text of a run.</summary>
    public static IEnumerable<(string Path, string Value, bool InRun)> Strings(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => Strings(m.Value).Select(s => m.Value is JsonValue ? (s.Path, s.Value, m.Key == "text" && (string?)o["type"] == "TextRun") : s)),
        JsonArray a => a.SelectMany(Strings),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => [(v.GetPath(), v.GetValue<string>(), false)],
        _ => [],
    };

    private static object First(object input) => input is IReadOnlyList<HelpNumber> list ? list[0] : input;

    private static object With(object record, string name, string text)
    {
        var constructor = Constructor(record);
        var values = constructor.GetParameters().Select(p => p.Name == name ? text : record.GetType().GetProperty(p.Name!)!.GetValue(record));
        return constructor.Invoke([.. values]);
    }

    private static ConstructorInfo Constructor(object record) => record.GetType().GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
}
