using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SupportBot.Yaml;

/// <summary>Reads one scalar as a type, or records why it cannot be read so.</summary>
internal static partial class TypedScalar
{
    public static bool IsText(YamlScalar scalar, string name)
    {
        if (scalar.ScalarKind == ScalarKind.Text)
        {
            if (scalar.Value.Trim().Length > 0)
                return true;
            scalar.Fault($"{name} is empty", "write a text, or remove the line");
            return false;
        }
        if (scalar.ScalarKind == ScalarKind.Nothing)
            scalar.Fault($"{name} has nothing after the colon", "write a value, or remove the line");
        else
            scalar.Fault($"{name} is {scalar.Kind}, not a text", $"put it in quotes: \"{scalar.Value}\"");
        return false;
    }

    public static bool IsId(YamlScalar scalar, string name)
    {
        if (CoreSchema.IsTreacherous(scalar.Value))
        {
            scalar.Fault($"{name} must not be \"{scalar.Value}\", which YAML readers take for something else", "use a word that says more, such as agreed or not-sure");
            return false;
        }
        if (Id().IsMatch(scalar.Value) && scalar.Value.Length <= 60)
            return true;
        scalar.Fault($"{name} \"{scalar.Value}\" is not an id", "use lower-case letters, digits and single hyphens, starting with a letter, at most 60 characters");
        return false;
    }

    public static int? Whole(YamlScalar scalar, string name)
    {
        if (scalar.ScalarKind == ScalarKind.Number && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        scalar.Fault($"{name} is not a whole number", "write digits without quotes, such as 3");
        return null;
    }

    public static decimal? Fraction(YamlScalar scalar, string name)
    {
        if (scalar.ScalarKind == ScalarKind.Number && decimal.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;
        scalar.Fault($"{name} is not a number", "write digits without quotes, such as 3 or 0.5");
        return null;
    }

    public static bool? Flag(YamlScalar scalar, string name)
    {
        if (scalar.ScalarKind == ScalarKind.Flag)
            return scalar.Value[0] is 't' or 'T';
        scalar.Fault($"{name} is not true or false", "write true or false, without quotes");
        return null;
    }

    public static DateOnly? Date(YamlScalar scalar, string name)
    {
        if (!DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            scalar.Fault($"{name} \"{scalar.Value}\" is not a day", "write year, month and day in quotes: \"2026-09-01\"");
            return null;
        }
        if (scalar.IsQuoted)
            return date;
        scalar.Fault($"{name} is a date without quotes, which readers take for different things", $"put it in quotes: \"{scalar.Value}\"");
        return null;
    }

    public static TimeOnly? Time(YamlScalar scalar, string name)
    {
        if (scalar.IsQuoted && TimeOnly.TryParseExact(scalar.Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        scalar.Fault($"{name} is not a time of day in quotes", "write hours and minutes in quotes: \"08:30\"");
        return null;
    }

    public static TEnum? Choice<TEnum>(YamlScalar scalar, string name) where TEnum : struct, Enum
    {
        var choices = Enum.GetValues<TEnum>().ToDictionary(ChoiceWords.Of, v => v, StringComparer.Ordinal);
        if (choices.TryGetValue(scalar.Value, out var choice))
            return choice;
        var near = Nearest.To(scalar.Value, choices.Keys);
        scalar.Fault(
            $"{name} cannot be \"{scalar.Value}\"",
            near is null ? $"write one of {string.Join(", ", choices.Keys)}" : $"did you mean {near}? The choices are {string.Join(", ", choices.Keys)}");
        return null;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
