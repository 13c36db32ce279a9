using System.Globalization;
using System.Text;

namespace SupportBot.Understanding;

/// <summary>
/// Brings one character to the form it is compared in: lower case, without accents, width and style variants, a look-alike as the letter a
/// reader sees, nothing for what is invisible, a space for a control character. Each by itself, so that no run of marks makes a long text slow.
/// </summary>
internal static class Letters
{
    // What people write with: the first two planes, signs of feeling among them. Rarer characters are folded as they come.
    private static readonly string?[] Known = new string?[0x20000];

    public static string Fold(Rune rune) => rune.Value < Known.Length ? Known[rune.Value] ??= Folded(rune) : Folded(rune);

    private static string Folded(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune)) return " ";
        if (rune.Value is '\u2019' or '\u2018' or '\u02bc' or '`' or '\u00b4') return "'";
        if (IsBlank(rune)) return " ";
        if (IsInvisible(rune)) return "";
        if (LookAlikes.OnSign(rune.Value) is var sign and not '\0') return sign.ToString();
        if (rune.IsAscii) return Rune.ToLowerInvariant(rune).ToString();
        var folded = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(part) || IsBlank(part)) folded.Append(' ');
            else if (!IsInvisible(part)) folded.Append(Rune.ToLowerInvariant(part) is { IsBmp: true } letter ? LookAlikes.Letter((char)letter.Value).ToString() : Rune.ToLowerInvariant(part).ToString());
        }

        return folded.ToString();
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;

    // Nothing is drawn for these, and the words on both sides stay apart: control characters, the fillers of hangul, the empty braille cell.
    private static bool IsBlank(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;
}
