using System.Globalization;
using System.Text;

namespace SupportBot.Understanding;

/// <summary>
/// Brings one character to the form it is compared in: lower case, without accents, width and style variants, a look-alike as the letter a
/// reader sees, nothing for what is invisible. Each by itself, so that no run of marks makes a long text slow.
/// </summary>
internal static class Letters
{
    // The alphabets people here write in; other characters are folded as they come.
    private static readonly string?[] Known = new string?[0x3000];

    public static string Fold(Rune rune) => rune.Value < Known.Length ? Known[rune.Value] ??= Folded(rune) : Folded(rune);

    private static string Folded(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune)) return " ";
        if (rune.Value is '\u2019' or '\u2018' or '\u02bc' or '`' or '\u00b4') return "'";
        if (IsInvisible(rune)) return "";
        if (rune.IsAscii) return Rune.ToLowerInvariant(rune).ToString();
        var folded = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(part)) folded.Append(' ');
            else if (!IsInvisible(part)) folded.Append(Rune.ToLowerInvariant(part) is { IsBmp: true } letter ? LookAlikes.Letter((char)letter.Value).ToString() : Rune.ToLowerInvariant(part).ToString());
        }

        return folded.ToString();
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or
        UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned;
}
