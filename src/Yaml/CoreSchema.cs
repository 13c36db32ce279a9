using System.Text.RegularExpressions;

namespace SupportBot.Yaml;

/// <summary>YAML 1.2 core scalars (yaml.org/spec/1.2.2 section 10.3), and the words that YAML 1.1 readers take for something else.</summary>
internal static partial class CoreSchema
{
    private static readonly HashSet<string> Treacherous =
        new(["yes", "no", "on", "off", "y", "n", "null", "true", "false", "~"], StringComparer.OrdinalIgnoreCase);

    public static ScalarKind KindOf(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Nothing,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Flag,
        _ when Whole().IsMatch(plain) || Fraction().IsMatch(plain) || NotANumber().IsMatch(plain) => ScalarKind.Number,
        _ => ScalarKind.Text,
    };

    /// <summary>True for words that some reader, somewhere, takes for a flag or nothing; no id may be one of them.</summary>
    public static bool IsTreacherous(string word) => Treacherous.Contains(word);

    /// <summary>Numbers in a form that readers disagree about: 007, 0x1F, 0o17, .inf.</summary>
    public static bool IsDoubtfulNumber(string plain) =>
        KindOf(plain) == ScalarKind.Number && (NotANumber().IsMatch(plain) || DoubtfulWhole().IsMatch(plain));

    [GeneratedRegex(@"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$", RegexOptions.CultureInvariant)]
    private static partial Regex NotANumber();

    [GeneratedRegex(@"^(?:[-+]?0[0-9]|\+|0o|0x)", RegexOptions.CultureInvariant)]
    private static partial Regex DoubtfulWhole();
}
