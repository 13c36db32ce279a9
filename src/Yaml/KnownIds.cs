namespace SupportBot.Yaml;

/// <summary>The ids of one kind of thing met so far. Tells of doubles and of ids that do not exist.</summary>
/// <param name="kind">In the words of a fault: <c>school</c>.</param>
public sealed class KnownIds(string kind)
{
    private readonly Dictionary<string, YamlNode> _at = [];

    public bool Has(string id) => _at.ContainsKey(id);

    /// <summary>Takes the <c>id</c> of an entry; false, with a fault recorded, where it is missing, no id, or taken.</summary>
    public bool Take(YamlMap entry, out string id)
    {
        id = entry.Id("id");
        if (id.Length == 0) return false;
        if (_at.TryAdd(id, entry)) return true;
        entry["id"]!.Fault($"there are two {Many(kind)} \"{id}\", the other at {_at[id].File}:{_at[id].Line}", "give one of them another id, or remove it");
        return false;
    }

    /// <summary>Takes an id that several entries may share.</summary>
    public void Add(string id, YamlNode at)
    {
        if (id.Length > 0) _at.TryAdd(id, at);
    }

    /// <summary>True where <paramref name="id"/> exists; otherwise records a fault at <paramref name="node"/>.</summary>
    public bool Check(YamlNode node, string id)
    {
        if (id.Length == 0) return false;
        if (Missing(kind, id, _at.Keys) is not { } wrong) return true;
        node.Fault(wrong.What, wrong.Cure);
        return false;
    }

    /// <summary>What is wrong and the cure, with the id probably meant; null where <paramref name="id"/> is one of <paramref name="ids"/>.</summary>
    public static (string What, string Cure)? Missing(string kind, string id, IReadOnlyCollection<string> ids)
    {
        if (ids.Contains(id)) return null;
        var near = Nearest.To(id, ids);
        return ($"there is no {kind} \"{id}\"", near is not null ? $"did you mean {near}?" : $"use one of {Some(kind, ids)}");
    }

    /// <summary>The ids in a list that exist; a fault for each that does not.</summary>
    public IReadOnlyList<string> CheckAll(YamlList? list) =>
        list is null ? [] : [.. list.TextNodes().Where(node => Check(node, node.Value)).Select(node => node.Value)];

    private static string Many(string kind) => kind.EndsWith('s') ? kind : $"{kind}s";

    private static string Some(string kind, IReadOnlyCollection<string> ids) =>
        ids.Count == 0 ? $"the {Many(kind)} of the content (there is none yet)" : string.Join(", ", ids.Take(12)) + (ids.Count > 12 ? " ..." : "");
}
