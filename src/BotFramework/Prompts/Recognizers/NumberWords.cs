using System.Collections.Frozen;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>The words for numbers: English to the billions, Spanish from one to ten.</summary>
internal static class NumberWords
{
    public static readonly FrozenDictionary<string, int> English = Numbered(0,
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
        .Concat(ByTens("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")).ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, long> EnglishScales = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["hundred"] = 100, ["thousand"] = 1_000, ["million"] = 1_000_000, ["billion"] = 1_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, int> EnglishOrdinals = Numbered(1,
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth")
        .Append(new("thirtieth", 30)).ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, int> Spanish = Numbered(1,
        "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez")
        .Concat([new("un", 1), new("una", 1)]).ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, int> SpanishOrdinals = Numbered(1,
        "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno", "décimo")
        .Concat(Numbered(1, "primera", "segunda", "tercera", "cuarta", "quinta", "sexta", "séptima", "octava", "novena", "décima"))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, int>> Numbered(int from, params string[] words)
        => words.Select((word, at) => new KeyValuePair<string, int>(word, from + at));

    private static IEnumerable<KeyValuePair<string, int>> ByTens(params string[] words)
        => words.Select((word, at) => new KeyValuePair<string, int>(word, 20 + (10 * at)));
}
