using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>Reads <c>src/Content/routes/routes.*.yaml</c>: where phrases (enough alone) and words (hints) lead, a language a file.</summary>
public static class RoutesReader
{
    /// <param name="files">route files, and files of spellings and fillers</param>
    public static ContentRead<Router> Read(IEnumerable<ContentText> files)
    {
        var faults = new Faults();
        var lexicon = new Lexicon();
        var phrases = new PhraseTree<RoutePhrase>(lexicon);
        var yamls = files.Select(f => YamlFile.Read(f.Name, f.Text)).ToList();
        foreach (var yaml in yamls.Where(y => y.Root?.Has("spellings") == true))
            WordsReader.Read(yaml.Root!, lexicon);
        foreach (var yaml in yamls.Where(y => y.Root?.Has("spellings") == false))
        {
            yaml.Root!.RefuseUnknownKeys("format", "language", "owner", "routes");
            yaml.Root.Number("format");
            yaml.Root.Text("language");
            foreach (var route in yaml.Root.Maps("routes"))
                ReadRoute(route, phrases);
        }
        foreach (var yaml in yamls)
            faults.AddRange(yaml.Faults);
        return new(faults.HasErrors ? null : new Router(lexicon, phrases), faults.InReadingOrder());
    }

    private static void ReadRoute(YamlMap route, PhraseTree<RoutePhrase> phrases)
    {
        route.RefuseUnknownKeys("dialog", "protocol", "phrases", "words");
        if (route.Has("dialog") == route.Has("protocol"))
            route.Fault("a route leads to a dialog or to a protocol", "write one of the two keys");
        var target = route.Has("protocol") ? RouteTarget.Protocol : RouteTarget.Dialog;
        var id = route.OptionalId("protocol") ?? route.OptionalId("dialog") ?? "";
        Add("phrases", isPhrase: true);
        Add("words", isPhrase: false);

        void Add(string key, bool isPhrase)
        {
            foreach (var node in route.OptionalList(key)?.TextNodes() ?? [])
                if (!phrases.Add(node.Value, new(target, id, isPhrase)))
                    node.Fault($"\"{node.Value}\" has no word that counts", "add a word that is not among the fillers");
        }
    }
}
