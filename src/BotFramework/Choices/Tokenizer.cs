using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Cuts a text into words.</summary>
public delegate List<Token> TokenizerFunction(string text, string locale = null);

/// <summary>The tokenizer used unless another is named.</summary>
public class Tokenizer
{
    public static TokenizerFunction DefaultTokenizer { get; } = DefaultTokenizerImpl;

    /// <summary>Words are runs of letters, digits and marks; an emoji, or any character beyond the basic plane, is a word of its own.</summary>
    public static List<Token> DefaultTokenizerImpl(string text, string locale = null)
    {
        var tokens = new List<Token>();
        if (string.IsNullOrEmpty(text))
            return tokens;
        var start = -1;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp)
            {
                Close(at);
                Add(at, at + rune.Utf16SequenceLength);
            }
            else if (!IsWord(rune))
            {
                Close(at);
            }
            else if (start < 0)
            {
                start = at;
            }

            at += rune.Utf16SequenceLength;
        }

        Close(text.Length);
        return tokens;

        void Close(int end)
        {
            if (start >= 0)
                Add(start, end);
            start = -1;
        }

        void Add(int from, int to)
        {
            var word = text[from..to];
            tokens.Add(new Token { Start = from, End = to - 1, Text = word, Normalized = word.ToLowerInvariant() });
        }
    }

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
