using System.Globalization;
using System.Text;

namespace SupportBot.Understanding;

/// <summary>
/// Reads a text into words that can be compared, each with its place in what was typed: compatibility forms, look-alike letters, invisible
/// marks, stretched, spaced and leet letters are undone. Takes time proportional to the text, whatever it holds.
/// </summary>
public static class Tokens
{
    private const int SpelledOut = 4;
    private const int LongestWord = 64;
    private const string SentenceEnds = ".!?。！？…؟";
    private const string ClauseEnds = ",;:，；：、—–()[]{}";
    private const string QuoteMarks = "\"“”„«»「」『』";
    private const string Dividers = SentenceEnds + ClauseEnds + QuoteMarks;

    public static IReadOnlyList<Token> Read(string text)
    {
        var (folded, places) = Fold(text);
        return SpelledWords(Split(folded, places, text.Length));
    }

    /// <summary>The same words joined by spaces: how a word of content is compared.</summary>
    public static IEnumerable<string> Words(string text) => IsPlain(text) ? [Once(text)] : Read(text).Select(t => t.Word);

    // Most words of content are: then there is nothing to fold.
    private static bool IsPlain(string text) => text.Length is > 0 and <= LongestWord && !text.AsSpan().ContainsAnyExceptInRange('a', 'z');

    private static string Once(string word)
    {
        var at = 1;
        while (at < word.Length && word[at] != word[at - 1]) at++;
        return at >= word.Length ? word : string.Concat(word.Where((c, i) => i == 0 || c != word[i - 1]));
    }

    // Every letter keeps its place. What divides sentences, clauses and quotes stays as it is typed; half a character is nothing.
    private static (string Folded, List<int> Places) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && !IsSkinTone(rune))
                foreach (var c in Divides(rune) ?? Letters.Fold(rune))
                {
                    folded.Append(c);
                    places.Add(at);
                }

            // The replacement of half a character is as long as that half.
            at += rune.Utf16SequenceLength;
        }

        return (folded.ToString(), places);
    }

    private static string? Divides(Rune rune) =>
        rune.Value is '\n' or '\r' or 0x2028 or 0x2029 ? "\n"
        : !rune.IsAscii && rune.IsBmp && Dividers.Contains((char)rune.Value, StringComparison.Ordinal) ? rune.ToString()
        : null;

    private static bool IsSkinTone(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    private static List<Token> Split(string folded, List<int> places, int length)
    {
        var tokens = new List<Token>(folded.Length / 4 + 1);
        var word = new StringBuilder();
        var (first, sentence, clause, quoted, filled) = (0, 0, 0, false, false);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (c == '\'') continue;
            if (!char.IsLetter(c) && StandsForLetter(folded, i) && LookAlikes.Typed(c, word.Length > 0 ? word[^1] : ' ') is var meant and not '\0') c = meant;
            if (char.IsLetterOrDigit(c) && !IsAlone(c))
            {
                if (word.Length == 0) first = i;
                if ((word.Length == 0 || word[^1] != c || char.IsDigit(c)) && word.Length < LongestWord) word.Append(c);
                continue;
            }

            Flush(i);
            if (char.IsHighSurrogate(c) && i + 1 < folded.Length)
            {
                Add(folded.Substring(i, 2), i, i + 2);
                i++;
            }
            else if (IsAlone(c)) Add(c.ToString(), i, i + 1);
            else if (QuoteMarks.Contains(c, StringComparison.Ordinal))
                quoted = !quoted;
            else if (c == '\n' || SentenceEnds.Contains(c, StringComparison.Ordinal))
            {
                if (filled) (sentence, clause, filled) = (sentence + 1, clause + 1, false);
            }
            else if (ClauseEnds.Contains(c, StringComparison.Ordinal))
                clause++;
        }

        Flush(folded.Length);
        return tokens;

        void Flush(int end)
        {
            if (word.Length == 0) return;
            Add(word.ToString(), first, end);
            word.Clear();
        }

        void Add(string text, int from, int to)
        {
            tokens.Add(new(text, places[from], to < places.Count ? places[to] : length, sentence, clause, quoted));
            filled = true;
        }
    }

    // Han, kana and hangul are written without spaces: each character is a word of its own. So is a sign such as a heart.
    private static bool IsAlone(char c) => c is >= '\u2e80' and <= '\ua4cf' or >= '\uac00' and <= '\ud7af' or >= '\uf900' and <= '\ufaff'
        || c >= '\u2190' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol;

    // "k1ll", "ki11", "$uicide"; not the mark that ends a sentence, and not a number that stands alone.
    private static bool StandsForLetter(string text, int at)
    {
        var after = at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
        var before = at > 0 && char.IsLetter(text[at - 1]);
        if (!char.IsDigit(text[at]))
            return after && (before || text[at] is '$' or '@');
        if (before || at + 1 < text.Length && char.IsLetter(text[at + 1]))
            return true;
        // Digits in a row count when a letter stands close before them; looking further would make long numbers slow.
        for (var i = at - 1; i >= Math.Max(0, at - 3) && char.IsDigit(text[i]); i--)
            if (i > 0 && char.IsLetter(text[i - 1]))
                return true;
        return false;
    }

    private static List<Token> SpelledWords(List<Token> tokens)
    {
        List<Token>? joined = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var end = i;
            while (end < tokens.Count && tokens[end].Word.Length == 1 && char.IsAsciiLetter(tokens[end].Word[0])) end++;
            if (end - i < SpelledOut)
            {
                joined?.Add(tokens[i]);
                continue;
            }

            joined ??= [.. tokens.Take(i)];
            var word = new StringBuilder();
            for (var at = i; at < end && word.Length < LongestWord; at++)
                if (word.Length == 0 || word[^1] != tokens[at].Word[0]) word.Append(tokens[at].Word);
            joined.Add(tokens[i] with { Word = word.ToString(), End = tokens[end - 1].End });
            i = end - 1;
        }

        return joined ?? tokens;
    }
}
