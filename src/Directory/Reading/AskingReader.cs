using System.Text.RegularExpressions;
using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Reads the files under <c>asking/</c>: by which words people tell who asks, for which grade and where. A district may have none.</summary>
internal static partial class AskingReader
{
    private static readonly (string Key, AskingKind Kind)[] Lists =
        [("not", AskingKind.Not), ("family", AskingKind.Family), ("student", AskingKind.Student), ("ages", AskingKind.Age), ("grades", AskingKind.Grade)];

    /// <param name="areas">Of the resources: a place that none of them names helps nobody.</param>
    public static AskingWords Read(IReadOnlyList<YamlMap> pages, IReadOnlySet<string> areas)
    {
        List<AskingPhrase> phrases = [];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<string>> places = new(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            page.RefuseUnknownKeys(["format", "language", "owner", "numbers", "bands", "places", .. Lists.Select(l => l.Key)]);
            page.Text("owner");
            foreach (var (key, kind) in Lists)
                foreach (var node in page.OptionalList(key)?.TextNodes() ?? []) Add(phrases, node, kind, "");
            ReadNumbers(page, numbers);
            ReadBands(page, phrases);
            foreach (var place in page.OptionalMaps("places")) ReadPlace(place, phrases, places, areas);
        }

        return new AskingWords(phrases, numbers, places);
    }

    private static void ReadNumbers(YamlMap page, Dictionary<string, int> numbers)
    {
        if (page.OptionalMap("numbers") is not { } map) return;
        foreach (var word in map.Keys)
            if (AskingTokens.Of(word) is [var token]) numbers[token] = map.Number(word);
            else map.KeyNode(word).Fault($"\"{word}\" is more than one word", "write a number as one word");
    }

    private static void ReadBands(YamlMap page, List<AskingPhrase> phrases)
    {
        if (page.OptionalMap("bands") is not { } bands) return;
        bands.RefuseUnknownKeys([.. Resource.GradeBands]);
        foreach (var band in bands.Keys)
            foreach (var node in bands.List(band).TextNodes()) Add(phrases, node, AskingKind.Band, band);
    }

    private static void ReadPlace(YamlMap place, List<AskingPhrase> phrases, Dictionary<string, IReadOnlyList<string>> places, IReadOnlySet<string> areas)
    {
        place.RefuseUnknownKeys("area", "within", "names");
        var area = place.Text("area");
        if (area.Length > 0 && !areas.Contains(area)) place["area"]!.Fault($"no resource is of the area \"{area}\"", "write an area as the resources name it");
        places[area] = place.OptionalTexts("within");
        foreach (var node in place.List("names").TextNodes()) Add(phrases, node, AskingKind.Place, area);
    }

    private static void Add(List<AskingPhrase> phrases, YamlScalar node, AskingKind kind, string says)
    {
        foreach (var text in Spread(node.Value))
        {
            // The marks of a phrase are no letters of it.
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(w => Piece().Matches(w).SelectMany(m => m.Value == AskingPhrase.Number ? [AskingPhrase.Number] : Marked(m.Value))).ToList();
            if (words.Count == 0) node.Fault($"\"{node.Value}\" holds no word", "write what people say, or remove it");
            else if (kind is AskingKind.Age or AskingKind.Grade && !words.Contains(AskingPhrase.Number)) node.Fault($"\"{node.Value}\" holds no number", "write # where the number stands");
            else phrases.Add(new AskingPhrase(kind, says, words));
        }
    }

    private static IEnumerable<string> Marked(string word)
    {
        var tokens = AskingTokens.Of(word);
        return word[^1] == '*' && tokens.Count > 0 ? [.. tokens.SkipLast(1), tokens[^1] + "*"] : tokens;
    }

    // "my (son|daughter)" is two phrases.
    private static IEnumerable<string> Spread(string text) =>
        Either().Match(text) is { Success: true } match ? match.Groups[1].Value.Split('|').SelectMany(one => Spread($"{text[..match.Index]}{one}{text[(match.Index + match.Length)..]}")) : [text];

    [GeneratedRegex(@"\(([^()]*)\)")]
    private static partial Regex Either();

    [GeneratedRegex("#|[^#]+")]
    private static partial Regex Piece();
}
