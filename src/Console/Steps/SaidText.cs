using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace SupportBot.Console;

/// <summary>
/// Sentences of the program as a page shows them: the little Markdown that they are written in (paragraphs, lists, bold) and nothing else. Everything is encoded first, so
/// that a name in a sentence is never more than text.
/// </summary>
public static partial class SaidText
{
    public static IHtmlContent Of(string markdown)
    {
        var html = new StringBuilder();
        foreach (var block in markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var isList = false;
            var isOpen = false;
            foreach (var line in block.Split('\n'))
            {
                var isItem = line.StartsWith("- ", StringComparison.Ordinal);
                if (isItem != isList || !isOpen)
                {
                    html.Append(!isOpen ? "" : isList ? "</ul>" : "</p>").Append(isItem ? "<ul>" : "<p>");
                    (isList, isOpen) = (isItem, true);
                }
                else if (!isItem)
                {
                    html.Append("<br>");
                }

                html.Append(isItem ? $"<li>{Inline(line[2..])}</li>" : Inline(line));
            }

            html.Append(isList ? "</ul>" : "</p>");
        }

        return new HtmlString(html.ToString());
    }

    private static string Inline(string line) => Bold().Replace(HtmlEncoder.Default.Encode(line), "<strong>$1</strong>");

    [GeneratedRegex(@"\*\*([^*]+)\*\*", RegexOptions.NonBacktracking)]
    private static partial Regex Bold();
}
