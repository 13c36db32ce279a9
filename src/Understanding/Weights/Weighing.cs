namespace SupportBot.Understanding;

/// <summary>A stretch of a text and what its words weigh together.</summary>
/// <param name="Start">Index of its first word.</param>
/// <param name="End">Index after its last one.</param>
/// <param name="Shares">Of each class of the weights, between 0 and 1; together 1.</param>
internal sealed record Weighed(int Start, int End, float[] Shares);

/// <summary>
/// Weighs one text: a message as a whole, a longer text in stretches that overlap, so that what is said in the middle of it is heard. Takes time proportional to the text.
/// </summary>
internal sealed class Weighing
{
    private const int Longest = 40;
    private const int Step = 20;

    // No message is longer than both together. Of a longer text the beginning and the end are weighed; phrases are looked for in all of it.
    private const int Margin = 1_000;

    // What a phrase is said of: about a sentence before it and one after it.
    private const int Around = 12;

    private readonly WordWeights _weights;
    private readonly string _text;
    private readonly string[] _words;

    // Of words that are weighed: of a long text few are.
    private readonly string?[] _typed;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly Dictionary<string, (float[] Sums, int Count)> _ofWord = new(StringComparer.Ordinal);

    public Weighing(WordWeights weights, string text, IReadOnlyList<Token> tokens)
    {
        (_weights, _text, _tokens) = (weights, text, tokens);
        _words = [.. tokens.Select(t => t.Word)];
        _typed = new string?[tokens.Count];
    }

    public IEnumerable<Weighed> Stretches() =>
        _words.Length <= 2 * Margin ? Stretches(0, _words.Length) : Stretches(0, Margin).Concat(Stretches(_words.Length - Margin, _words.Length));

    private IEnumerable<Weighed> Stretches(int from, int to)
    {
        for (var start = from; start < to; start += Step)
        {
            var end = Math.Min(start + Longest, to);
            yield return Weigh(start, end);
            if (end == to) yield break;
        }
    }

    /// <summary>Some words of the text, with what is said around them.</summary>
    /// <param name="first">Index of the first of them.</param>
    /// <param name="last">Index of the last one.</param>
    public Weighed At(int first, int last) => Weigh(Math.Max(0, first - Around), Math.Min(_words.Length, last + 1 + Around));

    /// <summary>The most that any stretch gives to each class; of none, the least.</summary>
    public float[] Most()
    {
        float[]? most = null;
        foreach (var stretch in Stretches())
            if (most is null) most = [.. stretch.Shares];
            else
                for (var c = 0; c < most.Length; c++) most[c] = c == 0 ? Math.Min(most[c], stretch.Shares[c]) : Math.Max(most[c], stretch.Shares[c]);
        return most ?? new float[_weights.Classes.Count];
    }

    /// <summary>The words of a stretch that speak most for a class rather than for none, as they stand in the text; at most that many.</summary>
    public IReadOnlyList<Token> Speaking(Weighed weighed, int of, int most)
    {
        var words = _words.AsSpan(weighed.Start, weighed.End - weighed.Start);
        List<(float For, int At)> speaking = [];
        for (var at = 0; at < words.Length; at++)
        {
            var sums = new float[_weights.Classes.Count];
            Array.Copy(OfWord(words[at]).Sums, sums, sums.Length);
            Beside(words, Typed(weighed.Start, weighed.End), at, sums);
            if (sums[of] > sums[0]) speaking.Add((sums[of] - sums[0], weighed.Start + at));
        }

        return [.. speaking.OrderByDescending(s => s.For).Take(most).OrderBy(s => s.At).Select(s => _tokens[s.At])];
    }

    private Weighed Weigh(int start, int end)
    {
        var words = _words.AsSpan(start, end - start);
        var typed = Typed(start, end);
        var sums = new float[_weights.Classes.Count];
        var count = 0;
        for (var at = 0; at < words.Length; at++)
        {
            var (own, features) = OfWord(words[at]);
            for (var c = 0; c < sums.Length; c++) sums[c] += own[c];
            count += features + Beside(words, typed, at, sums);
        }

        var scale = Features.Scale(count);
        for (var c = 0; c < sums.Length; c++) sums[c] = _weights.Bias[c] + sums[c] * scale;
        return new(start, end, ToShares(sums));
    }

    private ReadOnlySpan<string> Typed(int start, int end)
    {
        for (var at = start; at < end; at++) _typed[at] ??= Features.Typed(_text, _tokens[at]);
        return _typed.AsSpan(start, end - start)!;
    }

    private (float[] Sums, int Count) OfWord(string word)
    {
        if (_ofWord.TryGetValue(word, out var known)) return known;
        var sums = new float[_weights.Classes.Count];
        var count = 0;
        Features.OfWord(word, feature =>
        {
            count++;
            _weights.AddTo(sums, feature);
        });
        return _ofWord[word] = (sums, count);
    }

    private int Beside(ReadOnlySpan<string> words, ReadOnlySpan<string> typed, int at, float[] sums)
    {
        var count = 0;
        Features.Beside(words, typed, at, feature =>
        {
            count++;
            _weights.AddTo(sums, feature);
        });
        return count;
    }

    private static float[] ToShares(float[] sums)
    {
        var most = sums.Max();
        var total = 0f;
        for (var c = 0; c < sums.Length; c++) total += sums[c] = MathF.Exp(sums[c] - most);
        for (var c = 0; c < sums.Length; c++) sums[c] /= total;
        return sums;
    }
}
