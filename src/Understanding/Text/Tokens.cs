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

    // What a reader of bytes writes for those it cannot read.
    private const char Replaced = '\ufffd';
    private const string Dividers = SentenceEnds + ClauseEnds + QuoteMarks;

    public static IReadOnlyList<Token> Read(string text)
    {
        var isTurned = ShownOrder.IsTurned(text);
        var (folded, places) = Fold(text, isTurned);
        return SpelledWords(Split(folded, places, text, isTurned));
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
    private static (string Folded, List<int> Places) Fold(string text, bool isTurned)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        if (isTurned)
            foreach (var place in ShownOrder.Of(text)) Add(ShownOrder.At(text, place), place);
        else
        {
            var at = 0;
            foreach (var rune in text.EnumerateRunes())
            {
                Add(rune, at);
                // The replacement of half a character is as long as that half.
                at += rune.Utf16SequenceLength;
            }
        }

        return (folded.ToString(), places);

        void Add(Rune rune, int place)
        {
            if (IsSkinTone(rune) || rune == Rune.ReplacementChar && text[place] != Replaced) return;
            foreach (var c in rune == Rune.ReplacementChar ? " " : Divides(rune) ?? Letters.Fold(rune))
            {
                folded.Append(c);
                places.Add(place);
            }
        }
    }

    private static string? Divides(Rune rune) =>
        rune.Value is '\n' or '\r' or 0x2028 or 0x2029 ? "\n"
        : !rune.IsAscii && rune.IsBmp && Dividers.Contains((char)rune.Value, StringComparison.Ordinal) ? rune.ToString()
        : null;

    private static bool IsSkinTone(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    private static List<Token> Split(string folded, List<int> places, string typed, bool isTurned)
    {
        var tokens = new List<Token>(folded.Length / 4 + 1);
        var word = new WordBuffer();
        var (first, sentence, clause, quoted, filled) = (0, 0, 0, false, false);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (c == '\'' || IsCensored(folded, i)) continue;
            if (!char.IsLetter(c) && StandsForLetter(folded, i) && LookAlikes.Typed(c, word.Last) is var meant and not '\0') c = meant;
            if (char.IsLetterOrDigit(c) && !IsAlone(c))
            {
                if (word.Length == 0) first = i;
                if (word.Last != c || char.IsDigit(c)) word.Add(c);
                continue;
            }

            Flush(i);
            if (char.IsHighSurrogate(c) && i + 1 < folded.Length)
            {
                Add(word.Alone(folded.AsSpan(i, 2)), i, i + 2);
                i++;
            }
            else if (IsAlone(c)) Add(word.Alone([c]), i, i + 1);
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
            Add(word.Take(), first, end);
        }

        void Add(string text, int from, int to)
        {
            var (start, end) = isTurned ? Span(from, to) : (places[from], to < places.Count ? places[to] : typed.Length);
            tokens.Add(new(text, start, end, sentence, clause, quoted));
            filled = true;
        }

        // Letters that are shown side by side may have been typed in any order.
        (int Start, int End) Span(int from, int to)
        {
            var (first, last) = (int.MaxValue, 0);
            for (var at = from; at < to; at++) (first, last) = (Math.Min(first, places[at]), Math.Max(last, places[at]));
            return (first, last + ShownOrder.At(typed, last).Utf16SequenceLength);
        }
    }

    /// <summary>Collects the letters of one word after another. A word that stands in the text again is the same string: a long text has few.</summary>
    private sealed class WordBuffer
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        private readonly char[] _letters = new char[LongestWord];

        public int Length { get; private set; }

        /// <summary>The last letter; a space before the first.</summary>
        public char Last => Length > 0 ? _letters[Length - 1] : ' ';

        /// <summary>What makes a word longer than any is passed over.</summary>
        public void Add(char letter)
        {
            if (Length < LongestWord) _letters[Length++] = letter;
        }

        public string Take()
        {
            var word = Alone(_letters.AsSpan(0, Length));
            Length = 0;
            return word;
        }

        public string Alone(ReadOnlySpan<char> word)
        {
            if (_known.TryGetValue(word, out var known)) return known;
            var made = word.ToString();
            _known.Set.Add(made);
            return made;
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
            return after && (before || text[at] is '$' or '@') || IsSpelledSign(text, at);
        if (before || at + 1 < text.Length && char.IsLetter(text[at + 1]))
            return true;
        // Digits in a row count when a letter stands close before them; looking further would make long numbers slow.
        for (var i = at - 1; i >= Math.Max(0, at - 3) && char.IsDigit(text[i]); i--)
            if (i > 0 && char.IsLetter(text[i - 1]))
                return true;
        return false;
    }

    // "s u ! c ! d e": a sign that stands alone between letters that stand alone.
    private static bool IsSpelledSign(string text, int at)
    {
        return text[at] is '!' or '$' or '@' or '|' && IsLetterAlone(-1) && IsLetterAlone(1);

        bool IsLetterAlone(int step)
        {
            var (space, letter, beyond) = (at + step, at + 2 * step, at + 3 * step);
            return letter >= 0 && letter < text.Length && text[space] == ' ' && char.IsLetter(text[letter]) && (beyond < 0 || beyond >= text.Length || !char.IsLetterOrDigit(text[beyond]));
        }
    }

    // "su*cide": the star joins, and the word is one with a letter left out.
    private static bool IsCensored(string text, int at) => text[at] == '*' && at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);

    // Letters one by one, with digits for some of them, are one word: as many letters as digits at least, and no number at the end.
    private static List<Token> SpelledWords(List<Token> tokens)
    {
        List<Token>? joined = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var (end, letters) = (i, 0);
            for (; end < tokens.Count && IsSpelled(tokens[end].Word); end++)
                if (char.IsLetter(tokens[end].Word[0])) letters++;
            while (end - i > SpelledOut && char.IsDigit(tokens[end - 1].Word[0])) end--;
            if (end - i < SpelledOut || letters * 2 < end - i)
            {
                // A word may begin after some digits; looking for it in more than a word's length of them would make long numbers slow.
                var kept = end - i > LongestWord ? end - i : 1;
                joined?.AddRange(tokens.GetRange(i, kept));
                i += kept - 1;
                continue;
            }

            joined ??= [.. tokens.Take(i)];
            joined.Add(tokens[i] with
            {
                Word = Spelled(tokens, i, end),
                Start = Math.Min(tokens[i].Start, tokens[end - 1].Start),
                End = Math.Max(tokens[i].End, tokens[end - 1].End),
            });
            i = end - 1;
        }

        return joined ?? tokens;
    }

    // Latin, Greek and Cyrillic: in other scripts what stands alone is a syllable or a word.
    private static bool IsSpelled(string word) => word.Length == 1 && (char.IsLetter(word[0]) && word[0] < 0x530 || char.IsDigit(word[0]) && LookAlikes.Typed(word[0], ' ') != '\0');

    private static string Spelled(List<Token> tokens, int from, int to)
    {
        var word = new WordBuffer();
        for (var at = from; at < to && word.Length < LongestWord; at++)
        {
            var letter = char.IsLetter(tokens[at].Word[0]) ? tokens[at].Word[0] : LookAlikes.Typed(tokens[at].Word[0], word.Last);
            if (letter != word.Last) word.Add(letter);
        }

        return word.Take();
    }
}
