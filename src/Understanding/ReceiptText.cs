using System.Text;

namespace SupportBot.Understanding;

/// <summary>Tells a receipt code from other text: 20 letters and digits in groups of four, perhaps with a check character.</summary>
public static class ReceiptText
{
    private const int Shortest = 20;
    private const int Longest = 22;

    /// <summary>True when the whole text is shaped like a code, whatever its case and separators. Whether it opens anything, storage knows.</summary>
    public static bool IsCode(string text)
    {
        var compact = new StringBuilder(Longest);
        foreach (var c in text.Trim().TrimEnd('.'))
        {
            if (c is ' ' or '-' or '_' or '\u2013' or '\u2014' or '\u2011' or '\u00a0' or '\t')
                continue;
            // The four signs are the check characters that Crockford's base 32 adds to its letters.
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('*' or '~' or '$' or '=') || compact.Length == Longest)
                return false;
            compact.Append(c);
        }
        return compact.Length >= Shortest && (LooksDrawn(compact) && !HasShortWords(text) || IsGrouped(text));
    }

    // Words hold no digits; of 20 drawn characters fewer than two digits are one in two hundred, and those come in groups.
    private static bool LooksDrawn(StringBuilder compact)
    {
        var digits = 0;
        for (var i = 0; i < compact.Length; i++)
            digits += char.IsAsciiDigit(compact[i]) ? 1 : 0;
        return digits >= 2;
    }

    // "8th to 9th grade handoff" has as many letters and digits as a code; nobody writes a code in groups shorter than four.
    private static bool HasShortWords(string text) => text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Any(g => g.Length < 4);

    private static bool IsGrouped(string text)
    {
        var groups = text.Trim().Split('-', ' ');
        return groups.Length is 5 or 6 && groups.Take(5).All(g => g.Length == 4) && text.Any(char.IsAsciiLetterUpper);
    }
}
