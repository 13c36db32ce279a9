using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>Finds the school that a person typed.</summary>
public static class SchoolSearch
{
    /// <summary>Words that any school has and that therefore tell none apart.</summary>
    private static readonly HashSet<string> Common = ["the", "school", "schools", "at", "i", "go", "to", "my", "is", "in", "its", "im", "a"];

    public static SchoolMatch Find(string text, IReadOnlyList<School> schools)
    {
        ArgumentNullException.ThrowIfNull(schools);
        var typed = Words(text);
        if (typed.Count == 0) return new SchoolMatch.Unknown();

        var named = schools.Where(s => Names(s).Any(n => n.SequenceEqual(typed))).ToList();
        if (named.Count == 0) named = NamedAmong(typed, schools);
        if (named.Count == 1) return new SchoolMatch.Exact(named[0]);
        if (named.Count > 1) return new SchoolMatch.DidYouMean([.. named.Take(3)]);

        var near = schools
            .Select(s => (School: s, Distance: Names(s).Min(n => Distance(typed, n))))
            .Where(s => s.Distance <= 0.34)
            .OrderBy(s => s.Distance)
            .Take(3).Select(s => s.School).ToList();
        return near.Count > 0 ? new SchoolMatch.DidYouMean(near) : new SchoolMatch.Unknown();
    }

    /// <summary>Schools whose name stands among the words, without those whose name is only part of another's that stands there too.</summary>
    private static List<School> NamedAmong(List<string> typed, IReadOnlyList<School> schools)
    {
        var found = schools
            .Select(s => (School: s, Name: Names(s).Where(n => Holds(typed, n)).MaxBy(n => n.Count)))
            .Where(f => f.Name is not null).ToList();
        return [.. found.Where(f => !found.Exists(o => o.Name!.Count > f.Name!.Count && Holds(o.Name, f.Name))).Select(f => f.School)];
    }

    private static IEnumerable<List<string>> Names(School school) =>
        school.AlsoKnownAs.Append(school.Name).Select(Words).Where(w => w.Count > 0);

    private static List<string> Words(string text) => [.. PlainWords.Split(text).Where(w => !Common.Contains(w))];

    /// <summary>True where the name stands, word for word, somewhere in what was typed.</summary>
    private static bool Holds(List<string> typed, List<string> name) =>
        Enumerable.Range(0, Math.Max(0, typed.Count - name.Count + 1)).Any(at => typed.Skip(at).Take(name.Count).SequenceEqual(name));

    /// <summary>
    /// 0 for the same, 1 for nothing alike: slips per letter, over the best stretch of the typed words, or against the
    /// first words of the name ("riverbnd" for "riverbend middle"); little where all that was typed is part of the name.
    /// </summary>
    private static double Distance(List<string> typed, List<string> name)
    {
        var whole = Stretches(typed, name.Count).Min(s => PerLetter(s, string.Join(' ', name)));
        var begun = Enumerable.Range(1, name.Count - 1)
            .SelectMany(n => Stretches(typed, n).Select(s => PerLetter(s, string.Join(' ', name.Take(n))) + 0.05))
            .DefaultIfEmpty(1).Min();
        var oneWord = PerLetter(string.Concat(typed), string.Concat(name));
        var part = typed.All(w => name.Any(n => PerLetter(w, n) <= 0.2)) ? 0.1 : 1;
        return new[] { whole, begun, oneWord, part }.Min();
    }

    private static IEnumerable<string> Stretches(List<string> typed, int words) =>
        typed.Count <= words
            ? [string.Join(' ', typed)]
            : Enumerable.Range(0, typed.Count - words + 1).Select(at => string.Join(' ', typed.Skip(at).Take(words)));

    private static double PerLetter(string typed, string name) =>
        (double)Nearest.Slips(typed, name) / Math.Max(4, Math.Max(typed.Length, name.Length));
}
