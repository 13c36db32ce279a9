using SupportBot.Understanding;

namespace SupportBot.Weigh;

/// <summary>
/// Multinomial logistic regression on <see cref="Features"/>, by stochastic gradient with AdaGrad and a little L2. The same sentences give the same weights: one thread, one
/// seed, and nothing that depends on the machine but the last bits of its floating point, which the rounding to hundredths takes away.
/// </summary>
internal sealed class Learner(IReadOnlyList<string> classes, Knobs knobs)
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Classes => classes;

    private float[] _weights = [];
    private readonly float[] _bias = new float[classes.Count];

    public void Learn(IReadOnlyList<Example> examples)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<int[]>();
        var scales = new List<float>();
        var names = new List<List<string>>();
        foreach (var example in examples)
        {
            var found = Names(example.Text);
            names.Add(found);
            foreach (var name in found.Distinct(StringComparer.Ordinal)) counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        foreach (var (name, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
            if (count >= knobs.Least) _index.Add(name, _index.Count);
        foreach (var found in names)
        {
            rows.Add([.. found.Where(_index.ContainsKey).Select(n => _index[n])]);
            scales.Add(Features.Scale(found.Count));
        }

        var answers = examples.Select(e => IndexOf(e.Class)).ToArray();
        var k = classes.Count;
        _weights = new float[_index.Count * k];
        var sums = new float[_index.Count * k];
        var biasSums = new float[k];
        var scores = new float[k];
        var random = new Random(1);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < knobs.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var (row, scale) = (rows[at], scales[at]);
                _bias.CopyTo(scores, 0);
                foreach (var feature in row)
                    for (int c = 0, w = feature * k; c < k; c++, w++) scores[c] += _weights[w] * scale;
                Softmax(scores);
                for (var c = 0; c < k; c++)
                {
                    var slope = (scores[c] - (c == answers[at] ? 1 : 0)) * examples[at].Weight;
                    if (MathF.Abs(slope) < 1e-4f) continue;
                    biasSums[c] += slope * slope;
                    _bias[c] -= knobs.Rate * slope / (MathF.Sqrt(biasSums[c]) + 1e-6f);
                    var step = slope * scale;
                    foreach (var feature in row)
                    {
                        var w = feature * k + c;
                        var gradient = step + knobs.Shrink * _weights[w];
                        sums[w] += gradient * gradient;
                        _weights[w] -= knobs.Rate * gradient / (MathF.Sqrt(sums[w]) + 1e-6f);
                    }
                }
            }
        }
    }

    public float[] Read(string text)
    {
        var names = Names(text);
        var scores = (float[])_bias.Clone();
        var scale = Features.Scale(names.Count);
        foreach (var name in names)
            if (_index.TryGetValue(name, out var feature))
                for (var c = 0; c < classes.Count; c++) scores[c] += _weights[feature * classes.Count + c] * scale;
        Softmax(scores);
        return scores;
    }

    /// <summary>Lines of the file: the feature and, for each class that it weighs for or against, its number and the weight in hundredths.</summary>
    public IEnumerable<string> Lines()
    {
        yield return "=classes\t" + string.Join(' ', classes);
        yield return "=bias\t" + string.Join(' ', _bias.Select(Hundredths));
        yield return "=heard\t" + Hundredths(knobs.Heard);
        if (knobs.Harmless < 1) yield return "=harmless\t" + Hundredths(knobs.Harmless);
        foreach (var (name, feature) in _index.OrderBy(i => i.Key, StringComparer.Ordinal))
        {
            var weights = Enumerable.Range(0, classes.Count).Select(c => (Class: c, Weight: _weights[feature * classes.Count + c])).Where(w => Math.Abs(w.Weight) >= knobs.Light).ToList();
            if (weights.Count > 0) yield return name + "\t" + string.Join(' ', weights.Select(w => $"{w.Class}:{Hundredths(w.Weight)}"));
        }
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < classes.Count; i++)
            if (classes[i] == name) return i;
        throw new ArgumentException($"There is no class {name}.");
    }

    private static int Hundredths(float weight) => (int)MathF.Round(weight * 100);

    private static List<string> Names(string text)
    {
        var tokens = Tokens.Read(text);
        var words = tokens.Select(t => t.Word).ToArray();
        var typed = tokens.Select(t => Features.Typed(text, t)).ToArray();
        List<string> names = [];
        for (var at = 0; at < words.Length; at++)
        {
            Features.OfWord(words[at], f => names.Add(f.ToString()));
            Features.Beside(words, typed, at, f => names.Add(f.ToString()));
        }

        return names;
    }

    private static void Softmax(float[] scores)
    {
        var most = scores.Max();
        var sum = 0f;
        for (var c = 0; c < scores.Length; c++) sum += scores[c] = MathF.Exp(scores[c] - most);
        for (var c = 0; c < scores.Length; c++) scores[c] /= sum;
    }
}
