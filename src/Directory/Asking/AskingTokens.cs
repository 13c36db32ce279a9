namespace SupportBot.Directory;

/// <summary>Words of a question as they are compared here: a number stands alone, as in <c>8 th</c>, and so does each Chinese character.</summary>
internal static class AskingTokens
{
    public static IReadOnlyList<string> Of(string text)
    {
        var (tokens, start) = (new List<string>(), 0);
        // Not taken apart with the accents, and typed without them as often as with.
        var plain = PlainWords.Of(text).Replace('đ', 'd');
        for (var at = 1; at <= plain.Length; at++)
        {
            if (at < plain.Length && KindOf(plain[at]) == KindOf(plain[at - 1]) && KindOf(plain[at]) != Kind.Character) continue;
            if (plain[start] != ' ') tokens.Add(plain[start..at]);
            start = at;
        }

        return tokens;
    }

    private static Kind KindOf(char letter) => letter switch
    {
        ' ' => Kind.Space,
        >= '\u3400' and <= '\u9fff' => Kind.Character,
        _ => char.IsAsciiDigit(letter) ? Kind.Digit : Kind.Letter,
    };

    private enum Kind
    {
        Space,
        Letter,
        Digit,
        Character,
    }
}
