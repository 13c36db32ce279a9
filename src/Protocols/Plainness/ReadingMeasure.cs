using System.Text.RegularExpressions;

namespace SupportBot.Protocols;

/// <summary>
/// How hard a text is to read. A sentence ends at . ! or ? and with the text it stands in: a question and each of its choices are sentences of their own.
/// A number counts as a word of one syllable.
/// </summary>
/// <param name="Words">How many words were measured; below <see cref="Fewest"/> a formula says nothing.</param>
public sealed partial record ReadingMeasure(int Words, int Sentences, int Syllables)
{
    /// <summary>Words from which one text alone is measured.</summary>
    public const int Fewest = 8;

    /// <summary>
    /// Names that must stand, whatever they cost: whoever reads a text has to find the same word on the door, on the letter and in the law. Each counts one syllable.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["counselor"] = "a role: the word on the door", ["counselors"] = "a role", ["administrator"] = "a role", ["administrators"] = "a role", ["principal"] = "a role",
        ["coordinator"] = "Title IX Coordinator: the law's word", ["psychologist"] = "a role", ["officer"] = "civil rights officer: a role", ["security"] = "a role at school",
        ["social"] = "social worker: a role", ["Oregon"] = "a state", ["California"] = "a state", ["SafeOregon"] = "a program",
    };

    /// <summary>Flesch and Kincaid, 1975: a grade of US schools. 0.39 words a sentence + 11.8 syllables a word - 15.59.</summary>
    public double Grade => Words == 0 ? 0 : (0.39 * Words / Sentences) + (11.8 * Syllables / Words) - 15.59;

    /// <summary>Fernández Huerta, 1959, for Spanish: from 0 to 100, the easier the higher. 206.84 - 60 syllables a word - 1.02 words a sentence.</summary>
    public double Ease => Words == 0 ? 100 : 206.84 - (60.0 * Syllables / Words) - (1.02 * Words / Sentences);

    public static ReadingMeasure English(IEnumerable<string> texts) => Of(texts, EnglishSyllables.Of);

    public static ReadingMeasure Spanish(IEnumerable<string> texts) => Of(texts, SpanishSyllables.Of);

    private static ReadingMeasure Of(IEnumerable<string> texts, Func<string, int> syllables)
    {
        var (words, sentences, spoken) = (0, 0, 0);
        foreach (var sentence in texts.SelectMany(t => EndOfSentence().Split(t)))
        {
            var found = Word().Matches(sentence).Select(m => m.Value).ToList();
            if (found.Count == 0) continue;
            sentences++;
            words += found.Count;
            spoken += found.Sum(w => Names.ContainsKey(w) || !char.IsLetter(w[0]) ? 1 : syllables(w));
        }

        return new ReadingMeasure(words, sentences, spoken);
    }

    [GeneratedRegex(@"(?<=[.!?])[\s\u201D""]+")]
    private static partial Regex EndOfSentence();

    [GeneratedRegex(@"\p{L}[\p{L}'\u2019]*|\d+")]
    private static partial Regex Word();
}
