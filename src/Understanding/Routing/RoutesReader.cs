using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>Reads <c>src/Content/routes/routes.*.yaml</c>: where phrases (enough alone), words (hints) and whole texts lead, a language a file.</summary>
public static class RoutesReader
{
    private static readonly (string Key, PhraseStrength Strength)[] Lists =
        [("phrases", PhraseStrength.Phrase), ("words", PhraseStrength.Hint), ("whole", PhraseStrength.Whole), ("not", PhraseStrength.Not)];

    /// <param name="files">route files, and files of spellings and fillers</param>
    public static ContentRead<Router> Read(IEnumerable<ContentText> files)
    {
        var all = files.ToList();
        var weights = WordWeights.Among(all, []);
        var source = new PatternFiles(all.Where(f => !WordWeights.IsFile(f)));
        Dictionary<string, (RouteTarget Target, string Id)> leads = new(StringComparer.Ordinal);
        var phrases = new PatternBook<RoutePhrase>(source.Vocabulary);
        foreach (var root in source.Languages)
        {
            root.RefuseUnknownKeys("format", "language", "owner", "classes", "routes");
            root.Number("format");
            var classes = PatternClass.Read(root.OptionalMap("classes"), root.Text("language"), source.Vocabulary);
            foreach (var route in root.Maps("routes"))
                ReadRoute(route, phrases, classes, leads);
        }

        return weights.With(source.Made(new Router(source.Vocabulary, phrases, weights.Value, leads)));
    }

    private static void ReadRoute(YamlMap route, PatternBook<RoutePhrase> phrases, Dictionary<string, PatternClass> classes, Dictionary<string, (RouteTarget Target, string Id)> leads)
    {
        route.RefuseUnknownKeys("intent", "dialog", "protocol", "phrases", "words", "whole", "not");
        if (route.Has("dialog") && route.Has("protocol"))
            route.Fault("a route leads to a dialog or to a protocol", "write one of the two keys, or none where nothing here does it yet");
        var intent = route.Id("intent");
        if (!Intents.All.Contains(intent)) route.Scalar("intent")?.Fault($"there is no intent \"{intent}\"", $"write one of {string.Join(", ", Intents.All)}");
        var target = route.Has("protocol") ? RouteTarget.Protocol : RouteTarget.Dialog;
        var id = route.OptionalId("protocol") ?? route.OptionalId("dialog") ?? "";
        leads.TryAdd(intent, (target, id));
        foreach (var (key, strength) in Lists)
            PatternFiles.Add(phrases, route.OptionalList(key), new(intent, target, id, strength), classes);
    }
}
