using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Finds places in a row: "the first one", "2nd", "el tercero", "the last".</summary>
internal static class Ordinals
{
    /// <param name="text">What was written.</param>
    /// <param name="locale">Language of the words; English when unknown.</param>
    /// <param name="count">How many there are, which is what "last" means; 0 when unknown.</param>
    public static List<NumberSpan> Find(string text, string locale, int count)
    {
        var found = new List<NumberSpan>();
        var language = PromptCultures.CultureOf(locale).TwoLetterISOLanguageName;
        foreach (var word in Tokenizer.DefaultTokenizerImpl(text))
        {
            if (ValueOf(word.Normalized, language, count) is { } value)
                found.Add(new NumberSpan(word.Start, word.End, value));
        }

        return found;
    }

    /// <summary>The place an English word or number with suffix names, or null.</summary>
    public static int? ValueOfEnglish(string word)
    {
        if (NumberWords.EnglishOrdinals.TryGetValue(word, out var value))
            return value;
        return word.Length > 2 && HasSuffix(word, word.Length - 2) && int.TryParse(word.AsSpan(0, word.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out value) ? value : null;
    }

    /// <summary>True when st, nd, rd or th stands at that place and ends the word.</summary>
    public static bool HasSuffix(string text, int at)
        => at > 0 && at + 2 <= text.Length && char.IsAsciiDigit(text[at - 1])
            && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]))
            && (Is(text, at, "st") || Is(text, at, "nd") || Is(text, at, "rd") || Is(text, at, "th"));

    private static int? ValueOf(string word, string language, int count) => language switch
    {
        "en" when word == "last" && count > 0 => count,
        "en" => ValueOfEnglish(word),
        "es" when NumberWords.SpanishOrdinals.TryGetValue(word, out var value) => value,
        _ => null,
    };

    private static bool Is(string text, int at, string suffix) => text.AsSpan(at, 2).Equals(suffix, StringComparison.OrdinalIgnoreCase);
}
