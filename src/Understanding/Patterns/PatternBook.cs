namespace SupportBot.Understanding;

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
            var (gap, words, span) = (false, 0, 0);
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
                    span += gap ? LongestGap + 1 : 1;
                    (gap, words) = (false, words + 1);
                }
            }

            if (span > PatternBook.LongestSpan) return $"is longer than {PatternBook.LongestSpan} words";
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

/// <summary>What holds for the patterns of every book.</summary>
internal static class PatternBook
{
    /// <summary>On how many words a pattern stands at most, with its gaps.</summary>
    public const int LongestSpan = 60;
}
