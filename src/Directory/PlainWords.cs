using System.Globalization;
using System.Text;

namespace SupportBot.Directory;

/// <summary>Text as it is compared: lower case, no accents, no punctuation, single spaces. Letters of any script stay.</summary>
internal static class PlainWords
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark) continue;
            if (letter is '\'' or '\u2019' or '.') continue;
            if (char.IsLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        return plain.ToString().Trim();
    }

    public static string[] Split(string text) => Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
