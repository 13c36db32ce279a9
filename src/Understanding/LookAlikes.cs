namespace SupportBot.Understanding;

/// <summary>Letters of other alphabets that are drawn like Latin ones, and digits and signs that are typed for letters.</summary>
internal static class LookAlikes
{
    // Same picture, other alphabet: left Cyrillic and Greek, right the Latin letter a reader sees.
    private const string Foreign = "авекмнорстухіјѕԁɡαβεικνορτυχωɩıłøđ";
    private const string Latin = "abekmhopctyxijsdgabeikvoptuxwiilod";

    public static char Letter(char c) =>
        c < 0x80 ? c : Foreign.IndexOf(c, StringComparison.Ordinal) is var at && at >= 0 ? Latin[at] : c;

    /// <summary>The letter that a digit or sign stands for inside a word, or <c>'\0'</c>.</summary>
    /// <param name="before">the letter before it; a one after i or l is taken for l, as in k1ll and ki11</param>
    public static char Typed(char c, char before) => c switch
    {
        '0' => 'o',
        '1' or '!' or '|' => before is 'i' or 'l' ? 'l' : 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => '\0',
    };
}
