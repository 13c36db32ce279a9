using System.Text;

namespace SupportBot.Understanding;

/// <summary>The words of a text about time, walked from left to right.</summary>
internal sealed class WhenTokens
{
    private readonly List<string> _words = [];

    public WhenTokens(string text)
    {
        var word = new StringBuilder();
        foreach (var c in TextNormaliser.Fold(text).Append(' '))
        {
            if (char.IsLetterOrDigit(c) || c is '/' or '-' or ':' or '.')
                word.Append(c);
            else if (c != '\'')
                Take(word);
        }
    }

    public int At { get; private set; }

    public bool IsAtEnd => At >= _words.Count;

    /// <summary>So few words that a short form such as "sat" must be a day.</summary>
    public bool IsBrief => _words.Count <= 2;

    public string Word => Peek(0);

    /// <summary>The word so many places on; empty past either end.</summary>
    public string Peek(int ahead) => At + ahead is var i && i >= 0 && i < _words.Count ? _words[i] : "";

    public void Move(int words = 1) => At += words;

    /// <summary>Moves past the words if they stand here; a choice of words is written <c>morning|afternoon</c>.</summary>
    public bool Skip(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (Peek(i).Length == 0 || !words[i].Split('|').Contains(Peek(i)))
                return false;
        At += words.Length;
        return true;
    }

    private void Take(StringBuilder word)
    {
        var trimmed = word.ToString().Trim('.', '-', ':', '/');
        word.Clear();
        // "tuesday-morning" is two words; "11-3" is a date.
        if (trimmed.Length > 0)
            _words.AddRange(char.IsAsciiDigit(trimmed[0]) ? [trimmed] : trimmed.Split(['-', '/', '.'], StringSplitOptions.RemoveEmptyEntries));
    }
}
