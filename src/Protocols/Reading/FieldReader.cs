using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Reads the fields of a form, and choices wherever they stand.</summary>
internal static class FieldReader
{
    private const int MostChoices = 24;

    public static IReadOnlyList<Field> Fields(YamlMap step)
    {
        var map = step.Map("fields").InOrder();
        map.RefuseKeysThatAreNoIds("the field");
        if (map.Entries.Count == 0 && step.Has("fields"))
            map.Fault("the form has no fields", "add a field with a type and a label");
        var fields = new List<Field>();
        foreach (var (name, node) in map.Entries)
        {
            if (node is YamlMap field)
                fields.Add(Read(name, field));
            else
                node.Fault($"the field {name.Value} is {node.Kind}", "write { type: text, label: \"…\" }");
        }
        return fields;
    }

    /// <param name="fewest">1 where a single choice is a thing to confirm</param>
    public static IReadOnlyList<Choice> Choices(YamlMap map, int fewest = 2)
    {
        var choices = map.Map("choices").InOrder();
        choices.RefuseKeysThatAreNoIds("the choice");
        if (map.Has("choices") && (choices.Entries.Count < fewest || choices.Entries.Count > MostChoices))
            choices.Fault($"a question needs {fewest} to {MostChoices} choices", "add or remove choices");
        return [.. choices.Keys.Select(id => new Choice(id, choices.Text(id)))];
    }

    private static Field Read(YamlScalar name, YamlMap map)
    {
        var type = map.Choice<FieldType>("type");
        map.RefuseUnknownKeys(["type", "label", "help", "required", "when", .. KeysOf(type)]);
        var field = new Field
        {
            Name = name.Value,
            Type = type,
            Label = map.Text("label"),
            Help = map.OptionalText("help"),
            Required = map.Flag("required"),
            Choices = type is FieldType.Choice or FieldType.Choices ? Choices(map) : [],
            Max = map.OptionalNumber("max"),
            Min = map.OptionalNumber("min"),
            AtMost = map.OptionalNumber("at-most"),
            NotAfterToday = map.Has("not-after"),
            FirstWords = map.Flag("first-words"),
            When = ConditionParser.Read(map.Scalar("when")),
            Place = PlaceOf(name),
        };
        CheckLimits(map, field);
        return field;
    }

    private static string[] KeysOf(FieldType type) => type switch
    {
        FieldType.Text => ["max", "first-words"],
        FieldType.People => ["max"],
        FieldType.Choice => ["choices"],
        FieldType.Choices => ["choices", "at-most"],
        FieldType.Date => ["not-after"],
        FieldType.Pictures => ["at-most"],
        FieldType.Number => ["min", "max"],
        _ => [],
    };

    private static void CheckLimits(YamlMap map, Field field)
    {
        if (field.NotAfterToday && map.OptionalText("not-after") != "today")
            map["not-after"]!.Fault("not-after knows only today", "write not-after: today, or remove the line");
        if (field.Type is FieldType.Text or FieldType.People && field.Max is < 1 or > 10_000)
            map["max"]!.Fault("max must be from 1 to 10000 characters", "change it");
        if (field.AtMost is < 1 or > 50)
            map["at-most"]!.Fault("at-most must be from 1 to 50", "change it");
        if (field.Type == FieldType.Number && field.Min > field.Max)
            map["min"]!.Fault("min is larger than max", "swap them");
    }

    private static Place PlaceOf(YamlNode node) => Place.Of(node);
}
