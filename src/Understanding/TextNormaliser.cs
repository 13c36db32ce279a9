using System.Globalization;
using System.Text;

namespace SupportBot.Understanding;

/// <summary>
/// Brings what people type to forms that can be compared. Both take time proportional to the text, whatever it holds.
/// Texts longer than a message can be are the caller's to refuse.
/// </summary>
public static class TextNormaliser
{
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
    public static string Plain(string text) => Words(Fold(text));

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

    private static string Words(string folded)
    {
        var words = new LetterBuffer(folded.Length);
        foreach (var c in folded)
            if (c != '\'')
                words.Add(char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? c : ' ');
        return words.ToString();
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02bc' or '`' or '\u00b4';

    /// <summary>Takes letters one by one; of several spaces it keeps one, and none at either end.</summary>
    private struct LetterBuffer(int most)
    {
        private readonly char[] _letters = new char[most + 1];
        private int _length;

        private readonly char Last => _length > 0 ? _letters[_length - 1] : ' ';

        public void Add(char letter)
        {
            if (letter != Dropped && (letter != ' ' || Last != ' '))
                _letters[_length++] = letter;
        }

        public override readonly string ToString() => new(_letters, 0, Last == ' ' && _length > 0 ? _length - 1 : _length);
    }
}
