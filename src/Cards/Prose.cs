using AdaptiveCards;

namespace SupportBot.Cards;

/// <summary>Sentences of content and answers of people as runs, a block for each of their lines.</summary>
internal static class Prose
{
    /// <summary>The most lines of one text that get a block of their own; the rest follows in the last of them.</summary>
    private const int MostLines = 30;

    private const int LongestParagraph = 2000;

    /// <summary>
    /// Text of content. A line break begins a new block, an empty line leaves room; <c>**words**</c> become bold, because
    /// the same sentences are Markdown in other channels.
    /// </summary>
    public static IEnumerable<AdaptiveElement> Content(string text, int longest, AdaptiveSpacing first = AdaptiveSpacing.Default)
    {
        foreach (var (line, spacing) in Lines(text, Math.Min(longest, LongestParagraph), first, AdaptiveSpacing.Small))
        {
            var parts = line.Split("**");
            var block = new AdaptiveRichTextBlock { Spacing = spacing };
            var isPaired = parts.Length % 2 == 1;
            for (var at = 0; at < parts.Length; at++)
                if (Spaced(parts[at]) is { Length: > 0 } part)
                    block.Inlines.Add(new AdaptiveTextRun(part) { Weight = isPaired && at % 2 == 1 ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default });
            if (block.Inlines.Count > 0)
                yield return block;
        }
    }

    /// <summary>What a person typed, letter by letter; cut at <paramref name="longest"/> characters.</summary>
    public static IEnumerable<AdaptiveElement> Typed(string text, int longest)
    {
        foreach (var (line, spacing) in Lines(text, longest, AdaptiveSpacing.None, AdaptiveSpacing.None))
            yield return new AdaptiveRichTextBlock { Spacing = spacing, Inlines = { new AdaptiveTextRun(PlainText.Of(line, longest)) } };
    }

    private static IEnumerable<(string Line, AdaptiveSpacing Spacing)> Lines(string text, int longest, AdaptiveSpacing first, AdaptiveSpacing later)
    {
        var isCut = text.Length > longest;
        var cut = isCut ? text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…" : text;
        // A break costs more bytes than the words of a short line, so a text gets the fewer of them the shorter it is cut.
        var lines = cut.ReplaceLineEndings("\n").Split('\n', Math.Clamp(longest / 50, 1, MostLines), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var at = 0; at < lines.Length; at++)
            yield return (lines[at], at == 0 ? first : later);
    }

    /// <summary>A part of a line keeps the blanks at its ends.</summary>
    private static string Spaced(string part) =>
        PlainText.Of(part, LongestParagraph) is { Length: > 0 } plain ? $"{(part[0] == ' ' ? " " : "")}{plain}{(part[^1] == ' ' ? " " : "")}" : part.Length > 0 ? " " : "";
}
