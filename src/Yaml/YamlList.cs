using System.Collections;

namespace SupportBot.Yaml;

/// <summary>A list of values, in order.</summary>
public sealed class YamlList : YamlNode, IReadOnlyList<YamlNode>
{
    private readonly List<YamlNode> _items = [];

    internal YamlList(string file, int line, int column, Faults faults)
        : base(file, line, column, faults) { }

    public int Count => _items.Count;

    public YamlNode this[int index] => _items[index];

    public override string Kind => "a list";

    /// <summary>The entries that are maps; any other entry is a fault.</summary>
    public IReadOnlyList<YamlMap> Maps() => Of<YamlMap>("a map of keys and values");

    /// <summary>The entries that are texts; any other entry is a fault.</summary>
    public IReadOnlyList<string> Texts() => [.. TextNodes().Select(t => t.Value)];

    /// <summary>The entries that are texts, with their places; any other entry is a fault.</summary>
    public IReadOnlyList<YamlScalar> TextNodes()
    {
        var texts = new List<YamlScalar>();
        foreach (var scalar in Of<YamlScalar>("a text"))
            if (TypedScalar.IsText(scalar, "this entry"))
                texts.Add(scalar);
        return texts;
    }

    /// <summary>The entries as ids (lower-case words joined by hyphens); any other entry is a fault.</summary>
    public IReadOnlyList<string> Ids() => [.. TextNodes().Where(t => TypedScalar.IsId(t, "this entry")).Select(t => t.Value)];

    /// <summary>The entries as lists; any other entry is a fault.</summary>
    public IReadOnlyList<YamlList> Lists() => Of<YamlList>("a list");

    public IEnumerator<YamlNode> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(YamlNode node)
    {
        node.StandsIn(this);
        _items.Add(node);
    }

    private List<T> Of<T>(string wanted) where T : YamlNode
    {
        var fitting = new List<T>();
        foreach (var item in _items)
        {
            if (item is T t)
                fitting.Add(t);
            else
                item.Fault($"this entry is {item.Kind}", $"write {wanted} here");
        }
        return fitting;
    }
}
