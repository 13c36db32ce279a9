using SupportBot.Understanding;

namespace SupportBot.Weigh;

/// <summary>
/// What danger is heard, and what harmless sentence is not, by how sure the words must be: each fifth of the written sentences is read with what the other four taught. This is what
/// the two thresholds are chosen by, so that no sentence of a stranger is used for it.
/// </summary>
internal static class Folds
{
    private const int Count = 5;

    private static readonly float[] Heards = [0.5f, 0.6f, 0.66f, 0.72f];
    private static readonly float[] Calms = [0.9f, 0.95f, 0.98f, 2];

    public static void Run(Knobs knobs, Func<string, IEnumerable<Example>> read)
    {
        var patterns = Trial.Understanding(hasWeights: false).Signals;
        List<Example> all = [.. Sentences.Languages.SelectMany(read).DistinctBy(e => (e.Class, e.Text))];
        string[] classes = [.. all.Select(e => e.Class).Distinct().OrderBy(c => c == WordWeights.NoClass ? "" : c, StringComparer.Ordinal)];
        var heard = new List<Outcome>();
        for (var fold = 0; fold < Count; fold++)
        {
            var learner = new Learner(classes, knobs);
            learner.Learn([.. all.Where((_, i) => i % Count != fold)]);
            foreach (var example in all.Where((e, i) => i % Count == fold && e.Weight == 1))
                heard.Add(new(example.Language, WeighedDanger.MeaningOf(example.Class).Grade, learner.Read(example.Text)[0], patterns.Read(example.Text).Grade > CrisisGrade.None));
        }

        foreach (var language in Sentences.Languages)
            foreach (var sure in Heards)
                Console.WriteLine($"{language} heard {sure:0.00}: " + string.Join(" | ", Calms.Select(calm => Line([.. heard.Where(h => h.Language == language)], sure, calm))));
    }

    private static string Line(List<Outcome> of, float sure, float calm)
    {
        double Share(Func<CrisisGrade, bool> wanted) => of.Where(o => wanted(o.Grade)).Average(o => 1 - o.Harmless >= sure || o.IsPhrase && o.Harmless < calm ? 100.0 : 0);
        return $"calm {calm:0.00} danger {Share(g => g >= CrisisGrade.High):0.0} concern {Share(g => g == CrisisGrade.Concern):0.0} false {Share(g => g == CrisisGrade.None):0.0}";
    }

    private sealed record Outcome(string Language, CrisisGrade Grade, float Harmless, bool IsPhrase);
}
