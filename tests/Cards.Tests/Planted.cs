using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportBot.Cards.Tests;

/// <summary>Puts a text into one input of a card, however deep, and finds texts again in the card.</summary>
internal static class Planted
{
    /// <summary>What is no text but of a checked form: see the tests of forms.</summary>
    private static readonly HashSet<string> Forms = ["CardChoice.Id", "Choice.Id", "Field.Name", "CardAsk", "CaseLink", "Uri", "Dictionary`2", "ClockLine.SourceStatus", "CardButton.Data", "CardChoice.Data", "Field.Choices"];

    /// <summary>Paths of the texts of an input, such as <c>Tasks.Title</c>. A list counts as one: its entries are planted alike.</summary>
    public static IEnumerable<string> TextInputsOf(object input) => Paths(input, "").Distinct();

    /// <summary>The input with one of its texts replaced, in every entry where it is a list's.</summary>
    public static object In(object input, string path, string text) => Replace(input, path.Split('.'), text);

    /// <summary>The input with its lists <paramref name="times"/> as long, as far as repeating them makes sense.</summary>
    public static object Longer(object input, string list, int times)
    {
        var property = input.GetType().GetProperty(list)!;
        var entries = ((IEnumerable)property.GetValue(input)!).Cast<object>().ToList();
        return With(input, property, Typed(property.PropertyType, Enumerable.Range(0, times).SelectMany(_ => entries)));
    }

    /// <summary>Every string of the JSON, with its member, the object around it, and whether it is the text of a run.</summary>
    public static IEnumerable<(string Path, string Value, bool InRun, string Member, JsonObject? Around)> Strings(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => Strings(m.Value).Select(s => m.Value is JsonValue ? (s.Path, s.Value, m.Key == "text" && (string?)o["type"] == "TextRun", m.Key, o) : s)),
        JsonArray a => a.SelectMany(Strings),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => [(v.GetPath(), v.GetValue<string>(), false, "", null)],
        _ => [],
    };

    private static IEnumerable<string> Paths(object? value, string path)
    {
        if (value is string) return [path];
        if (value is null || Forms.Contains(value.GetType().Name) || value is ValueType || IsDictionary(value)) return [];
        if (value is IEnumerable list) return list.Cast<object>().SelectMany(e => Paths(e, path));
        return Own(value)
            .Where(p => !Forms.Contains($"{value.GetType().Name}.{p.Name}") && p.Name != "Language")
            .SelectMany(p => Paths(p.GetValue(value), path.Length == 0 ? p.Name : $"{path}.{p.Name}"));
    }

    private static object Replace(object value, string[] path, string text)
    {
        if (value is string) return text;
        if (value is IEnumerable list)
        {
            var entries = list.Cast<object>().Select(e => Replace(e, path, text)).ToList();
            return Typed(value.GetType(), entries);
        }
        var property = value.GetType().GetProperty(path[0])!;
        return property.GetValue(value) is { } inner ? With(value, property, Replace(inner, path[1..], text)) : value;
    }

    // A copy as "with" makes it, so that members outside a constructor are planted too.
    private static object With(object record, PropertyInfo property, object value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static Array Typed(Type list, IEnumerable<object> entries)
    {
        var element = list.IsArray ? list.GetElementType()! : list.GetInterfaces().Append(list).First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
        var all = entries.ToArray();
        var array = Array.CreateInstance(element, all.Length);
        Array.Copy(all, array, all.Length);
        return array;
    }

    private static bool IsDictionary(object value) => value.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));

    private static IEnumerable<PropertyInfo> Own(object record) => record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.GetIndexParameters().Length == 0);
}
