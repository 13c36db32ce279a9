using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>Reads <c>src/Content/topics/*.yaml</c>: what people say about each topic, a language a file.</summary>
public static class TopicsReader
{
    /// <param name="files">topic files, and files of spellings and fillers</param>
    public static ContentRead<TopicGuide> Read(IEnumerable<ContentText> files)
    {
        var faults = new Faults();
        var vocabulary = new Vocabulary();
        var phrases = new PatternBook<TopicPhrase>(vocabulary);
        var yamls = files.Select(f => YamlFile.Read(f.Name, f.Text)).ToList();
        foreach (var yaml in yamls.Where(y => y.Root?.Has("spellings") == true))
            WordsReader.Read(yaml.Root!, vocabulary);
        foreach (var root in yamls.Where(y => y.Root?.Has("spellings") == false).Select(y => y.Root!))
        {
            root.RefuseUnknownKeys("format", "language", "owner", "classes", "topics", "not");
            root.Number("format");
            root.Text("owner");
            var classes = PatternClass.Read(root.OptionalMap("classes"), root.Text("language"));
            Add(root, "not", "", TopicStrength.Not, classes);
            foreach (var topic in root.Maps("topics"))
            {
                topic.RefuseUnknownKeys("id", "phrases", "words", "hints", "not");
                var id = topic.Id("id");
                if (!TopicGuide.All.Contains(id)) topic.Scalar("id")?.Fault($"there is no topic \"{id}\"", $"write one of {string.Join(", ", TopicGuide.All)}");
                Add(topic, "phrases", id, TopicStrength.Phrase, classes);
                Add(topic, "words", id, TopicStrength.Word, classes);
                Add(topic, "hints", id, TopicStrength.Hint, classes);
                Add(topic, "not", id, TopicStrength.Not, classes);
            }
        }

        foreach (var yaml in yamls)
            faults.AddRange(yaml.Faults);
        return new(faults.HasErrors ? null : new TopicGuide(vocabulary, phrases), faults.InReadingOrder());

        void Add(YamlMap map, string key, string topic, TopicStrength strength, Dictionary<string, PatternClass> classes)
        {
            foreach (var node in map.OptionalList(key)?.TextNodes() ?? [])
                if (phrases.Add(node.Value, new(topic, strength), classes) is { } fault)
                    node.Fault($"\"{node.Value}\" {fault}", "correct the pattern: words, word*, <class>, (one|another), ?maybe, ~ for up to three words between");
        }
    }
}
