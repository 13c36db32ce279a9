namespace SupportBot.Understanding;

/// <summary>
/// The words that phrases are made of, as numbers. A text is read into the same numbers: words that no phrase has are
/// <see cref="Unknown"/>, fillers vanish, short spellings (<c>u</c>, <c>wanna</c>) become the words they stand for.
/// </summary>
internal sealed class Lexicon
{
    public const int Unknown = -1;
    private const int Nothing = -2;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int[]> _spellings = [];

    /// <summary>Says that a word counts for nothing: <c>really</c>, <c>just</c>. Before phrases are added.</summary>
    public void AddFiller(string word)
    {
        foreach (var part in TextNormaliser.Bare(word).Split(' '))
            _numbers[part] = Nothing;
    }

    /// <summary>Says that a word stands for others: <c>wanna</c> for <c>want to</c>. Before phrases are added.</summary>
    public void AddSpelling(string word, string meant)
    {
        var number = Number(TextNormaliser.Bare(word));
        _spellings[number] = [.. TextNormaliser.Bare(meant).Split(' ').Select(Number).Where(n => n != Nothing)];
    }

    /// <summary>The numbers of a phrase; words are added as they are met. Empty when only fillers are in it.</summary>
    public int[] Phrase(string phrase)
    {
        var bare = TextNormaliser.Bare(phrase);
        foreach (var word in bare.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Number(word);
        return [.. Read(bare)];
    }

    /// <summary>The number of a word that is compared letter by letter, such as a phrase written as one word.</summary>
    public int Number(string bareWord)
    {
        if (!_numbers.TryGetValue(bareWord, out var number))
            _numbers.Add(bareWord, number = _numbers.Count);
        return number;
    }

    /// <summary>The numbers of a text in its <see cref="TextNormaliser.Bare"/> form.</summary>
    public List<int> Read(string bare)
    {
        var read = new List<int>(bare.Length / 5 + 1);
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in bare.AsSpan().Split(' '))
        {
            var word = bare.AsSpan()[range];
            if (word.IsEmpty)
                continue;
            if (!lookup.TryGetValue(word, out var number))
                read.Add(Unknown);
            else if (number == Nothing)
                continue;
            else if (_spellings.TryGetValue(number, out var meant))
                read.AddRange(meant);
            else
                read.Add(number);
        }
        return read;
    }
}
