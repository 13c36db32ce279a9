using System.Text;

namespace SupportBot.Understanding;

/// <summary>
/// Brings what people type to forms that can be compared. Both take time proportional to the text, whatever it holds.
/// Texts longer than a message can be are the caller's to refuse.
/// </summary>
public static class TextNormaliser
{
    /// <summary>
    /// Lower case, without accents, width and style variants, look-alike letters, invisible characters and lone surrogates; in the order in which it is shown.
    /// White space becomes single spaces; punctuation and digits stay.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new LetterBuffer(text.Length);
        if (ShownOrder.IsTurned(text))
            foreach (var at in ShownOrder.Of(text)) Add(ShownOrder.At(text, at));
        else
            foreach (var rune in text.EnumerateRunes()) Add(rune);
        return folded.ToString();

        void Add(Rune rune)
        {
            // Half a character is enumerated as this one.
            if (rune == Rune.ReplacementChar) folded.Add(' ');
            else foreach (var c in Letters.Fold(rune)) folded.Add(c);
        }
    }

    /// <summary>Folded words with one space between them: letters and digits only; apostrophes join (<c>don't</c> is <c>dont</c>).</summary>
    public static string Plain(string text) => Words(Fold(text));

    private static string Words(string folded)
    {
        var words = new LetterBuffer(folded.Length);
        foreach (var c in folded)
            if (c != '\'')
                words.Add(char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? c : ' ');
        return words.ToString();
    }

    /// <summary>Takes letters one by one; of several spaces it keeps one, and none at either end.</summary>
    private readonly struct LetterBuffer(int most)
    {
        private readonly StringBuilder _letters = new(most);

        public void Add(char letter)
        {
            if (letter != ' ' || _letters.Length > 0 && _letters[^1] != ' ') _letters.Append(letter);
        }

        public override string ToString() => _letters.ToString().TrimEnd(' ');
    }
}
