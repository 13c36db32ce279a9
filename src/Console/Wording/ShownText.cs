using System.Globalization;
using System.Text;
using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>Makes what a person wrote fit to be shown: as text, with its line breaks, and without marks that turn or hide the words around it.</summary>
public static class ShownText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    public static string Of(PersonText words)
    {
        var text = words.Reveal().ReplaceLineEndings("\n");
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (IsShown(rune)) kept.Append(rune);
        return kept.ToString();
    }

    // Joiners are part of some scripts and of many emoji; they turn nothing.
    private static bool IsShown(Rune rune) => rune.Value is '\n' or '\t' or ZeroWidthJoiner or ZeroWidthNonJoiner
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
