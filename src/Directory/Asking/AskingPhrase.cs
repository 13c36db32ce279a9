namespace SupportBot.Directory;

/// <summary>What a phrase tells.</summary>
internal enum AskingKind
{
    /// <summary>Its words are about something else.</summary>
    Not,
    Family,
    Student,
    Age,
    Grade,
    Band,
    Place,
}

/// <summary>Words beside each other that tell something: <c>my # year old</c>, where <c>#</c> is a number and <c>word*</c> every word that begins so.</summary>
/// <param name="Says">Id of the band or the area; empty for the other kinds.</param>
internal sealed record AskingPhrase(AskingKind Kind, string Says, IReadOnlyList<string> Words)
{
    public const string Number = "#";

    // Below and above it is no pupil's age: minutes, money, a parent's age.
    private static readonly (int From, int To) Ages = (4, 19);
    private static readonly (int From, int To) School = (1, 12);

    /// <returns>The number in it, 0 where it asks for none; null where it does not stand there.</returns>
    public int? At(IReadOnlyList<string> tokens, int start, IReadOnlyDictionary<string, int> numbers)
    {
        if (start + Words.Count > tokens.Count) return null;
        var found = 0;
        for (var i = 0; i < Words.Count; i++)
        {
            var (word, token) = (Words[i], tokens[start + i]);
            if (word == Number)
            {
                if (!int.TryParse(token, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out found) && !numbers.TryGetValue(token, out found)) return null;
            }
            else if (word[^1] == '*' ? !token.StartsWith(word[..^1], StringComparison.Ordinal) : word != token) return null;
        }

        var (from, to) = Kind == AskingKind.Grade ? School : Ages;
        return Kind is AskingKind.Not || !Words.Contains(Number) || found >= from && found <= to ? found : null;
    }
}
