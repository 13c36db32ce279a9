using System.Collections;

namespace SupportBot.Yaml;

/// <summary>The faults of one reading, in the order they were met. One instance is shared by all nodes of a file.</summary>
public sealed class Faults : IReadOnlyList<Fault>
{
    private readonly List<Fault> _all = [];

    public int Count => _all.Count;

    public Fault this[int index] => _all[index];

    /// <summary>True when at least one fault is an error, so the content must not be used.</summary>
    public bool HasErrors => _all.Exists(f => f.IsError);

    public void Add(Fault fault) => _all.Add(fault);

    public void AddRange(IEnumerable<Fault> faults) => _all.AddRange(faults);

    /// <summary>The same faults by file, line and column, without repeats: the order a person works through them.</summary>
    public IReadOnlyList<Fault> InReadingOrder() =>
        [.. _all.Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];

    public IEnumerator<Fault> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
