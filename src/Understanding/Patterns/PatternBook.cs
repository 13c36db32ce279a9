using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>A pattern found in a text.</summary>
/// <param name="Start">Index of its first word.</param>
/// <param name="End">Index after its last one.</param>
/// <param name="Skipped">Bit n is set where the word n places after the first stands in a gap.</param>
internal readonly record struct Found<T>(T Value, int Start, int End, ulong Skipped = 0)
{
    /// <summary>True where other words stand wholly in the gaps of this pattern.</summary>
    public bool Skips<TOther>(Found<TOther> other)
    {
        for (var at = other.Start; at < other.End; at++)
            if (at < Start || at >= End || at - Start > 63 || (Skipped & 1ul << (at - Start)) == 0) return false;
        return true;
    }

    public int Words => End - Start;

    public bool Covers<TOther>(Found<TOther> other) => Start <= other.Start && other.End <= End;
}

/// <summary>
/// Many patterns, found in one walk over the words of a text. A pattern is words with single spaces: <c>kill*</c> is every word that begins so,
/// <c>&lt;want&gt;</c> a word of a class, <c>(a|b c)</c> one of these, <c>?word</c> may be missing, and <c>~</c> stands for up to three words of
/// the same sentence. Nothing is ever tried twice over a growing stretch: the walk from a word is as long as the longest pattern.
/// </summary>
internal sealed class PatternBook<T>(Vocabulary vocabulary)
{
    private const int LongestGap = 3;
    private const int MostForms = 400;
    private readonly Node _root = new();

    /// <summary>Adds every form of a pattern.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Add(string pattern, T value, IReadOnlyDictionary<string, PatternClass> classes)
    {
        var (forms, fault) = PatternForms.Of(pattern, classes, MostForms);
        if (fault is not null) return fault;
        var any = false;
        foreach (var form in forms)
        {
            var node = _root;
            var gap = false;
            var words = 0;
            foreach (var part in form)
            {
                if (part == "~")
                {
                    gap = words > 0;
                    continue;
                }

                IReadOnlyList<int> symbols = part[0] switch
                {
                    '<' => [classes[part[1..^1]].SymbolIn(vocabulary)],
                    '(' => [vocabulary.OfClass(part, part[1..^1].Split('|'))],
                    _ => vocabulary.OfPattern(part),
                };
                foreach (var symbol in symbols)
                {
                    node = node.Go(symbol, gap);
                    (gap, words) = (false, words + 1);
                }
            }

            if (words == 0) continue;
            any = true;
            if (!node.Values.Contains(value)) node.Values.Add(value);
        }

        return any ? null : "has no word that counts";
    }

    /// <summary>Every place where a pattern stands, from left to right.</summary>
    public List<Found<T>> Find(WordRun run)
    {
        List<Found<T>> found = [];
        for (var start = 0; start < run.Count; start++)
            if (run.Symbols[start].Length > 0 && !run.IsRepeated(start)) Follow(_root, start, start, 0, run, found);
        return found;
    }

    private static void Follow(Node node, int at, int start, ulong skipped, WordRun run, List<Found<T>> found)
    {
        foreach (var value in node.Values) found.Add(new(value, start, at, skipped));
        if (at >= run.Count) return;
        Step(node.Next, at, start, skipped, run, found);
        if (node.AfterGap is not { } after) return;
        for (var gap = 0; gap <= LongestGap && at + gap < run.Count && run.Words[at + gap].Sentence == run.Words[at - 1].Sentence; gap++)
        {
            Step(after, at + gap, start, skipped, run, found);
            skipped |= 1ul << (at + gap - start);
        }
    }

    private static void Step(Dictionary<int, Node>? next, int at, int start, ulong skipped, WordRun run, List<Found<T>> found)
    {
        if (next is null) return;
        foreach (var symbol in run.Symbols[at])
            if (next.TryGetValue(symbol, out var node)) Follow(node, at + 1, start, skipped, run, found);
    }

    private sealed class Node
    {
        public Dictionary<int, Node>? Next { get; private set; }

        public Dictionary<int, Node>? AfterGap { get; private set; }

        public List<T> Values { get; } = [];

        public Node Go(int symbol, bool gap)
        {
            var to = gap ? AfterGap ??= [] : Next ??= [];
            if (!to.TryGetValue(symbol, out var node)) to.Add(symbol, node = new());
            return node;
        }
    }
}

/// <summary>Words that may stand for each other in a pattern.</summary>
/// <param name="Singles">Those of one word, a star at the end where it is a beginning.</param>
/// <param name="Longer">Those of several.</param>
internal sealed record PatternClass(string Name, IReadOnlyList<string> Singles, IReadOnlyList<string> Longer)
{
    public int SymbolIn(Vocabulary vocabulary) => vocabulary.OfClass(Name, Singles);

    /// <summary>Reads <c>classes:</c>, a map from name to list.</summary>
    /// <param name="language">Classes of two languages with the same name are not the same.</param>
    public static Dictionary<string, PatternClass> Read(YamlMap? map, string language)
    {
        Dictionary<string, PatternClass> classes = new(StringComparer.Ordinal);
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (value is not YamlList list)
            {
                key.Fault($"\"{key.Value}\" is no list of words", "write the words that may stand for each other as a list");
                continue;
            }

            var words = list.Texts();
            classes[key.Value] = new($"{language}:{key.Value}", [.. words.Where(IsSingle)], [.. words.Where(w => !IsSingle(w))]);
        }

        return classes;
    }

    public static bool IsSingle(string text) => Tokens.Read(text.TrimEnd('*')).Count == 1;
}

/// <summary>The forms of a pattern: alternatives, what may be missing, and members of classes that are several words.</summary>
internal static class PatternForms
{
    public static (List<List<string>> Forms, string? Fault) Of(string pattern, IReadOnlyDictionary<string, PatternClass> classes, int most)
    {
        List<List<string>> forms = [[]];
        foreach (var part in Parts(pattern))
        {
            var mayMiss = part.StartsWith('?');
            var bare = mayMiss ? part[1..] : part;
            if (bare.IndexOf('(', 1) > 0) return ([], "has brackets inside brackets, or no space before one");
            List<string[]> ways = mayMiss ? [[]] : [];
            if (bare.StartsWith('(') && bare.EndsWith(')'))
            {
                // Single words are a class of their own: the forms do not multiply.
                var (singles, longer) = (bare[1..^1].Split('|').Where(PatternClass.IsSingle).ToList(), bare[1..^1].Split('|').Where(w => !PatternClass.IsSingle(w)));
                ways.AddRange(singles.Where(IsClass).Select(Words));
                if (singles.Where(w => !IsClass(w)).ToList() is { Count: > 0 } plain) ways.Add([$"({string.Join('|', plain)})"]);
                ways.AddRange(longer.Select(Words));
            }
            else
            {
                ways.Add([bare]);
            }

            List<string[]> meant = [];
            foreach (var way in ways)
            {
                if (way is [['<', .., '>'] name])
                {
                    if (!classes.TryGetValue(name[1..^1], out var members)) return ([], $"names {name}, which is no class of this file");
                    if (members.Singles.Count > 0) meant.Add([name]);
                    meant.AddRange(members.Longer.Select(Words));
                }
                else meant.Add(way);
            }

            forms = [.. forms.SelectMany(form => meant.Select(way => (List<string>)[.. form, .. way]))];
            if (forms.Count > most) return ([], $"has more than {most} forms");
        }

        return (forms, null);
    }

    // Spaces inside brackets belong to them. Text without spaces of its own, such as Chinese, is taken apart by the reader of words.
    private static IEnumerable<string> Parts(string pattern)
    {
        var (from, depth) = (0, 0);
        for (var i = 0; i <= pattern.Length; i++)
        {
            if (i < pattern.Length && pattern[i] == '(') depth++;
            if (i < pattern.Length && pattern[i] == ')') depth--;
            if (i < pattern.Length && (pattern[i] != ' ' || depth > 0)) continue;
            if (i > from) yield return pattern[from..i];
            from = i + 1;
        }
    }

    private static bool IsClass(string word) => word.StartsWith('<');

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
