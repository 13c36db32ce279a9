// Makes the weights that words have, and tells what understanding reaches with them.
// weigh signals|topics|routes        learns from the sentences and writes src/Content/<that>/weights.tsv
// weigh folds                       what danger is heard by how sure the words must be, each fifth of the sentences read with what the others taught
// weigh try FOLDER                   reads FOLDER/danger.<language>.tsv and FOLDER/asked.<language>.tsv, which nothing was learnt from, and prints the figures
// weigh table FILE                   writes the figures by language as Markdown, with no sentence in them: bench/UNDERSTANDING.md
using System.Diagnostics;
using System.Globalization;
using SupportBot.Understanding;
using SupportBot.Weigh;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var ofDanger = new Knobs { Shrink = 1e-3f, Least = 4, Heard = 0.48f, Harmless = 0.85f };
switch (args.FirstOrDefault())
{
    case "signals":
        Write("signals", ofDanger, OfDanger);
        break;
    case "folds": Folds.Run(ofDanger, OfDanger); break;
    case "topics": Write("topics", new Knobs { Shrink = 1e-3f, Least = 4 }, Sentences.OfTopics); break;
    case "routes": Write("routes", new Knobs { Shrink = 5e-4f, Least = 3 }, l => Sentences.OfIntents(l, asked: 0.15f)); break;
    case "try": Trial.Run(args[1], args.Contains("wrong")); break;
    case "table": File.WriteAllText(args[1], Table.Of("tests/Content.Tests/Strangers")); break;
    default: throw new ArgumentException("signals, topics, routes, folds, try or table");
}

// Questions to the school are many, and most sound like no danger at all: they count less, or everything would seem harmless.
static IEnumerable<Example> OfDanger(string language) => Sentences.OfDanger(language, asked: 0.2f);

static void Write(string folder, Knobs knobs, Func<string, IEnumerable<Example>> read)
{
    var clock = Stopwatch.StartNew();
    List<Example> examples = [.. Sentences.Languages.SelectMany(read).DistinctBy(e => (e.Class, e.Text))];
    var learner = new Learner([.. examples.Select(e => e.Class).Distinct().OrderBy(c => c == WordWeights.NoClass ? "" : c, StringComparer.Ordinal)], knobs);
    learner.Learn(examples);
    var file = $"src/Content/{folder}/weights.tsv";
    var lines = learner.Lines().ToList();
    File.WriteAllText(file, $"""
        // What words, pieces of words and words beside each other weigh for and against each class, in hundredths. Made by tools/weigh from {examples.Count} sentences; its README says how.
        // Nobody changes a line by hand: add sentences and make the file anew.
        {string.Join('\n', lines)}

        """);
    Console.WriteLine($"{file}: {examples.Count} sentences ({string.Join(", ", Sentences.Languages.Select(l => $"{l} {examples.Count(e => e.Language == l)}"))}), {learner.Classes.Count} classes, {lines.Count(l => l[0] != '=')} features, {new FileInfo(file).Length / 1024} KB, {clock.Elapsed.TotalSeconds:0} s");
}
