using SupportBot.Understanding;

namespace SupportBot.Weigh;

/// <summary>What understanding reaches on sentences of strangers, with and without weights.</summary>
internal static class Trial
{
    public static void Run(string folder, bool isWrongShown)
    {
        var (whole, bare) = (Understanding(hasWeights: true), Understanding(hasWeights: false));
        foreach (var language in Sentences.Languages)
        {
            List<(CrisisGrade Grade, string Text)> danger = [.. Sentences.Rows($"{folder}/danger.{language}.tsv", 2).Select(r => (WeighedDanger.MeaningOf(Sentences.ClassOf(r[0])).Grade, r[1]))];
            if (danger.Count > 0) Danger($"{language} strangers", danger);
            Danger($"{language} hold", [.. Sentences.Developed(language).Where(l => l.Half == "hold" && l.Set is "crisis" or "look-alike").Select(l => (Enum.Parse<CrisisGrade>(l.Crisis, true), l.Text))]);
        }

        foreach (var language in Sentences.Languages)
        {
            List<(string Intent, string[] Topics, string Text)> asked = [.. Sentences.Rows($"{folder}/asked.{language}.tsv", 3).Select(r => (r[0], r[1] == "-" ? [] : r[1].Split(','), r[2]))];
            if (asked.Count > 0) Asked($"{language} strangers", asked);
            Asked($"{language} hold", [.. Sentences.Developed(language).Where(l => l.Half == "hold" && l.Set is "lookup" or "out-of-scope" or "routing").Select(l => (l.Intent, l.Topics.ToArray(), l.Text))]);
        }

        void Danger(string name, List<(CrisisGrade Grade, string Text)> set)
        {
            foreach (var (how, comprehension) in new[] { ("patterns", bare), ("with weights", whole) })
            {
                var rows = set.Select(s => (s.Grade, s.Text, Reading: comprehension.Signals.Read(s.Text))).ToList();
                var outright = rows.Where(r => r.Grade >= CrisisGrade.High).ToList();
                var concern = rows.Where(r => r.Grade == CrisisGrade.Concern).ToList();
                var none = rows.Where(r => r.Grade == CrisisGrade.None).ToList();
                Console.WriteLine($"{name,-13} {how,-12} danger {Of(outright, r => r.Reading.Grade >= CrisisGrade.High)} (any {Of(outright, r => r.Reading.Grade > CrisisGrade.None)}), concern {Of(concern, r => r.Reading.Grade > CrisisGrade.None)}, false {Of(none, r => r.Reading.Grade > CrisisGrade.None)}");
                if (!isWrongShown || how == "patterns") continue;
                foreach (var r in rows.Where(r => r.Grade >= CrisisGrade.High && r.Reading.Grade < CrisisGrade.High)) Console.WriteLine($"    missed ({r.Reading.Grade}): {r.Text}");
                foreach (var r in none.Where(r => r.Reading.Grade > CrisisGrade.None)) Console.WriteLine($"    false ({r.Reading.Grade}, {r.Reading.Why[0].Group} \"{r.Reading.Why[0].Words}\"): {r.Text}");
            }
        }

        void Asked(string name, List<(string Intent, string[] Topics, string Text)> set)
        {
            foreach (var (how, comprehension) in new[] { ("patterns", bare), ("with weights", whole) })
            {
                var rows = set.Select(s => (s.Intent, s.Topics, s.Text, Understood: comprehension.Read(s.Text))).ToList();
                var lookups = rows.Where(r => r.Intent == Intents.FindResources && r.Topics.Length > 0).ToList();
                var outside = rows.Where(r => r.Intent == Intents.None && r.Topics.Length == 0).ToList();
                var routings = rows.Where(r => r.Intent is not (Intents.FindResources or Intents.None)).ToList();
                Console.WriteLine($"{name,-13} {how,-12} first topic {Of(lookups, r => r.Understood.Topics.Count > 0 && r.Topics.Contains(r.Understood.Topics[0]))}, in three {Of(lookups, r => r.Understood.Topics.Intersect(r.Topics).Any())}, out of scope {Of(outside, r => r.Understood.Topics.Count == 0 && r.Understood.Intent == Intents.None)}, intent {Of(routings, r => r.Understood.Intent == r.Intent)}");
                if (!isWrongShown || how == "patterns") continue;
                foreach (var r in lookups.Where(r => !r.Understood.Topics.Intersect(r.Topics).Any())) Console.WriteLine($"    topic {string.Join(",", r.Topics)} not [{string.Join(",", r.Understood.Topics)}]: {r.Text}");
                foreach (var r in outside.Where(r => r.Understood.Topics.Count > 0 || r.Understood.Intent != Intents.None)) Console.WriteLine($"    outside, not {r.Understood.Intent} [{string.Join(",", r.Understood.Topics)}]: {r.Text}");
                foreach (var r in routings.Where(r => r.Understood.Intent != r.Intent)) Console.WriteLine($"    intent {r.Intent} not {r.Understood.Intent}: {r.Text}");
            }
        }
    }

    private static string Of<T>(List<T> rows, Func<T, bool> right) => rows.Count == 0 ? "-" : $"{rows.Count(right)}/{rows.Count} {100.0 * rows.Count(right) / rows.Count:0} %";

    /// <summary>What the content understands now, with the weights or by phrases alone.</summary>
    public static Comprehension Understanding(bool hasWeights)
    {
        var files = Directory.GetFiles("src/Content", "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || hasWeights && f.EndsWith(".tsv", StringComparison.Ordinal))
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath("src/Content", f), File.ReadAllText);
        var read = ComprehensionReader.Read(files);
        return read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Faults));
    }
}
