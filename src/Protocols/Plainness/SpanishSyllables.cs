using System.Text.RegularExpressions;

namespace SupportBot.Protocols;

/// <summary>Counts the syllables of a Spanish word: its spelling says which vowels are spoken together.</summary>
public static partial class SpanishSyllables
{
    /// <param name="word">Letters.</param>
    /// <returns>At least 1.</returns>
    public static int Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        // The u of que, qui, gue and gui is not spoken; y is a vowel at the end of a word.
        var letters = SilentU().Replace(word.ToLowerInvariant(), "$1");
        letters = FinalY().Replace(letters, "i");
        // One strong vowel, with weak ones around it; an accented weak vowel stands alone, and so do two strong ones.
        return Math.Max(1, Nuclei().Count(letters));
    }

    [GeneratedRegex("([qg])u(?=[eiéí])")]
    private static partial Regex SilentU();

    [GeneratedRegex("y(?![a-záéíóúüñ])")]
    private static partial Regex FinalY();

    [GeneratedRegex("[iuü]?[íú]|[iuü]*[aeoáéó][iuü]?(?![aeoáéó])|[iuü]*[aeoáéó]|[iuü]+")]
    private static partial Regex Nuclei();
}
