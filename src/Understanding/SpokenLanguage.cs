using System.Text;

namespace SupportBot.Understanding;

/// <summary>
/// Which language a text names, and which it is written in, among the six that the program speaks: <c>en es vi zh ru so</c>. A guess is made
/// only where it is plain: nobody is moved to another language for one word.
/// </summary>
public static class SpokenLanguage
{
    public const string English = "en";

    /// <summary>Plainly a language that the program does not speak.</summary>
    public const string Other = "und";

    /// <summary>ISO 639 codes, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [English, "es", "vi", "zh", "ru", "so"];

    private const int FewestWords = 2;

    private static readonly Dictionary<string, string[]> Names = Folded(new()
    {
        [English] = ["english", "ingles", "tieng anh", "英语", "英文", "английском", "английски", "английский", "ingiriis", "ingiriisi", "ingiriisiga"],
        ["es"] = ["spanish", "espanol", "castellano", "tieng tay ban nha", "西班牙语", "испанском", "испански", "испанский", "isbaanish", "isbaanishka"],
        ["vi"] = ["vietnamese", "vietnamita", "tieng viet", "越南语", "вьетнамском", "вьетнамский", "fiyatnaamiis"],
        ["zh"] = ["chinese", "mandarin", "cantonese", "chino", "tieng trung", "tieng hoa", "中文", "汉语", "普通话", "китайском", "китайский", "shiinees", "shiineys"],
        ["ru"] = ["russian", "ruso", "tieng nga", "俄语", "俄文", "русском", "русски", "русский", "ruush", "ruushka"],
        ["so"] = ["somali", "soomaali", "soomaaliga", "索马里语", "сомалийском", "сомалийский"],
    });

    // Words that are frequent in one of these and are no word of another: folded, so that missing accents do not matter.
    private static readonly Dictionary<string, string> Frequent = Words(
        (English, "the and is in school somebody people keeps to my of it that they we you for on was are not do what how can need help want have with someone about am this at im dont he she"),
        ("es", "que de el los las y en una por con para mi esta es se lo pero como yo ella muy quiero necesito ayuda hola tengo hijo hija escuela estoy soy puedo gracias tambien hay del al mis nadie alguien porque cuando donde hablo ingles espanol matarme morir vivir"),
        ("vi", "toi khong muon duoc nguoi cua giup truong minh em bi la co chau gi nhu lam va voi cho ban hoc sinh ai dang nua chet song tieng viet"),
        ("so", "waa waxaan waan ayaan iyo inaan ku ka aan ayaa waxa igu ii soo wax qof iskuulka caawimo fadlan adiga aniga tahay yahay oo waxay haa wiilkayga gabadhayda ardayga rabaa laakiin ma maya nolosha naftayda wuu wuxuu waxay inuu inay kasta habeen maalin marka aabahay aabbahay hooyaday walaalkay walaashay saaxiibkay saaxiibtay dugsiga ardayda ayuu ayay"));

    /// <summary>The language a short text asks for by its name; null where it names none, or more than one.</summary>
    public static string? Named(string text)
    {
        var plain = ' ' + TextNormaliser.Plain(text) + ' ';
        var named = All.Where(code => Names[code].Any(n => n[0] >= 0x2E80 ? plain.Contains(n, StringComparison.Ordinal) : plain.Contains($" {n} ", StringComparison.Ordinal))).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>The language of a text: one of <see cref="All"/>, <see cref="Other"/>, or null where that is not plain.</summary>
    public static string? Of(string text)
    {
        int latin = 0, han = 0, cyrillic = 0, vietnamese = 0, other = 0;
        var (japanese, ukrainian) = (false, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune)) continue;
            switch (rune.Value)
            {
                case >= 0x1EA0 and <= 0x1EF9 or 0x110 or 0x111 or 0x102 or 0x103 or 0x1A0 or 0x1A1 or 0x1AF or 0x1B0:
                    vietnamese++;
                    latin++;
                    break;
                case < 0x250:
                    latin++;
                    break;
                case >= 0x400 and <= 0x52F:
                    cyrillic++;
                    ukrainian |= rune.Value is 0x404 or 0x406 or 0x407 or 0x454 or 0x456 or 0x457 or 0x490 or 0x491;
                    break;
                case >= 0x3040 and <= 0x30FF:
                    japanese = true;
                    other++;
                    break;
                case >= 0x3400 and <= 0x9FFF:
                    han++;
                    break;
                // Letters that only look like others, such as full-width and mathematical ones, say nothing.
                case >= 0x1D400 and <= 0x1D7FF or >= 0xFF00 and <= 0xFFEF:
                    break;
                case >= 0x370:
                    other++;
                    break;
            }
        }

        if (other > latin + han + cyrillic || japanese && other + han > latin) return Other;
        if (cyrillic >= 3 && cyrillic > latin) return ukrainian ? Other : "ru";
        if (han >= 2 && han * 2 > latin) return "zh";
        if (vietnamese >= FewestWords) return "vi";
        return ByWords(text);
    }

    private static string? ByWords(string text)
    {
        var counts = TextNormaliser.Plain(text.Length > 2_000 ? text[..2_000] : text).Split(' ').Distinct().Where(Frequent.ContainsKey).GroupBy(w => Frequent[w]).ToDictionary(g => g.Key, g => g.Count());
        if (counts.Count == 0) return null;
        var (best, words) = counts.MaxBy(c => c.Value);
        return words >= FewestWords && counts.Where(c => c.Key != best).All(c => c.Value * 2 <= words) ? best : null;
    }

    // As texts are compared.
    private static Dictionary<string, string[]> Folded(Dictionary<string, string[]> names) => names.ToDictionary(n => n.Key, n => Array.ConvertAll(n.Value, TextNormaliser.Plain), StringComparer.Ordinal);

    private static Dictionary<string, string> Words(params (string Language, string Words)[] lists) =>
        lists.SelectMany(l => l.Words.Split(' ').Distinct().Select(w => (w, l.Language))).GroupBy(x => x.w).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Language, StringComparer.Ordinal);
}
