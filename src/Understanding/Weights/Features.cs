namespace SupportBot.Understanding;

/// <summary>Takes a feature; the characters are only good until it returns.</summary>
internal delegate void Feature(ReadOnlySpan<char> name);

/// <summary>
/// What of a text is weighed: each word, its pieces of three and four letters and its beginning, and each word with the two that follow; where somebody writes accents, each word and pair
/// with them too, because in Vietnamese they make another word. Counted as often as it stands there. The same for the tool that makes the weights and for the program that reads them.
/// </summary>
internal static class Features
{
    // Longer words are cut: nobody writes them.
    private const int Longest = 24;
    private const int Shortest = 3;
    private const int Beginning = 5;

    // Of about five words. Fewer say less: "and one thing more" is no danger for want of words that speak against it.
    private const int Few = 60;

    /// <summary>What the sum of a text's features is multiplied with: long and short texts weigh alike, and very short ones less.</summary>
    public static float Scale(int count) => 1 / MathF.Sqrt(Math.Max(Few, count));

    /// <summary>What a word says by itself. A piece is marked by <c>#</c>, a beginning by <c>*</c>; <c>(</c> and <c>)</c> are the ends of the word.</summary>
    public static void OfWord(ReadOnlySpan<char> word, Feature seen)
    {
        if (word.Length > Longest) word = word[..Longest];
        seen(word);
        if (word.Length < Shortest) return;
        Span<char> buffer = stackalloc char[Longest + 3];
        if (word.Length > Beginning)
        {
            word[..Beginning].CopyTo(buffer);
            buffer[Beginning] = '*';
            seen(buffer[..(Beginning + 1)]);
        }

        // "(word)" with a place before it for the mark of a piece.
        buffer[1] = '(';
        word.CopyTo(buffer[2..]);
        buffer[word.Length + 2] = ')';
        var whole = buffer[1..(word.Length + 3)];
        Span<char> piece = stackalloc char[5];
        piece[0] = '#';
        for (var length = 3; length <= 4; length++)
            for (var at = 0; at + length <= whole.Length; at++)
            {
                whole.Slice(at, length).CopyTo(piece[1..]);
                seen(piece[..(length + 1)]);
            }
    }

    /// <summary>What a word says with the words around it: as the first, with the next, with the next but one, and all three; and as it was typed, alone and with the next.</summary>
    /// <param name="words">A stretch that is weighed together.</param>
    /// <param name="typed">The same words, as <see cref="Typed"/> gives them.</param>
    public static void Beside(ReadOnlySpan<string> words, ReadOnlySpan<string> typed, int at, Feature seen)
    {
        OfWords(words, at, seen);
        OfTyped(typed, words, at, seen);
    }

    private static void OfWords(ReadOnlySpan<string> words, int at, Feature seen)
    {
        Span<char> buffer = stackalloc char[3 * Longest + 3];
        if (at == 0) seen(Join(buffer, "^", words[0], ""));
        if (at + 1 < words.Length) seen(Join(buffer, words[at], words[at + 1], ""));
        if (at + 2 >= words.Length) return;
        seen(Join(buffer, words[at], "_", words[at + 2]));
        seen(Join(buffer, words[at], words[at + 1], words[at + 2]));
    }

    private static void OfTyped(ReadOnlySpan<string> typed, ReadOnlySpan<string> words, int at, Feature seen)
    {
        Span<char> buffer = stackalloc char[(3 * Longest) + 3];
        var isOther = !ReferenceEquals(typed[at], words[at]);
        if (isOther) seen(Join(buffer, "=", typed[at], ""));
        if (at + 1 < typed.Length && (isOther || !ReferenceEquals(typed[at + 1], words[at + 1]))) seen(Join(buffer, "=", typed[at], typed[at + 1]));
    }

    /// <summary>A word as it was typed, in small letters; the word itself where that is no more than the word.</summary>
    public static string Typed(string text, Token token)
    {
        var typed = text.AsSpan(token.Start, token.End - token.Start);
        if (typed.Length > Longest || System.Text.Ascii.IsValid(typed)) return token.Word;
        foreach (var c in typed)
            if (!char.IsLetter(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark) return token.Word;
        var small = typed.ToString().Normalize().ToLowerInvariant();
        return small == token.Word ? token.Word : small;
    }

    private static ReadOnlySpan<char> Join(Span<char> buffer, string first, string second, string third)
    {
        var end = Append(buffer, 0, first);
        end = Append(buffer, end, second);
        if (third.Length > 0) end = Append(buffer, end, third);
        return buffer[..end];
    }

    private static int Append(Span<char> buffer, int at, string word)
    {
        if (at > 0) buffer[at++] = ' ';
        var length = Math.Min(word.Length, Longest);
        word.AsSpan(0, length).CopyTo(buffer[at..]);
        return at + length;
    }
}
