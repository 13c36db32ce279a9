namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds choices, or plain values, by the words a person used.</summary>
public static class Find
{
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<string> choices, FindChoicesOptions options = null)
        => FindChoices(utterance, ChoiceFactory.ToChoices(choices ?? throw new ArgumentNullException(nameof(choices))), options);

    /// <summary>Choices whose value, action title or synonym occurs in the text, in the order of the text. An exact match stands alone.</summary>
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        options ??= new FindChoicesOptions();
        var names = Names(choices, options);
        var found = new List<ModelResult<FoundChoice>>();
        if (string.IsNullOrEmpty(utterance))
            return found;
        foreach (var name in names)
        {
            if (string.Equals(utterance, name.Value, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(Found(choices, new ModelResult<FoundValue>
                {
                    Start = 0, End = utterance.Length - 1, Text = utterance,
                    Resolution = new FoundValue { Value = name.Value, Index = name.Index, Score = 1 },
                }));
                return found;
            }
        }

        foreach (var match in FindValues(utterance, names, options))
            found.Add(Found(choices, match));
        return found;
    }

    /// <summary>
    /// Values whose words occur in the text in order. Longer values come first, no word serves two values, and each
    /// index is found once.
    /// </summary>
    public static List<ModelResult<FoundValue>> FindValues(string utterance, List<SortedValue> values, FindValuesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        options ??= new FindValuesOptions();
        var tokenize = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
        var words = tokenize(utterance, options.Locale);
        var candidates = new List<ModelResult<FoundValue>>();
        var byLength = new List<SortedValue>(values);
        byLength.Sort(static (a, b) => b.Value.Length.CompareTo(a.Value.Length));
        foreach (var value in byLength)
        {
            var wanted = tokenize(value.Value.Trim(), options.Locale);
            for (var from = 0; from < words.Count && Match(words, from, wanted, value, options) is { } match; from = match.End + 1)
                candidates.Add(match);
        }

        return Best(utterance, words, candidates);
    }

    private static List<SortedValue> Names(IList<Choice> choices, FindChoicesOptions options)
    {
        var names = new List<SortedValue>(choices.Count);
        for (var index = 0; index < choices.Count; index++)
        {
            var choice = choices[index];
            if (!options.NoValue)
                Add(choice.Value);
            if (!options.NoAction)
                Add(choice.Action?.Title);
            if (choice.Synonyms == null)
                continue;
            foreach (var synonym in choice.Synonyms)
                Add(synonym);

            void Add(string name)
            {
                if (!string.IsNullOrEmpty(name))
                    names.Add(new SortedValue { Value = name, Index = index });
            }
        }

        return names;
    }

    private static ModelResult<FoundChoice> Found(IList<Choice> choices, ModelResult<FoundValue> match) => new()
    {
        Start = match.Start,
        End = match.End,
        Text = match.Text,
        TypeName = "choice",
        Resolution = new FoundChoice
        {
            Value = choices[match.Resolution.Index].Value,
            Index = match.Resolution.Index,
            Score = match.Resolution.Score,
            Synonym = match.Resolution.Value,
        },
    };

    // Start and End of what this returns count words, not characters.
    private static ModelResult<FoundValue> Match(List<Token> words, int from, List<Token> wanted, SortedValue value, FindValuesOptions options)
    {
        var (matched, apart, start, end) = (0, 0, -1, -1);
        foreach (var token in wanted)
        {
            var at = words.FindIndex(from, word => word.Normalized == token.Normalized);
            var distance = at >= 0 && matched > 0 ? at - from : 0;
            if (at < 0 || distance > (options.MaxTokenDistance ?? 2))
                continue;
            matched++;
            apart += distance;
            from = at + 1;
            end = at;
            if (start < 0)
                start = at;
        }

        if (matched == 0 || (matched < wanted.Count && !options.AllowPartialMatches))
            return null;
        var completeness = (float)matched / wanted.Count;
        var accuracy = (float)matched / (matched + apart);
        return new ModelResult<FoundValue>
        {
            Start = start,
            End = end,
            TypeName = "value",
            Resolution = new FoundValue { Value = value.Value, Index = value.Index, Score = 0.4f + (0.6f * completeness * accuracy) },
        };
    }

    private static List<ModelResult<FoundValue>> Best(string utterance, List<Token> words, List<ModelResult<FoundValue>> candidates)
    {
        var found = new List<ModelResult<FoundValue>>();
        if (candidates.Count == 0)
            return found;
        var order = new int[candidates.Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => candidates[b].Resolution.Score.CompareTo(candidates[a].Resolution.Score) is not 0 and var byScore ? byScore : a.CompareTo(b));
        var (indexes, used) = (new HashSet<int>(), new HashSet<int>());
        foreach (var i in order)
        {
            var match = candidates[i];
            var free = !indexes.Contains(match.Resolution.Index);
            for (var word = match.Start; word <= match.End && free; word++)
                free = !used.Contains(word);
            if (!free)
                continue;
            indexes.Add(match.Resolution.Index);
            for (var word = match.Start; word <= match.End; word++)
                used.Add(word);
            match.Start = words[match.Start].Start;
            match.End = words[match.End].End;
            match.Text = utterance[match.Start..(match.End + 1)];
            found.Add(match);
        }

        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }
}
