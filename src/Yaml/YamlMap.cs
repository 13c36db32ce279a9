namespace SupportBot.Yaml;

/// <summary>
/// Keys and values. The typed readers (<c>Text</c>, <c>Number</c> …) never throw: what is wrong is recorded as a
/// <see cref="Yaml.Fault"/> at its line, and a harmless value is returned, so that one reading finds every fault of a file.
/// A result must not be used while the file's <see cref="Faults.HasErrors"/> is true.
/// </summary>
public sealed partial class YamlMap : YamlNode
{
    private readonly List<KeyValuePair<YamlScalar, YamlNode>> _entries = [];
    private readonly Dictionary<string, YamlNode> _byKey = new(StringComparer.Ordinal);

    internal YamlMap(string file, int line, int column, Faults faults)
        : base(file, line, column, faults) { }

    /// <summary>The value of a key, or null.</summary>
    public YamlNode? this[string key] => _byKey.GetValueOrDefault(key);

    /// <summary>Keys with their places, and values, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries => _entries;

    /// <summary>The keys in the order of the file.</summary>
    public IEnumerable<string> Keys => _entries.Select(e => e.Key.Value);

    /// <summary>True when the order of the keys means something (choices, fields): canonical JSON then keeps it.</summary>
    public bool KeepsOrder { get; private set; }

    public override string Kind => "a map of keys and values";

    public bool Has(string key) => _byKey.ContainsKey(key);

    /// <summary>The key's own place, for a fault about the key and not its value; this map when the key is missing.</summary>
    public YamlNode KeyNode(string key) => _entries.Find(e => e.Key.Value == key).Key ?? (YamlNode)this;

    /// <summary>Says that the order of the keys means something. Call it before the canonical JSON is written.</summary>
    public YamlMap InOrder()
    {
        KeepsOrder = true;
        return this;
    }

    /// <summary>Records a fault for each key that is not among <paramref name="known"/>, with the key probably meant.</summary>
    public void RefuseUnknownKeys(params ReadOnlySpan<string> known)
    {
        string[] keys = [.. known];
        foreach (var (key, _) in _entries)
        {
            if (keys.Contains(key.Value))
                continue;
            var near = Nearest.To(key.Value, keys.Where(k => !Has(k)));
            key.Fault($"\"{key.Value}\" is not known here", near is null ? $"use one of {string.Join(", ", keys)}" : $"did you mean {near}?");
        }
    }

    /// <summary>Records a fault for each key that is not an id; for maps whose keys are ids, such as choices.</summary>
    public void RefuseKeysThatAreNoIds(string name)
    {
        foreach (var (key, _) in _entries)
            TypedScalar.IsId(key, name);
    }

    /// <summary>The same map without some keys; for what a canonical text leaves out and for upgrading old formats.</summary>
    public YamlMap Without(params ReadOnlySpan<string> keys)
    {
        string[] gone = [.. keys];
        return Rebuilt(_entries.Where(e => !gone.Contains(e.Key.Value)));
    }

    /// <summary>The same map with one key called differently; for upgrading old formats.</summary>
    public YamlMap Renamed(string from, string to) =>
        Rebuilt(_entries.Select(e => e.Key.Value == from ? new(new YamlScalar(e.Key.File, e.Key.Line, e.Key.Column, Shared, to, e.Key.IsQuoted), e.Value) : e));

    private YamlMap Rebuilt(IEnumerable<KeyValuePair<YamlScalar, YamlNode>> entries)
    {
        var map = new YamlMap(File, Line, Column, Shared) { KeepsOrder = KeepsOrder };
        foreach (var (key, value) in entries)
            map.Add(key, value);
        return map;
    }

    internal void Add(YamlScalar key, YamlNode value)
    {
        key.StandsIn(this);
        value.StandsIn(this);
        if (_byKey.TryAdd(key.Value, value))
            _entries.Add(new(key, value));
        else
            key.Fault($"\"{key.Value}\" stands here twice", "remove one of the two");
    }
}
