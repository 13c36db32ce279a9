using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>An example of a group that is not heard, or a look-alike that is: told with its place.</summary>
/// <param name="Expected">What the file says.</param>
public sealed record SignalExample(YamlScalar Node, string Group, CrisisGrade Expected, bool MustMatch);

/// <summary>
/// Reads <c>src/Content/signals/*.yaml</c>. A file has either the groups of one language with what tells their meaning, or spellings and
/// fillers that count in all of them. Every example of a group must be heard at its grade or above, and no look-alike may be heard at all.
/// </summary>
public static class SignalsReader
{
    private static readonly string[] Keys = ["format", "language", "owner", "source", "status", "review", "classes", "context", "groups"];
    private static readonly string[] GroupKeys = ["id", "grade", "kind", "signal", "reason", "outright", "denied", "patterns", "examples", "look-alikes"];

    /// <param name="withExamples">False at start-up: the examples are the check command's and the tests'.</param>
    public static ContentRead<CrisisSignals> Read(IEnumerable<ContentText> files, bool withExamples = false)
    {
        var faults = new Faults();
        var vocabulary = new Vocabulary();
        var groups = new PatternBook<SignalGroup>(vocabulary);
        var marks = new PatternBook<ContextMark>(vocabulary);
        var glued = new GluedPhrases();
        List<SignalExample> examples = [];
        var yamls = files.Select(f => YamlFile.Read(f.Name, f.Text)).ToList();
        // Words first: a pattern is stored with its spellings undone.
        foreach (var yaml in yamls.Where(y => y.Root?.Has("spellings") == true))
            WordsReader.Read(yaml.Root!, vocabulary);
        foreach (var yaml in yamls.Where(y => y.Root?.Has("spellings") == false))
            ReadLanguage(yaml.Root!);
        var signals = new CrisisSignals(vocabulary, groups, marks, glued);
        if (withExamples && yamls.TrueForAll(y => !y.Faults.HasErrors)) Try(signals, examples);
        foreach (var yaml in yamls)
            faults.AddRange(yaml.Faults);
        return new(faults.HasErrors ? null : signals, faults.InReadingOrder());

        void ReadLanguage(YamlMap root)
        {
            root.RefuseUnknownKeys(Keys);
            root.Number("format");
            root.Text("owner");
            root.Text("source");
            root.Text("status");
            var language = root.Text("language");
            var classes = PatternClass.Read(root.OptionalMap("classes"), language);
            if (root.OptionalMap("context") is { } context)
            {
                context.RefuseUnknownKeys([.. Enum.GetValues<ContextRole>().Select(ChoiceWords.Of)]);
                foreach (var role in Enum.GetValues<ContextRole>())
                    foreach (var node in context.OptionalList(ChoiceWords.Of(role))?.TextNodes() ?? [])
                        Told(node, marks.Add(node.Value, new(language, role), classes));
            }

            foreach (var group in root.Maps("groups")) ReadGroup(group, language, classes);
        }

        void ReadGroup(YamlMap map, string language, Dictionary<string, PatternClass> classes)
        {
            map.RefuseUnknownKeys(GroupKeys);
            map.Text("reason");
            var kind = map.Choice<CrisisKind>("kind");
            var signal = map.OptionalId("signal") ?? CrisisSignals.SignalFor(kind);
            if (!CrisisSignals.Kinds.Contains(signal)) map.Scalar("signal")?.Fault($"there is no signal \"{signal}\"", $"write one of {string.Join(", ", CrisisSignals.Kinds)}");
            var group = new SignalGroup(language, map.Id("id"), map.Choice<CrisisGrade>("grade"), kind, signal, map.Flag("outright"), map.OptionalText("denied") != "stays");
            foreach (var node in map.List("patterns").TextNodes())
            {
                Told(node, groups.Add(node.Value, group, classes));
                if (group.Grade >= CrisisGrade.High) glued.Add(node.Value, group);
            }

            examples.AddRange(map.List("examples").TextNodes().Select(n => new SignalExample(n, group.Name, group.Grade, MustMatch: true)));
            examples.AddRange(map.List("look-alikes").TextNodes().Select(n => new SignalExample(n, group.Name, CrisisGrade.None, MustMatch: false)));
        }

        static void Told(YamlScalar node, string? fault)
        {
            if (fault is not null) node.Fault($"\"{node.Value}\" {fault}", "correct the pattern: words, word*, <class>, (one|another), ?maybe, ~ for up to three words between");
        }
    }

    private static void Try(CrisisSignals signals, List<SignalExample> examples)
    {
        foreach (var example in examples)
        {
            var heard = signals.Read(example.Node.Value);
            if (example.MustMatch && heard.Grade < example.Expected)
                example.Node.Fault($"\"{example.Node.Value}\" is heard as {ChoiceWords.Of(heard.Grade)}, not {ChoiceWords.Of(example.Expected)}", "add a pattern that finds it, or move the example");
            else if (!example.MustMatch && heard.Grade > CrisisGrade.None)
                example.Node.Fault($"\"{example.Node.Value}\" is heard as {ChoiceWords.Of(heard.Grade)}, because of {heard.Why[0].Group} \"{heard.Why[0].Words}\"", "add a saying that holds it, or make the pattern narrower");
        }
    }
}

/// <summary>Reads a file of <c>spellings</c> (a word, and what it stands for), <c>fillers</c> (words that count for nothing) and <c>plain</c> (words that are no slip of another).</summary>
internal static class WordsReader
{
    public static void Read(YamlMap root, Vocabulary vocabulary)
    {
        root.RefuseUnknownKeys("format", "owner", "spellings", "fillers", "plain");
        root.Number("format");
        foreach (var filler in root.OptionalTexts("fillers"))
            vocabulary.AddFiller(filler);
        foreach (var word in root.OptionalTexts("plain").SelectMany(Tokens.Words))
            vocabulary.AddPlain(word);
        foreach (var (key, value) in root.Map("spellings").Entries)
        {
            if (key.Value.Contains(' ', StringComparison.Ordinal) || value is not YamlScalar meant)
                key.Fault($"\"{key.Value}\" is not one word with the words it stands for", "write one word, a colon and the words in quotes");
            else
                vocabulary.AddSpelling(key.Value, meant.Value);
        }
    }
}
