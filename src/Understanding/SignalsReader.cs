using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>
/// Reads <c>src/Content/signals/*.yaml</c>. A file has either phrases of one kind in one language, or spellings and fillers
/// that count in all of them.
/// </summary>
public static class SignalsReader
{
    public static ContentRead<CrisisSignals> Read(IEnumerable<ContentText> files)
    {
        var faults = new Faults();
        var lexicon = new Lexicon();
        var phrases = new PhraseTree<SignalPhrase>(lexicon);
        var glued = new GluedPhrases();
        var yamls = files.Select(f => YamlFile.Read(f.Name, f.Text)).ToList();
        // Words first: a phrase is stored with its spellings undone.
        foreach (var yaml in yamls.Where(y => y.Root?.Has("spellings") == true))
            WordsReader.Read(yaml.Root!, lexicon);
        foreach (var yaml in yamls.Where(y => y.Root?.Has("spellings") == false))
            ReadKind(yaml.Root!, phrases, glued);
        foreach (var yaml in yamls)
            faults.AddRange(yaml.Faults);
        return new(faults.HasErrors ? null : new CrisisSignals(lexicon, phrases, glued), faults.InReadingOrder());
    }

    private static void ReadKind(YamlMap root, PhraseTree<SignalPhrase> phrases, GluedPhrases glued)
    {
        root.RefuseUnknownKeys("format", "kind", "language", "owner", "source", "status", "review", "urgency", "direct", "indirect", "not");
        root.Number("format");
        root.Text("owner");
        root.Text("source");
        root.Text("status");
        root.Text("language");
        var kind = root.Id("kind");
        if (kind.Length > 0 && !CrisisSignals.Kinds.Contains(kind))
            root.Scalar("kind")?.Fault($"there is no signal \"{kind}\"", $"write one of {string.Join(", ", CrisisSignals.Kinds)}");
        var urgency = root.Map("urgency");
        urgency.RefuseUnknownKeys("direct", "indirect");
        var (direct, indirect) = (urgency.Choice<SignalUrgency>("direct"), urgency.Choice<SignalUrgency>("indirect"));
        Add(root.List("direct"), new(kind, direct, PhraseWeight.Direct));
        if (root.OptionalList("indirect") is { } may)
            Add(may, new(kind, indirect, PhraseWeight.Indirect));
        if (root.OptionalList("not") is { } idioms)
            Add(idioms, new(kind, SignalUrgency.Urgent, PhraseWeight.Idiom));

        void Add(YamlList list, SignalPhrase phrase)
        {
            foreach (var node in list.TextNodes())
            {
                if (!phrases.Add(node.Value, phrase))
                    node.Fault($"\"{node.Value}\" has no word that counts", "add a word that is not among the fillers");
                if (phrase.Weight == PhraseWeight.Direct)
                    glued.Add(node.Value, phrase);
            }
        }
    }
}

/// <summary>Reads a file of <c>spellings</c> (a word, and what it stands for) and <c>fillers</c> (words that count for nothing).</summary>
internal static class WordsReader
{
    public static void Read(YamlMap root, Lexicon lexicon)
    {
        root.RefuseUnknownKeys("format", "owner", "spellings", "fillers");
        root.Number("format");
        foreach (var filler in root.OptionalTexts("fillers"))
            lexicon.AddFiller(filler);
        foreach (var (key, value) in root.Map("spellings").Entries)
        {
            if (key.Value.Contains(' ', StringComparison.Ordinal) || value is not YamlScalar meant)
                key.Fault($"\"{key.Value}\" is not one word with the words it stands for", "write one word, a colon and the words in quotes");
            else
                lexicon.AddSpelling(key.Value, meant.Value);
        }
    }
}
