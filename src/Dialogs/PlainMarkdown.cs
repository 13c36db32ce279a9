using System.Text;

namespace SupportBot.Dialogs;

/// <summary>Shows a person's own words inside a Markdown message as nothing but text (trust T-11).</summary>
internal static class PlainMarkdown
{
    private const string Meaningful = @"\`*_{}[]()<>#+-.!|~&:";

    /// <summary>Escapes every character that Markdown or HTML could give a meaning; drops bidi and zero-width controls; keeps line breaks inside a quote.</summary>
    public static string Quote(string words)
    {
        var text = new StringBuilder(words.Length + 16);
        foreach (var c in words.ReplaceLineEndings("\n"))
        {
            if (c == '\n') text.Append("\n> ");
            else if (IsHidden(c)) continue;
            else if (Meaningful.Contains(c, StringComparison.Ordinal)) text.Append('\\').Append(c);
            else text.Append(c);
        }

        return text.ToString();
    }

    private static bool IsHidden(char c) =>
        char.IsControl(c) || c is >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u2069' or '\uFEFF';
}
