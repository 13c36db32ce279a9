using System.Collections.Concurrent;
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

    private static readonly ConcurrentDictionary<int, string> Folds = new();

    public static IReadOnlyList<Token> Read(string text)
    {
        var (folded, places) = Fold(text);
        return SpelledWords(Split(folded, places, text.Length));
    }

    /// <summary>The same words joined by spaces: how a word of content is compared.</summary>
    public static IEnumerable<string> Words(string text) => Read(text).Select(t => t.Word);

    // Each character by itself: a long run of combining marks cannot make the normal form slow, and every letter keeps its place.
    private static (string Folded, int[] Places) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var status = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used);
            i += used;
            if (status != System.Buffers.OperationStatus.Done) continue;
            if (rune.Value is < 0x80 and not '`' && rune.Value >= ' ')
            {
                folded.Append((char)(rune.Value is >= 'A' and <= 'Z' ? rune.Value | 0x20 : rune.Value));
                places.Add(start);
                continue;
            }

            foreach (var c in Folds.GetOrAdd(rune.Value, FoldOf))
            {
                folded.Append(c);
                places.Add(start);
            }
        }

        return (folded.ToString(), [.. places]);
    }

    private static string FoldOf(int value)
    {
        var rune = new Rune(value);
        if (rune.Value is '\n' or '\r' or 0x2028 or 0x2029) return "\n";
        if (Rune.IsWhiteSpace(rune)) return " ";
        if (rune == Rune.ReplacementChar) return "";
        if (rune.Value is '\u2019' or '\u2018' or '\u02bc' or '`' or '\u00b4') return "'";
        if (QuoteMarks.Contains(rune.ToString(), StringComparison.Ordinal) || ClauseEnds.Contains(rune.ToString(), StringComparison.Ordinal) || SentenceEnds.Contains(rune.ToString(), StringComparison.Ordinal)) return rune.ToString();
        if (IsInvisible(Rune.GetUnicodeCategory(rune))) return "";
        var folded = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsInvisible(Rune.GetUnicodeCategory(part))) continue;
            var lower = Rune.ToLowerInvariant(part).ToString();
            folded.Append(lower.Length == 1 ? LookAlikes.Letter(lower[0]).ToString() : lower);
        }

        return folded.ToString();
    }

    private static bool IsInvisible(UnicodeCategory category) => category is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or
        UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.ModifierSymbol;

    private static List<Token> Split(string folded, int[] places, int length)
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
            tokens.Add(new(text, places[from], to < places.Length ? places[to] : length, sentence, clause, quoted));
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
