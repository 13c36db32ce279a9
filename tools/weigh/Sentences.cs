using System.Text.Json;
using SupportBot.Understanding;
using SupportBot.Yaml;

namespace SupportBot.Weigh;

/// <summary>
/// What weights are learnt from: the lines of <c>sentences/</c>, the half "tune" of the development set, and the examples and look-alikes beside the patterns. Never the half
/// "hold", and never what strangers wrote to measure by.
/// </summary>
internal static class Sentences
{
    public const string Development = "tests/Content.Tests/Sentences";
    public const string Folder = "tools/weigh/sentences";

    public static readonly string[] Languages = ["en", "es", "vi", "zh", "ru", "so"];

    /// <summary>Lines of a file, split at tabs.</summary>
    public static IEnumerable<string[]> Rows(string file, int columns) =>
        !File.Exists(file) ? [] : File.ReadLines(file).Where(l => l.Length > 0).Select((l, i) => l.Split('\t') is var parts && parts.Length == columns ? parts : throw new FormatException($"{file}:{i + 1}: {columns} columns, please"));

    public static IEnumerable<Example> OfDanger(string language, float asked)
    {
        foreach (var row in Rows($"{Folder}/danger.{language}.tsv", 2)) yield return new(ClassOf(row[0]), row[1], language);
        foreach (var line in Tuned(language)) yield return new(ClassOf(line.Kind, line.Crisis), line.Text, language);
        foreach (var row in Rows($"{Folder}/asked.{language}.tsv", 3).Where(r => !IsNearDanger(r[0], r[1]))) yield return new(WordWeights.NoClass, row[2], language, asked);
        var signals = YamlFile.Read("signals", File.ReadAllText($"src/Content/signals/{language}.yaml")).Root!;
        foreach (var group in signals.Maps("groups"))
        {
            var grade = group.Choice<CrisisGrade>("grade");
            var kind = group.Choice<CrisisKind>("kind");
            foreach (var example in group.List("examples").Texts()) yield return new(ClassOf(ChoiceWords.Of(kind), ChoiceWords.Of(grade)), example, language);
            foreach (var other in group.List("look-alikes").Texts()) yield return new(WordWeights.NoClass, other, language);
        }
    }

    /// <summary>First topics; "none" where a question is out of scope.</summary>
    public static IEnumerable<Example> OfTopics(string language)
    {
        foreach (var row in Rows($"{Folder}/asked.{language}.tsv", 3))
            foreach (var topic in row[1] == "-" ? row[0] is "none" ? ["none"] : [] : row[1].Split(',').Select(t => t.Trim()).Take(2))
                yield return new(topic, row[2], language);
        foreach (var line in Tuned(language).Where(l => l.Set is "lookup" or "out-of-scope"))
            foreach (var topic in line.Topics.DefaultIfEmpty("none").Take(2)) yield return new(topic, line.Text, language);
    }

    /// <param name="asked">How much a question for help counts: there are many more of them than of anything else that is wanted.</param>
    public static IEnumerable<Example> OfIntents(string language, float asked)
    {
        foreach (var row in Rows($"{Folder}/asked.{language}.tsv", 3)) yield return new(row[0], row[2], language, row[0] == Intents.FindResources ? asked : 1);
        foreach (var line in Tuned(language).Where(l => l.Set is "lookup" or "out-of-scope" or "routing")) yield return new(line.Intent, line.Text, language);
    }

    /// <summary><c>self-high</c>, <c>medical</c>, <c>none</c>.</summary>
    public static string ClassOf(string kind, string grade) =>
        grade == "none" ? "none" : kind switch
        {
            "medical" => "medical",
            "third-person" => $"third-{grade}",
            "danger-to-others" => $"others-{grade}",
            _ => $"{kind}-{grade}",
        };

    public static string ClassOf(string name) => name is "look-alike" or "everyday" ? "none" : name;

    public static IEnumerable<Tried> Tuned(string language) => Developed(language).Where(l => l.Half == "tune");

    public static IEnumerable<Tried> Developed(string language) =>
        File.ReadLines($"{Development}/{language}.jsonl").Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<Tried>(l, JsonSerializerOptions.Web)!);

    // What asks about danger may say it: it teaches nothing about what is harmless.
    private static bool IsNearDanger(string intent, string topics) =>
        intent is "suicide-protocol" or "threat-assessment" or "talk-to-human" || topics.Split(',').Any(t => t.Trim() is "crisis" or "mental-health" or "abuse-violence" or "sexual-assault");
}
