using System.Text.RegularExpressions;

namespace SupportBot.Protocols;

/// <summary>
/// Counts the syllables of an English word by its letters: groups of vowels, less silent e, plus vowels that are spoken apart. Good enough to compare
/// texts; words it gets wrong and that texts need stand in <see cref="Known"/>.
/// </summary>
public static partial class EnglishSyllables
{
    private static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal)
    {
        ["area"] = 3, ["areas"] = 3, ["idea"] = 3, ["ideas"] = 3, ["create"] = 2, ["created"] = 3, ["eye"] = 1, ["eyes"] = 1, ["business"] = 2, ["anyone"] = 3,
        ["everyone"] = 3, ["someone's"] = 2, ["being"] = 2, ["lying"] = 2, ["hours"] = 1, ["every"] = 2, ["people's"] = 2, ["therefore"] = 2, ["recipe"] = 3, ["science"] = 2, ["suicide"] = 3, ["suicidal"] = 4, ["museum"] = 3,
    };

    // The e of these is silent also where another word follows: something, homework, safety.
    private const string WithSilentE = "some|home|safe|here|there|where|care|hope|life|name|time|side|more|fore|use|like|place|plate|base|hate|note|whole|white|rude";

    /// <param name="word">Letters and apostrophes.</param>
    /// <returns>At least 1.</returns>
    public static int Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var letters = word.Replace('\u2019', '\'').ToLowerInvariant();
        if (Known.TryGetValue(letters, out var known)) return known;
        var notContracted = Contracted().IsMatch(letters);
        letters = letters.EndsWith("'s", StringComparison.Ordinal) ? letters[..^2] : letters;
        letters = letters.Replace("'", "", StringComparison.Ordinal);
        var count = Vowels().Count(letters) + Apart().Count(letters);
        if (SilentE().IsMatch(letters)) count--;
        if (SilentInside().IsMatch(letters)) count--;
        if (notContracted) count++;
        return Math.Max(1, count);
    }

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    [GeneratedRegex("(?<![tcsgx])i[ao](?!u)|(?<![tc])ience|iet|(?<![qg])ua(?=l|t)|(?:y|[aeou])(?=ing)|(?<=c|n|d)ism|iu(?=m)")]
    private static partial Regex Apart();

    // Not of table, houses, wanted.
    [GeneratedRegex("[^aeiouyl]e$|[aeiouy]le$|ye$|[^aeiouyscxzgdt]ed$|[aeiou]sed$|[nlr]sed$|[ckspx]{1,2}ed$|shed$|ched$|[aeiourn][cg]ed$|dged$|xed$|zed$|[^aeiouyscxzg]es$(?<!shes|ches)|ues?$(?<=[gq]ues?)")]
    private static partial Regex SilentE();

    [GeneratedRegex("^(?:" + WithSilentE + ")(?=[bcdfghjklmnpqrstvwxz])(?!d$|r|s$|n$|ly$)|^(?:" + WithSilentE + ")(?=ly$|less|r[bcdfghjklmnpqstvwxz])|.[^aeiouy]e(?=ments?$|ly$|ful|less)")]
    private static partial Regex SilentInside();

    [GeneratedRegex("[bcdfghjklmpqstvwxz]n't$")]
    private static partial Regex Contracted();
}
