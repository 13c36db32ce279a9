using System.IO.Hashing;
using System.Runtime.InteropServices;
using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>
/// How much each feature of a text weighs for and against each of some classes, learnt from sentences by <c>tools/weigh</c>. A sum of table look-ups and
/// nothing more: the same text gives the same shares, and which words weighed can be told.
/// </summary>
internal sealed class WordWeights
{
    /// <summary>The class of what is none of the others; the first.</summary>
    public const string NoClass = "none";

    private const float Unit = 0.01f;

    // As many as the greatest weight that is kept has.
    private const int MostDigits = 5;

    // By the hash of its name, because a hundred thousand names would be a hundred thousand strings. Two names of one hash would
    // be refused as one that stands twice: with 64 bits that is one chance in billions, and is seen where the file is made.
    private readonly Dictionary<ulong, Place> _places;
    private readonly List<(byte Class, short Weight)> _weights;
    private readonly List<string> _classes = [];
    private readonly List<float> _bias = [];

    private WordWeights(int lines) => (_places, _weights) = (new(lines), new(lines * 4));

    public IReadOnlyList<string> Classes => _classes;

    public IReadOnlyList<float> Bias => _bias;

    public int Count => _places.Count;

    /// <summary>How sure the words must be together for anything but none, between 0 and 1; of their own sentences, so that few that say nothing are heard.</summary>
    public float Heard { get; private set; } = 0.5f;

    /// <summary>How sure the words around a phrase must be together that it is said of something harmless, between 0 and 1.</summary>
    public float Harmless { get; private set; } = 1;

    /// <summary>Adds what a feature weighs to the sums, one for each class.</summary>
    public void AddTo(Span<float> sums, ReadOnlySpan<char> feature)
    {
        if (!_places.TryGetValue(HashOf(feature), out var place)) return;
        foreach (var (of, weight) in CollectionsMarshal.AsSpan(_weights).Slice(place.Start, place.Count)) sums[of] += weight * Unit;
    }

    /// <summary>True for a file of weights among others of its folder.</summary>
    public static bool IsFile(ContentText file) => file.Name.EndsWith(".tsv", StringComparison.Ordinal);

    /// <summary>The weights of a folder; none where it has no such file, and that is no fault.</summary>
    public static ContentRead<WordWeights> Among(IEnumerable<ContentText> files, IEnumerable<string> needed) => files.FirstOrDefault(IsFile) is { } file ? Read(file, needed) : new(null, []);

    /// <summary>
    /// Reads <c>weights.tsv</c>: lines of a name, a tab and what belongs to it. <c>=classes</c>, <c>=bias</c>, <c>=heard</c> and, where phrases are weighed, <c>=harmless</c> come first, then one line a feature with <c>class:weight</c>,
    /// the class by its number from 0 and the weight in hundredths. Lines that begin with two slashes are for people.
    /// </summary>
    /// <param name="needed">Classes without which the caller can do nothing.</param>
    public static ContentRead<WordWeights> Read(ContentText file, IEnumerable<string> needed)
    {
        var weights = new WordWeights(file.Text.AsSpan().Count('\n'));
        var line = 0;
        foreach (var range in file.Text.AsSpan().Split('\n'))
        {
            line++;
            var text = file.Text.AsSpan(range).TrimEnd('\r');
            if (text.Length == 0 || text.StartsWith("//", StringComparison.Ordinal)) continue;
            if (!weights.Add(text))
                return new(null, [new Fault(file.Name, line, 1, "", $"\"{text[..Math.Min(40, text.Length)]}\" is no line of weights", "make the file anew with tools/weigh instead of changing it by hand")]);
        }

        var missing = needed.Except(weights._classes).ToList();
        if (missing.Count == 0 && weights._classes[0] == NoClass && weights._bias.Count == weights._classes.Count) return new(weights, []);
        return new(null, [new Fault(file.Name, 0, 0, "", $"the classes {string.Join(", ", missing.DefaultIfEmpty(NoClass))} are missing, or have no bias", "make the file anew with tools/weigh")]);
    }

    private bool Add(ReadOnlySpan<char> line)
    {
        var tab = line.IndexOf('\t');
        if (tab <= 0) return false;
        var name = line[..tab];
        var rest = line[(tab + 1)..];
        if (name is "=classes")
        {
            foreach (var part in rest.Split(' ')) _classes.Add(rest[part].ToString());
            return true;
        }

        if (name is "=heard")
        {
            if (Number(rest) is not { } heard) return false;
            Heard = heard * Unit;
            return true;
        }

        if (name is "=harmless")
        {
            if (Number(rest) is not { } harmless) return false;
            Harmless = harmless * Unit;
            return true;
        }

        if (name is "=bias")
        {
            foreach (var part in rest.Split(' '))
                if (Number(rest[part]) is { } value) _bias.Add(value * Unit);
                else return false;
            return true;
        }

        var start = _weights.Count;
        foreach (var part in rest.Split(' '))
        {
            var pair = rest[part];
            var colon = pair.IndexOf(':');
            if (colon <= 0 || Number(pair[..colon]) is not { } of || of < 0 || of >= _classes.Count || Number(pair[(colon + 1)..]) is not { } weight) return false;
            _weights.Add(((byte)of, weight));
        }

        return _places.TryAdd(HashOf(name), new(start, _weights.Count - start));
    }

    private static ulong HashOf(ReadOnlySpan<char> name) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(name));

    // A file has a million numbers of one to three digits: reading them is most of reading it.
    private static short? Number(ReadOnlySpan<char> text)
    {
        var isNegative = text is ['-', ..];
        var digits = isNegative ? text[1..] : text;
        if (digits.Length is 0 or > MostDigits) return null;
        var number = 0;
        foreach (var digit in digits)
            if (char.IsAsciiDigit(digit)) number = number * 10 + digit - '0';
            else return null;
        return number > short.MaxValue ? null : (short)(isNegative ? -number : number);
    }

    private readonly record struct Place(int Start, int Count);
}
