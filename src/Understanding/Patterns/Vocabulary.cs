using System.Collections.Concurrent;

namespace SupportBot.Understanding;

/// <summary>
/// The words that patterns are made of, as numbers (symbols). A word of a text has several: its own, those of the beginnings it starts with
/// (<c>suicid*</c>), and those of the classes it belongs to (<c>&lt;want&gt;</c>). Spellings become the words they stand for, fillers vanish,
/// and a long word with one slip of the finger is the word it comes near.
/// </summary>
internal sealed class Vocabulary
{
    private const int ShortestWithSlip = 5;

    // A message of this many words is no longer a message: slips are looked for in shorter ones only.
    private const int MostWordsWithSlips = 5_000;

    private readonly Dictionary<string, int> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _ofWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _ofBeginning = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _slips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fillers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<int>> _ofPattern = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SymbolSet> _ofKnown = new(StringComparer.Ordinal);

    /// <summary>The words of a piece of content, as <see cref="Tokens.Words"/> reads them; the same pieces come again and again.</summary>
    public IReadOnlyList<string> WordsOf(string text)
    {
        if (!_words.TryGetValue(text, out var words)) _words.Add(text, words = [.. Tokens.Words(text)]);
        return words;
    }

    /// <summary>True for one word, a beginning with its star among them.</summary>
    public bool IsSingle(string text) => WordsOf(text.TrimEnd('*')).Count == 1;

    public void AddFiller(string word) => _fillers.UnionWith(WordsOf(word));

    /// <summary>Before patterns are added.</summary>
    public void AddSpelling(string word, string meant)
    {
        if (Tokens.Words(word).FirstOrDefault() is { } key) _spellings[key] = [.. Tokens.Words(meant)];
    }

    /// <summary>A word that stands for itself, however near another it comes.</summary>
    public void AddPlain(string word) => Symbol(word, _ofWord);

    /// <summary>The symbols of a word of a pattern, or of several words that a spelling stands for; none for a filler.</summary>
    /// <param name="word">One word; with a star at its end, every word that begins so.</param>
    public IReadOnlyList<int> OfPattern(string word)
    {
        if (!_ofPattern.TryGetValue(word, out var symbols)) _ofPattern.Add(word, symbols = Symbols(word));
        return symbols;
    }

    private IReadOnlyList<int> Symbols(string word)
    {
        var isBeginning = word.EndsWith('*');
        var words = Spelled(WordsOf(isBeginning ? word[..^1] : word)).ToArray();
        return isBeginning && words.Length == 1
            ? [Symbol(words[0], _ofBeginning, "*")]
            : [.. words.Where(w => !_fillers.Contains(w)).Select(w => Symbol(w, _ofWord))];
    }

    /// <summary>The symbol of a class, which its members are given the first time it is named.</summary>
    public int OfClass(string name, IEnumerable<string> members)
    {
        if (_classes.TryGetValue(name, out var symbol)) return symbol;
        _classes.Add(name, symbol = Number($"<{name}>"));
        foreach (var member in members)
        {
            var isBeginning = member.EndsWith('*');
            // A member that a spelling stands for several words is found as those words.
            if (Spelled(WordsOf(isBeginning ? member[..^1] : member)).ToList() is not [var word] || _fillers.Contains(word)) continue;
            if (!isBeginning) Symbol(word, _ofWord);
            var map = isBeginning ? _ofBeginning : _ofWord;
            if (!map.TryGetValue(word, out var symbols)) map.Add(word, symbols = []);
            if (!symbols.Contains(symbol)) symbols.Add(symbol);
        }

        return symbol;
    }

    /// <summary>The words of a text as they are compared, with their symbols: fillers out, spellings and slips undone.</summary>
    public WordRun Read(string text) => Read(text, Tokens.Read(text));

    /// <param name="read">The words of the text.</param>
    public WordRun Read(string text, IReadOnlyList<Token> read)
    {
        var withSlips = read.Count <= MostWordsWithSlips;
        var (words, places, symbols) = (new List<Token>(read.Count), new List<int>(read.Count), new List<SymbolSet>(read.Count));
        // What is written again stands for the same again.
        Dictionary<string, (string Word, SymbolSet Symbols)[]> seen = new(StringComparer.Ordinal);
        for (var place = 0; place < read.Count; place++)
        {
            var token = read[place];
            if (!seen.TryGetValue(token.Word, out var meant))
                seen.Add(token.Word, meant = [.. Spelled([token.Word]).Where(w => !_fillers.Contains(w)).Select(w => Known(w, withSlips))]);
            foreach (var known in meant)
            {
                words.Add(token with { Word = known.Word });
                places.Add(place);
                symbols.Add(known.Symbols);
            }
        }

        return new(text, words, places, symbols);
    }

    // A word that some pattern has, or begins, is no slip of another: in most languages words change at their end.
    private (string Word, SymbolSet Symbols) Known(string word, bool withSlips)
    {
        var symbols = SymbolsOf(word);
        return symbols == SymbolSet.None && withSlips && Near(word) is { } near ? (near, SymbolsOf(near)) : (word, symbols);
    }

    // Words of patterns are kept, of which there are only so many; what else people write is not.
    private SymbolSet SymbolsOf(string word) => _ofKnown.TryGetValue(word, out var known) ? known : _ofWord.ContainsKey(word) ? _ofKnown[word] = Gathered(word) : Gathered(word);

    private SymbolSet Gathered(string word)
    {
        List<int> symbols = [.. _ofWord.GetValueOrDefault(word) ?? []];
        var lookup = _ofBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= word.Length; length++)
            if (lookup.TryGetValue(word.AsSpan(0, length), out var begun)) symbols.AddRange(begun);
        if (symbols.Count == 0) return SymbolSet.None;
        symbols.Sort();
        return new([.. symbols]);
    }

    private IEnumerable<string> Spelled(IEnumerable<string> words) => words.SelectMany(w => _spellings.TryGetValue(w, out var meant) ? meant : [w]);

    private int Symbol(string word, Dictionary<string, List<int>> map, string mark = "")
    {
        var symbol = Number(word + mark);
        if (!map.TryGetValue(word, out var symbols)) map.Add(word, symbols = []);
        if (symbols.Contains(symbol)) return symbol;
        symbols.Add(symbol);
        if (mark.Length == 0 && word.Length >= ShortestWithSlip && IsAlphabetic(word))
            foreach (var shorter in Shorter(word)) _slips.TryAdd(shorter, word);
        return symbol;
    }

    private int Number(string name)
    {
        if (!_symbols.TryGetValue(name, out var number)) _symbols.Add(name, number = _symbols.Count);
        return number;
    }

    // One letter too many, too few, other, or two changed places: both are then the same with one letter left out. The first letter is right.
    private string? Near(string word)
    {
        if (word.Length < ShortestWithSlip || word.Length > 16 || !IsAlphabetic(word)) return null;
        if (_slips.GetValueOrDefault(word) is { } longer && longer[0] == word[0]) return longer;
        foreach (var shorter in Shorter(word))
        {
            if (shorter.Length >= ShortestWithSlip && _ofWord.ContainsKey(shorter) && shorter[0] == word[0]) return shorter;
            if (_slips.GetValueOrDefault(shorter) is { } meant && meant[0] == word[0] && SupportBot.Yaml.Nearest.Slips(word, meant) <= 1) return meant;
        }

        return null;
    }

    private static IEnumerable<string> Shorter(string word)
    {
        for (var i = 1; i < word.Length; i++) yield return word.Remove(i, 1);
    }

    private static bool IsAlphabetic(string word) => word.All(char.IsLetter);
}
