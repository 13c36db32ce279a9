namespace SupportBot.Understanding;

/// <summary>
/// Many patterns, found in one walk over the words of a text. A pattern is words with single spaces: <c>kill*</c> is every word that begins so,
/// <c>&lt;want&gt;</c> a word of a class, <c>(a|b c)</c> one of these, <c>?word</c> may be missing, and <c>~</c> stands for up to three words of
/// the same sentence. Nothing is ever tried twice over a growing stretch: the walk from a word is as long as the longest pattern.
/// Patterns that begin alike share the way; a way is laid when a text first goes along it, because most are never gone.
/// </summary>
internal sealed class PatternBook<T>(Vocabulary vocabulary)
{
    private const int LongestGap = 3;
    private const int MostForms = 400;
    private readonly List<Pattern> _patterns = [];
    private Ways? _first;

    /// <summary>Adds a pattern; all are added before the first text is read.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Add(string pattern, T value, IReadOnlyDictionary<string, PatternClass> classes)
    {
        var (parts, fault) = PatternParts.Of(pattern, classes, vocabulary, MostForms);
        if (fault is not null) return fault;
        var words = parts.Sum(p => p.Longest);
        if (words + parts.Sum(p => p.MostGaps) * LongestGap > PatternBook.LongestSpan) return $"is longer than {PatternBook.LongestSpan} words";
        if (words == 0) return "has no word that counts";
        _patterns.Add(new Pattern(parts, value));
        return null;
    }

    /// <summary>Every place where a pattern stands, from left to right.</summary>
    public List<Found<T>> Find(WordRun run)
    {
        var first = _first ??= Ways.Of([.. _patterns.Select(p => new Spot(p, 0, null, 0, false))], isBeginning: true);
        List<Found<T>> found = [];
        for (var start = 0; start < run.Count; start++)
            if (run.Symbols[start] != SymbolSet.None && !run.IsRepeated(start)) Step(first.Next, start, start, 0, run, found);
        return found;
    }

    private static void Follow(Node node, int at, int start, ulong skipped, WordRun run, List<Found<T>> found)
    {
        var ways = node.Ways;
        foreach (var value in ways.Values) found.Add(new(value, start, at, skipped));
        if (at >= run.Count) return;
        Step(ways.Next, at, start, skipped, run, found);
        if (ways.AfterGap.IsNone) return;
        for (var gap = 0; gap <= LongestGap && at + gap < run.Count && run.Words[at + gap].Sentence == run.Words[at - 1].Sentence; gap++)
        {
            Step(ways.AfterGap, at + gap, start, skipped, run, found);
            skipped |= 1ul << (at + gap - start);
        }
    }

    private static void Step(Steps steps, int at, int start, ulong skipped, WordRun run, List<Found<T>> found)
    {
        var word = run.Symbols[at];
        if (word == SymbolSet.None || !word.MayMeet(steps.All)) return;
        if (steps.BySymbol is { } nodes)
        {
            foreach (var symbol in word.InOrder)
                if (symbol < nodes.Length && nodes[symbol] is { } node) Follow(node, at + 1, start, skipped, run, found);
            return;
        }

        var symbols = steps.All.InOrder;
        for (var i = 0; i < symbols.Length; i++)
            if (word.Has(symbols[i])) Follow(steps.Nodes[i], at + 1, start, skipped, run, found);
    }

    private sealed record Pattern(IReadOnlyList<PatternPart> Parts, T Value);

    /// <summary>How far a pattern was followed: within one way of a part, or before a part.</summary>
    /// <param name="Gap">True where other words may stand before what comes next.</param>
    private readonly record struct Spot(Pattern Pattern, int Part, PatternWay? Way, int At, bool Gap)
    {
        public Spot After(int part, PatternWay way, int at) =>
            at + 1 < way.Symbols.Length ? new(Pattern, part, way, at + 1, way.Gaps[at + 1]) : new(Pattern, part + 1, null, 0, way.Gaps[at + 1]);
    }

    private sealed class Node(List<Spot> spots)
    {
        private volatile Ways? _ways;
        private List<Spot>? _spots = spots;

        // Two texts that come here at once lay the same ways; one of them stays.
        public Ways Ways
        {
            get
            {
                if (_ways is { } laid) return laid;
                if (_spots is { } spots) Interlocked.CompareExchange(ref _ways, Ways.Of(spots, isBeginning: false), null);
                _spots = null;
                return _ways!;
            }
        }
    }

    /// <param name="All">The symbols, one for each node.</param>
    /// <param name="BySymbol">The nodes by their symbols, where they are many.</param>
    private sealed record Steps(SymbolSet All, Node[] Nodes, Node?[]? BySymbol)
    {
        // As many as a word may have symbols: more are not looked through for each word.
        private const int Many = 24;

        private static readonly Steps None = new(SymbolSet.None, [], null);

        public bool IsNone => Nodes.Length == 0;

        public static Steps Of(Dictionary<int, List<Spot>> spots)
        {
            if (spots.Count == 0) return None;
            int[] symbols = [.. spots.Keys.Order()];
            Node[] nodes = [.. symbols.Select(s => new Node(spots[s]))];
            if (symbols.Length < Many) return new(new(symbols), nodes, null);
            var bySymbol = new Node?[symbols[^1] + 1];
            for (var i = 0; i < symbols.Length; i++) bySymbol[symbols[i]] = nodes[i];
            return new(new(symbols), nodes, bySymbol);
        }
    }

    /// <summary>Where it goes on from a node, and what is found there.</summary>
    private sealed record Ways(T[] Values, Steps Next, Steps AfterGap)
    {
        public static Ways Of(List<Spot> spots, bool isBeginning)
        {
            List<T> values = [];
            var (next, afterGap) = (new Dictionary<int, List<Spot>>(), new Dictionary<int, List<Spot>>());
            foreach (var spot in spots)
            {
                if (spot.Way is { } way)
                {
                    Add(spot.Gap ? afterGap : next, way.Symbols[spot.At], spot.After(spot.Part, way, spot.At));
                    continue;
                }

                var gap = spot.Gap;
                for (var part = spot.Part; ; part++)
                {
                    if (part == spot.Pattern.Parts.Count)
                    {
                        if (!isBeginning && !values.Contains(spot.Pattern.Value)) values.Add(spot.Pattern.Value);
                        break;
                    }

                    var here = spot.Pattern.Parts[part];
                    // A gap before the first word is none.
                    gap |= here.AfterGap && !isBeginning;
                    foreach (var each in here.Ways) Add(gap || (each.Gaps[0] && !isBeginning) ? afterGap : next, each.Symbols[0], spot.After(part, each, 0));
                    if (!here.MayMiss) break;
                }
            }

            return new([.. values], Steps.Of(next), Steps.Of(afterGap));
        }

        private static void Add(Dictionary<int, List<Spot>> to, int symbol, Spot spot)
        {
            if (!to.TryGetValue(symbol, out var spots)) to.Add(symbol, spots = []);
            spots.Add(spot);
        }
    }
}

/// <summary>What holds for the patterns of every book.</summary>
internal static class PatternBook
{
    /// <summary>On how many words a pattern stands at most, with its gaps.</summary>
    public const int LongestSpan = 60;
}
