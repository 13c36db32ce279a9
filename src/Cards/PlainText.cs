using System.Globalization;
using System.Text;

namespace SupportBot.Cards;

/// <summary>Makes text fit to stand in a run: one line, of bounded length, without characters that nobody sees.</summary>
internal static class PlainText
{
    public const int Longest = 200;

    /// <summary>
    /// Cuts at <see cref="Longest"/> characters and drops controls and direction marks, with which a display name could
    /// otherwise turn the words around it.
    /// </summary>
    public static string Of(string text)
    {
        var kept = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > Longest)
                return kept.ToString().TrimEnd() + "…";
            kept.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format => "",
                _ => rune.ToString(),
            });
        }
        return kept.ToString().Trim();
    }
}
