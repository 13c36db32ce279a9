using System.Globalization;
using System.Text;

namespace SupportBot.Understanding;

/// <summary>
/// Brings what people type to forms that can be compared. All three take time proportional to the text, whatever it holds.
/// Texts longer than a message can be are the caller's to refuse.
/// </summary>
public static class TextNormaliser
{
    private const int SpelledOut = 4;
    private const char Dropped = '\0';

    // Lower case, a space for white space, and nothing for other control characters; one apostrophe for all that are typed as one.
    private static readonly char[] AsciiFolded =
        [.. Enumerable.Range(0, 0x80).Select(c => (char)c).Select(c => char.IsWhiteSpace(c) ? ' ' : char.IsControl(c) ? Dropped : c == '`' ? '\'' : char.ToLowerInvariant(c))];

    /// <summary>
    /// Lower case, without accents, width and style variants, look-alike letters, invisible characters and lone surrogates.
    /// White space becomes single spaces; punctuation and digits stay.
    /// </summary>
    public static string Fold(string text)
    {
        var compatible = Ascii.IsValid(text) ? text : Visible(text).Normalize(NormalizationForm.FormKD);
        var folded = new LetterBuffer(compatible.Length);
        foreach (var c in compatible)
        {
            if (c < 0x80)
                folded.Add(AsciiFolded[c]);
            else if (char.IsWhiteSpace(c))
                folded.Add(' ');
            else if (!IsMark(c))
                folded.Add(LookAlikes.Letter(char.ToLowerInvariant(c)));
        }
        return folded.ToString();
    }

    /// <summary>Folded words with one space between them: letters and digits only; apostrophes join (<c>don't</c> is <c>dont</c>).</summary>
    public static string Plain(string text) => Words(Fold(text), typed: false);

    /// <summary>
    /// Plain words after undoing what hides them: repeated letters count once (<c>kiiill</c> and <c>kill</c> are both <c>kil</c>),
    /// digits and signs inside a word are the letters they stand for, and four or more spaced or dotted single letters are one word.
    /// For comparing only: both sides must go through it.
    /// </summary>
    public static string Bare(string text) => Joined(Words(Fold(text), typed: true));

    // Marks go before the normal form is made: ordering a very long run of them is the one thing in it that is not linear.
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (!IsInvisible(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(c, text[i + 1]))))
                    visible.Append(c).Append(text[i + 1]);
                i++;
            }
            else if (char.IsWhiteSpace(c) || char.IsSurrogate(c))
                visible.Append(' ');
            else if (IsApostrophe(c))
                visible.Append('\'');
            else if (c is >= ' ' and < '\u007f' || !IsInvisible(CharUnicodeInfo.GetUnicodeCategory(c)))
                visible.Append(c);
        }
        return visible.ToString();
    }

    private static bool IsInvisible(UnicodeCategory category) => category is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or
        UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned;

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static string Words(string folded, bool typed)
    {
        var words = new LetterBuffer(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (c is >= 'a' and <= 'z')
            {
                if (!typed || c != words.Last)
                    words.Add(c);
                continue;
            }
            if (c == '\'')
                continue;
            if (typed && !char.IsLetter(c) && StandsForLetter(folded, i) && LookAlikes.Typed(c, words.Last) is var meant and not '\0')
                c = meant;
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
                words.Add(' ');
            else if (!typed || c != words.Last || !char.IsLetter(c))
                words.Add(c);
        }
        return words.ToString();
    }

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

    private static string Joined(string words)
    {
        var joined = new LetterBuffer(words.Length);
        for (var i = 0; i < words.Length;)
        {
            var end = i;
            while (end < words.Length && (end + 1 == words.Length || words[end + 1] == ' '))
                end += 2;
            if (end - i >= 2 * SpelledOut - 1)
            {
                for (var at = i; at < Math.Min(end, words.Length); at += 2)
                    if (joined.Last != words[at])
                        joined.Add(words[at]);
            }
            else
            {
                end = words.IndexOf(' ', i) is var space and >= 0 ? space + 1 : words.Length;
                joined.Add(words.AsSpan(i, end - i));
            }
            joined.Add(' ');
            i = end;
        }
        return joined.ToString();
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02bc' or '`' or '\u00b4';

    /// <summary>Takes letters one by one; of several spaces it keeps one, and none at either end.</summary>
    private struct LetterBuffer(int most)
    {
        private readonly char[] _letters = new char[most + 1];
        private int _length;

        /// <summary>The last letter; a space at the start.</summary>
        public readonly char Last => _length > 0 ? _letters[_length - 1] : ' ';

        public void Add(char letter)
        {
            if (letter != Dropped && (letter != ' ' || Last != ' '))
                _letters[_length++] = letter;
        }

        public void Add(ReadOnlySpan<char> letters)
        {
            letters.CopyTo(_letters.AsSpan(_length));
            _length += letters.Length;
        }

        public override readonly string ToString() => new(_letters, 0, Last == ' ' && _length > 0 ? _length - 1 : _length);
    }
}
