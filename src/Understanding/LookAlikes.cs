namespace SupportBot.Understanding;

/// <summary>Letters that are drawn like the plain Latin ones, and digits and signs that are typed for letters.</summary>
internal static class LookAlikes
{
    // The Latin letter a reader sees, then what is drawn like it: Cyrillic, Greek, Armenian and Cherokee letters, those of phonetic script, small capitals, letters with hooks and bars.
    // Letters that Russian has and that look like no other stay what they are.
    private static readonly string[] Alike =
    [
        "aаαɑɐᴀʌꭺ",
        "bвβʙƀɓƃᏼ",
        "cсᴄƈȼɕꮯ",
        "dԁđᴅðɖɗƌδꭰ",
        "eеεᴇɛɘəǝɜɇєꭼ",
        "fƒꜰғ",
        "gɡɠɢǥꮐ",
        "hнʜɦħһհꮋ",
        "iіιɩıɪɨᵻꭵ",
        "jјȷɉʝᴊꭻ",
        "kкκƙĸᴋқҝꮶ",
        "lłʟƚɫɬɭӏǀꮮ",
        "mмᴍɱɯμꮇ",
        "nɴɲɳƞŋηո",
        "oоοøᴏɔɵσօө",
        "pрρᴘƥꮲ",
        "qʠɋԛ",
        "rʀɾɹɍɼɽʁꭱ",
        "sѕꜱʂƨςʃꮪ",
        "tтτᴛƭʈŧƫʇꭲ",
        "uυᴜʉս",
        "vνᴠʋѵꮩ",
        "wωᴡʍԝⱳꮃ",
        "xхχ",
        "yуʏƴɏʎүγꮍ",
        "zᴢƶʐʑȥꮓ",
    ];

    private static readonly Dictionary<char, char> Latin = Alike.SelectMany(row => row.Skip(1).Select(c => (Seen: c, Latin: row[0]))).ToDictionary(p => p.Seen, p => p.Latin);

    // Letters in black discs and black squares, and those that flags are made of: each row is an alphabet.
    private static readonly int[] Signs = [0x1F150, 0x1F170, 0x1F1E6];

    public static char Letter(char c) => c < 0x80 ? c : Latin.GetValueOrDefault(c, c);

    /// <summary>The letter on a sign that has one, or <c>'\0'</c>.</summary>
    public static char OnSign(int character)
    {
        foreach (var first in Signs)
            if (character >= first && character - first < 26) return (char)('a' + character - first);
        return '\0';
    }

    /// <summary>The letter that a digit or sign stands for inside a word, or <c>'\0'</c>.</summary>
    /// <param name="before">the letter before it; a one after i or l is taken for l, as in k1ll and ki11</param>
    public static char Typed(char c, char before) => c switch
    {
        '0' => 'o',
        '1' or '!' or '|' => before is 'i' or 'l' ? 'l' : 'i',
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '£' => 'l',
        '¢' => 'c',
        _ => '\0',
    };
}
