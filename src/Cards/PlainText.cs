using System.Globalization;
using System.Text;

namespace SupportBot.Cards;

/// <summary>Makes text fit to stand on a card: one line, of bounded length, without characters that nobody sees.</summary>
internal static class PlainText
{
    public const int Longest = 200;

    /// <summary>What Markdown, card functions and speech markup are made of.</summary>
    private const string Marks = "*_`~[]<>{}\\|";

    /// <summary>
    /// For a run. Cuts at <paramref name="longest"/> characters and drops controls and direction marks, with which a display
    /// name could otherwise turn the words around it. Two braces are parted: hosts fill in <c>{{DATE()}}</c> even in runs.
    /// </summary>
    public static string Of(string text, int longest = Longest)
    {
        var kept = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > longest)
                return kept.ToString().TrimEnd() + "…";
            if (rune.Value == '{' && kept is [.., '{'])
                kept.Append(' ');
            kept.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format when !JoinsLetters(rune, kept) => "",
                _ => rune.ToString(),
            });
        }
        return kept.ToString().Trim();
    }

    /// <summary>
    /// For the places where 1.5 has no run: headings, labels, titles, error messages, what is spoken. Text of content only,
    /// never a person's, and without whatever a host could read as more than text.
    /// </summary>
    public static string Unmarked(string text, int longest = Longest) =>
        string.Concat(Of(text, longest).Where(c => !Marks.Contains(c, StringComparison.Ordinal))).TrimStart('#', '-', '+', '=', ' ').TrimEnd();

    // Persian and the languages of India cannot be spelled without the two joiners; after such a letter they hide nothing.
    private static bool JoinsLetters(Rune rune, StringBuilder kept) => rune.Value is 0x200C or 0x200D && kept is [.., >= '\u0600' and <= '\u0DFF'];
}
