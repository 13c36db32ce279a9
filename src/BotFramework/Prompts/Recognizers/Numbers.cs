using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Finds numbers, in digits and in words, wherever they stand in a sentence: "$5", "I am 14", "twenty-one".</summary>
internal static class Numbers
{
    /// <param name="text">What was written.</param>
    /// <param name="locale">Language of the words and of the decimal mark; English when unknown.</param>
    public static List<NumberSpan> Find(string text, string locale)
    {
        var found = new List<NumberSpan>();
        var culture = PromptCultures.CultureOf(locale);
        var language = culture.TwoLetterISOLanguageName;
        var words = Tokenizer.DefaultTokenizerImpl(text);
        for (var i = 0; i < words.Count;)
        {
            var word = words[i];
            if (char.IsAsciiDigit(word.Text[0]))
            {
                if (Digits(text, word.Start, culture.NumberFormat) is { } span)
                    found.Add(span);
                var end = found.Count > 0 ? Math.Max(found[^1].End, word.End) : word.End;
                while (i < words.Count && words[i].Start <= end)
                    i++;
            }
            else if (language == "en" && EnglishWords(text, words, i, out var taken) is { } span)
            {
                found.Add(span);
                i += taken;
            }
            else
            {
                if (language == "es" && NumberWords.Spanish.TryGetValue(word.Normalized, out var value))
                    found.Add(new NumberSpan(word.Start, word.End, value));
                i++;
            }
        }

        return found;
    }

    // "1,234.5" as the culture writes it. "3rd" is a place in a row, not a number; "5km" is five.
    private static NumberSpan? Digits(string text, int start, NumberFormatInfo format)
    {
        var end = start;
        var digits = new System.Text.StringBuilder();
        var (decimals, grouped) = (false, false);
        while (end < text.Length)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                digits.Append(text[end++]);
            }
            else if (!decimals && IsMark(text, end, format.NumberGroupSeparator) && DigitsFrom(text, end + 1) == 3 && (grouped || digits.Length <= 3))
            {
                grouped = true;
                end++;
            }
            else if (!decimals && IsMark(text, end, format.NumberDecimalSeparator) && DigitsFrom(text, end + 1) > 0)
            {
                digits.Append('.');
                decimals = true;
                end++;
            }
            else
            {
                break;
            }
        }

        if (Ordinals.HasSuffix(text, end) || !decimal.TryParse(digits.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return null;
        var negative = start > 0 && text[start - 1] is '-' or '\u2212' && (start == 1 || char.IsWhiteSpace(text[start - 2]));
        return new NumberSpan(negative ? start - 1 : start, end - 1, negative ? -value : value);
    }

    private static bool IsMark(string text, int at, string mark)
        => mark.Length == 1 && at < text.Length && (text[at] == mark[0] || (char.IsWhiteSpace(mark[0]) && text[at] is ' ' or '\u00a0' or '\u202f'));

    private static int DigitsFrom(string text, int at)
    {
        var count = 0;
        while (at + count < text.Length && char.IsAsciiDigit(text[at + count]))
            count++;
        return count;
    }

    // "two hundred and five", "a hundred", "twenty-one", "three point five", "minus four", "half a million"
    private static NumberSpan? EnglishWords(string text, List<Token> words, int from, out int taken)
    {
        var at = from;
        var negative = words[at].Normalized is "minus" or "negative" && ++at < words.Count;
        decimal total = 0, group = 0;
        var any = false;
        if (at + 1 < words.Count && words[at].Normalized is "a" or "an" && words[at + 1].Normalized is "hundred" or "thousand" or "million" or "billion" or "dozen")
            (group, at) = (1, at + 1);
        for (; at < words.Count; at++)
        {
            var word = words[at].Normalized;
            if (NumberWords.English.TryGetValue(word, out var small))
            {
                if (any && !Joins(group, small))
                    break;
                group += small;
            }
            else if (NumberWords.EnglishScales.TryGetValue(word, out var scale) && (any || group > 0))
            {
                group = (group == 0 ? 1 : group) * scale;
                if (scale > 100)
                    (total, group) = (total + group, 0);
            }
            else if (word == "dozen")
            {
                group = (group == 0 ? 1 : group) * 12;
                any = true;
                at++;
                break;
            }
            else if (!(word == "and" && any && at + 1 < words.Count && NumberWords.English.ContainsKey(words[at + 1].Normalized) && words[at - 1].Normalized is "hundred" or "thousand" or "million"))
            {
                break;
            }

            any = true;
        }

        taken = at - from;
        if (!any)
            return null;
        var value = total + group + Fraction(words, ref at);
        taken = at - from;
        return new NumberSpan(words[from].Start, words[at - 1].End, negative ? -value : value);
    }

    // "five six" are two numbers, "fifty six" is one.
    private static bool Joins(decimal group, int next)
        => group % 100 == 0 ? next > 0 : next is > 0 and < 10 && group % 100 >= 20 && group % 10 == 0;

    private static decimal Fraction(List<Token> words, ref int at)
    {
        if (at + 1 >= words.Count || words[at].Normalized != "point")
            return 0;
        decimal value = 0, place = 0.1m;
        var next = at + 1;
        for (; next < words.Count && NumberWords.English.TryGetValue(words[next].Normalized, out var digit) && digit < 10; next++, place /= 10)
            value += digit * place;
        if (next > at + 1)
            at = next;
        return value;
    }
}
