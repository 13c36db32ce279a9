using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>
/// Reads <c>src/Content/signals</c>. <c>weights.tsv</c> is what words weigh without being a phrase; a YAML file has either the groups of one language with what tells their meaning, or spellings and
/// fillers that count in all of them. Every example of a group must be heard at its grade or above, and no look-alike may be heard at all.
/// </summary>
public static class SignalsReader
{
    private static readonly string[] Keys = ["format", "language", "owner", "source", "status", "review", "classes", "context", "groups"];
    private static readonly string[] GroupKeys = ["id", "grade", "kind", "signal", "reason", "outright", "denied", "patterns", "examples", "look-alikes"];

    /// <param name="withExamples">False at start-up: the examples are the check command's and the tests'.</param>
    public static ContentRead<CrisisSignals> Read(IEnumerable<ContentText> files, bool withExamples = false)
    {
        var all = files.ToList();
        var weighed = WeighedDanger.Among(all);
        var source = new PatternFiles(all.Where(f => !WordWeights.IsFile(f)));
        var groups = new PatternBook<SignalGroup>(source.Vocabulary);
        var marks = new PatternBook<ContextMark>(source.Vocabulary);
        var glued = new GluedPhrases();
        List<SignalExample> examples = [];
        foreach (var root in source.Languages) ReadLanguage(root);
        var signals = new CrisisSignals(source.Vocabulary, groups, marks, glued, weighed.Value);
        if (withExamples && !source.HasErrors) Try(signals, examples);
        return weighed.With(source.Made(signals));

        void ReadLanguage(YamlMap root)
        {
            root.RefuseUnknownKeys(Keys);
            root.Number("format");
            root.Text("owner");
            root.Text("source");
            root.Text("status");
            var language = root.Text("language");
            var classes = PatternClass.Read(root.OptionalMap("classes"), language, source.Vocabulary);
            if (root.OptionalMap("context") is { } context)
            {
                context.RefuseUnknownKeys([.. Enum.GetValues<ContextRole>().Select(ChoiceWords.Of)]);
                foreach (var role in Enum.GetValues<ContextRole>())
                    PatternFiles.Add(marks, context.OptionalList(ChoiceWords.Of(role)), new(language, role), classes);
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
            PatternFiles.Add(groups, map.List("patterns"), group, classes);
            if (group.Grade >= CrisisGrade.High)
                foreach (var pattern in map.List("patterns").Texts()) glued.Add(pattern, group);
            examples.AddRange(map.List("examples").TextNodes().Select(n => new SignalExample(n, group.Grade)));
            examples.AddRange(map.List("look-alikes").TextNodes().Select(n => new SignalExample(n, CrisisGrade.None)));
        }
    }

    private static void Try(CrisisSignals signals, List<SignalExample> examples)
    {
        foreach (var example in examples)
        {
            var heard = signals.Read(example.Node.Value);
            if (heard.Grade < example.Expected)
                example.Node.Fault($"\"{example.Node.Value}\" is heard as {ChoiceWords.Of(heard.Grade)}, not {ChoiceWords.Of(example.Expected)}", "add a pattern that finds it, or move the example");
            else if (example.Expected == CrisisGrade.None && heard.Grade > CrisisGrade.None)
                example.Node.Fault($"\"{example.Node.Value}\" is heard as {ChoiceWords.Of(heard.Grade)}, because of {heard.Why[0].Group} \"{heard.Why[0].Words}\"", "add a saying that holds it, or make the pattern narrower");
        }
    }

    /// <param name="Expected">At least; a look-alike must not be heard at all.</param>
    private sealed record SignalExample(YamlScalar Node, CrisisGrade Expected);
}
