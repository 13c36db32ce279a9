using SupportBot.Training;
using SupportBot.Understanding;

namespace SupportBot.Console;

/// <summary>
/// Finds the course that somebody means by a few words of it, in whichever language it has a title. A word that few courses have says more than one that
/// many have; words that say nothing, such as "training", are passed over.
/// </summary>
public static class CourseFinder
{
    /// <summary>More than these are no question that anybody likes to answer.</summary>
    public const int Most = 4;

    /// <summary>Whatever has so much of what the best has is meant as well.</summary>
    private const double Close = 0.75;

    private const int ShortestStem = 4;
    private const int LongestEnding = 3;
    private const int MostWords = 24;

    private static readonly HashSet<string> SaysNothing =
    [
        "a", "an", "the", "one", "ones", "this", "that", "of", "on", "in", "at", "for", "to", "up", "me", "my", "i", "us", "we", "about", "with", "and", "or", "is", "are", "what", "which", "when", "any", "there", "please", "next", "new",
        "want", "would", "like", "need", "can", "could", "sign", "signup", "register", "registered", "enroll", "enrol", "book", "join", "take", "attend", "go", "seat", "seats", "spot", "place", "cancel", "drop", "swap", "switch", "move", "change",
        "training", "trainings", "course", "courses", "workshop", "workshops", "session", "sessions", "class", "classes", "date", "other", "another", "show", "list", "offered", "available", "level", "from", "by", "how", "do", "does",
        "el", "la", "los", "las", "un", "una", "de", "del", "en", "para", "a", "al", "mi", "mis", "me", "que", "cual", "cuales", "hay", "con", "y", "o", "por", "favor", "quiero", "inscribeme", "apuntame", "anotame", "inscribir", "cancelar",
        "cambiar", "capacitacion", "capacitaciones", "curso", "cursos", "taller", "talleres", "sesion", "sesiones", "formacion", "fecha", "otra", "otro",
    ];

    // "Restorative practices 2" and "II" are the same course.
    private static readonly Dictionary<string, string> Numerals = new() { ["1"] = "i", ["2"] = "ii", ["3"] = "iii", ["4"] = "iv" };

    /// <returns>Best first, at most <see cref="Most"/>.</returns>
    public static IReadOnlyList<Course> Find(string words, IReadOnlyList<Course> courses)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(courses);
        var plain = TextNormaliser.Plain(words);
        if (courses.FirstOrDefault(c => $" {plain} ".Contains($" {TextNormaliser.Plain(c.Code)} ", StringComparison.Ordinal)) is { } coded) return [coded];
        if (courses.FirstOrDefault(c => c.Titles.Values.Any(t => TextNormaliser.Plain(t) == plain)) is { } titled) return [titled];
        var asked = WordsOf(plain).Distinct().Take(MostWords).ToList();
        return Best(asked, courses, c => c.Titles.Values) is { Count: > 0 } byTitle ? byTitle : Best(asked, courses, c => c.Summaries.Values);
    }

    private static List<Course> Best(List<string> asked, IReadOnlyList<Course> courses, Func<Course, IEnumerable<string>> texts)
    {
        var known = courses.Select(c => (Course: c, Words: texts(c).SelectMany(t => WordsOf(TextNormaliser.Plain(t))).ToHashSet(StringComparer.Ordinal))).ToList();
        var weights = asked.ToDictionary(word => word, word => Weight(known.Count(k => k.Words.Any(w => IsSame(word, w))), known.Count));
        var scored = known.Select(k => (k.Course, Score: asked.Where(word => k.Words.Any(w => IsSame(word, w))).Sum(word => weights[word]))).Where(s => s.Score > 0).OrderByDescending(s => s.Score).ToList();
        return [.. scored.TakeWhile(s => s.Score >= scored[0].Score * Close).Take(Most).Select(s => s.Course)];
    }

    private static double Weight(int having, int all) => having == 0 || having > Math.Max(2, all / 3) ? 0 : Math.Log(1 + ((double)all / having));

    private static IEnumerable<string> WordsOf(string plain) => plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Numerals.GetValueOrDefault(w, w)).Where(w => !SaysNothing.Contains(w));

    // "reporter" and "reporting", "practices" and "practice": the same beginning, as long as most of the shorter word.
    private static bool IsSame(string left, string right)
    {
        if (left == right) return true;
        var shorter = Math.Min(left.Length, right.Length);
        if (shorter < ShortestStem || Math.Max(left.Length, right.Length) - shorter > LongestEnding) return false;
        var same = 0;
        while (same < shorter && left[same] == right[same]) same++;
        return same >= ShortestStem && same >= shorter - 2 && same * 3 >= shorter * 2;
    }
}
