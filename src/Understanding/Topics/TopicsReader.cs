namespace SupportBot.Understanding;

/// <summary>Reads <c>src/Content/topics/*.yaml</c>: what people say about each topic, a language a file.</summary>
public static class TopicsReader
{
    private static readonly (string Key, PhraseStrength Strength)[] Lists =
        [("phrases", PhraseStrength.Phrase), ("words", PhraseStrength.Word), ("hints", PhraseStrength.Hint), ("not", PhraseStrength.Not)];

    /// <param name="files">topic files, and files of spellings and fillers</param>
    public static ContentRead<TopicGuide> Read(IEnumerable<ContentText> files)
    {
        var all = files.ToList();
        var weights = WordWeights.Among(all, []);
        var source = new PatternFiles(all.Where(f => !WordWeights.IsFile(f)));
        var phrases = new PatternBook<TopicPhrase>(source.Vocabulary);
        foreach (var root in source.Languages)
        {
            root.RefuseUnknownKeys("format", "language", "owner", "classes", "topics", "not");
            root.Number("format");
            root.Text("owner");
            var classes = PatternClass.Read(root.OptionalMap("classes"), root.Text("language"), source.Vocabulary);
            PatternFiles.Add(phrases, root.OptionalList("not"), new("", PhraseStrength.Not), classes);
            foreach (var topic in root.Maps("topics"))
            {
                topic.RefuseUnknownKeys("id", "phrases", "words", "hints", "not");
                var id = topic.Id("id");
                if (!TopicGuide.All.Contains(id)) topic.Scalar("id")?.Fault($"there is no topic \"{id}\"", $"write one of {string.Join(", ", TopicGuide.All)}");
                foreach (var (key, strength) in Lists)
                    PatternFiles.Add(phrases, topic.OptionalList(key), new(id, strength), classes);
            }
        }

        return weights.With(source.Made(new TopicGuide(source.Vocabulary, phrases, weights.Value)));
    }
}
