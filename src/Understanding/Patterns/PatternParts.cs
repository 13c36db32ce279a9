namespace SupportBot.Understanding;

/// <summary>A part of a pattern: one of several ways, each one or more words.</summary>
/// <param name="Ways">None is empty.</param>
/// <param name="MayMiss">True where the pattern stands without it too.</param>
/// <param name="AfterGap">True where up to three other words may stand before it.</param>
internal sealed record PatternPart(IReadOnlyList<PatternWay> Ways, bool MayMiss, bool AfterGap)
{
    public int Longest => Ways.Count == 0 ? 0 : Ways.Max(w => w.Symbols.Length);

    public int MostGaps => (AfterGap ? 1 : 0) + (Ways.Count == 0 ? 0 : Ways.Max(w => w.Gaps.Count(g => g)));
}

/// <summary>Words one after the other.</summary>
/// <param name="Symbols">Of its words.</param>
/// <param name="Gaps">True where other words may stand before the word of that place; one more than there are words, for what comes after.</param>
internal sealed record PatternWay(int[] Symbols, bool[] Gaps)
{
    public static PatternWay Of(int symbol) => new([symbol], [false, false]);
}

/// <summary>Takes a pattern apart: alternatives, what may be missing, and members of classes that are several words.</summary>
internal static class PatternParts
{
    /// <param name="mostForms">How many different texts a pattern may stand for, a class of single words counted as one.</param>
    public static (IReadOnlyList<PatternPart> Parts, string? Fault) Of(string pattern, IReadOnlyDictionary<string, PatternClass> classes, Vocabulary vocabulary, int mostForms)
    {
        List<PatternPart> parts = [];
        var (forms, gap) = (1L, false);
        foreach (var part in Split(pattern))
        {
            if (part == "~")
            {
                gap = true;
                continue;
            }

            var mayMiss = part[0] == '?';
            var bare = mayMiss ? part[1..] : part;
            if (bare.IndexOf('(', 1) > 0) return ([], "has brackets inside brackets, or no space before one");
            List<PatternWay> ways = [];
            foreach (var way in bare.StartsWith('(') && bare.EndsWith(')') ? Alternatives(bare, vocabulary) : [bare])
            {
                var words = way.StartsWith('(') ? [way] : way.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (words.FirstOrDefault(w => IsClass(w) && !classes.ContainsKey(w[1..^1])) is { } unknown) return ([], $"names {unknown}, which is no class of this file");
                if (words is [var only] && IsClass(only)) ways.AddRange(OfClass(classes[only[1..^1]], vocabulary));
                else ways.Add(Way(words, word => Symbols(word, classes, vocabulary)));
            }

            forms *= ways.Count + (mayMiss ? 1 : 0);
            if (forms > mostForms) return ([], $"has more than {mostForms} forms");
            // A word that counts for nothing is as good as missing.
            parts.Add(new PatternPart([.. ways.Where(w => w.Symbols.Length > 0)], mayMiss || ways.Exists(w => w.Symbols.Length == 0), gap));
            gap = false;
        }

        return (parts, null);
    }

    // Single words are a class of their own: the ways do not multiply.
    private static IEnumerable<string> Alternatives(string bracket, Vocabulary vocabulary)
    {
        var all = bracket[1..^1].Split('|');
        var plain = all.Where(w => vocabulary.IsSingle(w) && !IsClass(w)).ToList();
        if (plain.Count == all.Length) return [bracket];
        var others = all.Where(w => !vocabulary.IsSingle(w) || IsClass(w));
        return plain.Count == 0 ? others : others.Prepend($"({string.Join('|', plain)})");
    }

    private static IEnumerable<PatternWay> OfClass(PatternClass named, Vocabulary vocabulary)
    {
        if (named.Singles.Count > 0) yield return PatternWay.Of(named.SymbolIn(vocabulary));
        foreach (var longer in named.Longer) yield return Way(longer.Split(' ', StringSplitOptions.RemoveEmptyEntries), vocabulary.OfPattern);
    }

    private static PatternWay Way(IReadOnlyList<string> words, Func<string, IReadOnlyList<int>> symbolsOf)
    {
        List<int> symbols = [];
        List<bool> gaps = [false];
        foreach (var word in words)
            if (word == "~") gaps[^1] = true;
            else
                foreach (var symbol in symbolsOf(word))
                {
                    symbols.Add(symbol);
                    gaps.Add(false);
                }

        return new PatternWay([.. symbols], [.. gaps]);
    }

    private static IReadOnlyList<int> Symbols(string word, IReadOnlyDictionary<string, PatternClass> classes, Vocabulary vocabulary) => word[0] switch
    {
        '(' => [vocabulary.OfClass(word, word[1..^1].Split('|'))],
        '<' when IsClass(word) => [classes[word[1..^1]].SymbolIn(vocabulary)],
        _ => vocabulary.OfPattern(word),
    };

    private static bool IsClass(string word) => word is ['<', .., '>'];

    // Spaces inside brackets belong to them. Text without spaces of its own, such as Chinese, is taken apart by the reader of words.
    private static IEnumerable<string> Split(string pattern)
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
}
