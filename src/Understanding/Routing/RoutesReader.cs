using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>Reads <c>src/Content/routes/routes.*.yaml</c>: where phrases (enough alone), words (hints) and whole texts lead, a language a file.</summary>
public static class RoutesReader
{
    /// <param name="files">route files, and files of spellings and fillers</param>
    public static ContentRead<Router> Read(IEnumerable<ContentText> files)
    {
        var faults = new Faults();
        var vocabulary = new Vocabulary();
        var phrases = new PatternBook<RoutePhrase>(vocabulary);
        var yamls = files.Select(f => YamlFile.Read(f.Name, f.Text)).ToList();
        foreach (var yaml in yamls.Where(y => y.Root?.Has("spellings") == true))
            WordsReader.Read(yaml.Root!, vocabulary);
        foreach (var root in yamls.Where(y => y.Root?.Has("spellings") == false).Select(y => y.Root!))
        {
            root.RefuseUnknownKeys("format", "language", "owner", "classes", "routes");
            root.Number("format");
            var classes = PatternClass.Read(root.OptionalMap("classes"), root.Text("language"));
            foreach (var route in root.Maps("routes"))
                ReadRoute(route, phrases, classes);
        }
        foreach (var yaml in yamls)
            faults.AddRange(yaml.Faults);
        return new(faults.HasErrors ? null : new Router(vocabulary, phrases), faults.InReadingOrder());
    }

    private static void ReadRoute(YamlMap route, PatternBook<RoutePhrase> phrases, Dictionary<string, PatternClass> classes)
    {
        route.RefuseUnknownKeys("intent", "dialog", "protocol", "phrases", "words", "whole", "not");
        if (route.Has("dialog") && route.Has("protocol"))
            route.Fault("a route leads to a dialog or to a protocol", "write one of the two keys, or none where nothing here does it yet");
        var intent = route.Id("intent");
        if (!Intents.All.Contains(intent)) route.Scalar("intent")?.Fault($"there is no intent \"{intent}\"", $"write one of {string.Join(", ", Intents.All)}");
        var target = route.Has("protocol") ? RouteTarget.Protocol : RouteTarget.Dialog;
        var id = route.OptionalId("protocol") ?? route.OptionalId("dialog") ?? "";
        Add("phrases", TopicStrength.Phrase);
        Add("words", TopicStrength.Hint);
        Add("whole", TopicStrength.Whole);
        Add("not", TopicStrength.Not);

        void Add(string key, TopicStrength strength)
        {
            foreach (var node in route.OptionalList(key)?.TextNodes() ?? [])
                if (phrases.Add(node.Value, new(intent, target, id, strength), classes) is { } fault)
                    node.Fault($"\"{node.Value}\" {fault}", "correct the pattern: words, word*, <class>, (one|another), ?maybe, ~ for up to three words between");
        }
    }
}
