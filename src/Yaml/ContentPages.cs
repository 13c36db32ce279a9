namespace SupportBot.Yaml;

/// <summary>The content files of one reader as maps, and all their faults.</summary>
public sealed class ContentPages(IReadOnlyDictionary<string, string> files)
{
    private readonly Faults _own = [];
    private readonly List<Faults> _read = [];

    /// <summary>The file at <paramref name="path"/>; null, with a fault, where it is missing or unreadable.</summary>
    public YamlMap? One(string path)
    {
        if (files.TryGetValue(path, out var text)) return Read(path, text);
        _own.Add(new Fault(path, 0, 0, "", "the file is missing", "add it; the built-in content shows its shape"));
        return null;
    }

    /// <summary>The file at <paramref name="path"/> where there is one; without a fault where there is none.</summary>
    public YamlMap? Optional(string path) => files.TryGetValue(path, out var text) ? Read(path, text) : null;

    /// <summary>Every .yaml file under a folder, by name; a fault where there is none.</summary>
    public IReadOnlyList<YamlMap> Under(string folder)
    {
        var paths = files.Keys.Where(f => f.StartsWith(folder, StringComparison.Ordinal) && f.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (paths.Count == 0) _own.Add(new Fault(folder, 0, 0, "", "the folder holds no .yaml file", "add one; the built-in content shows its shape"));
        return [.. paths.Select(p => Read(p, files[p])).OfType<YamlMap>()];
    }

    public Faults AllFaults()
    {
        var all = new Faults();
        all.AddRange(_own);
        foreach (var faults in _read) all.AddRange(faults);
        return all;
    }

    private YamlMap? Read(string path, string text)
    {
        var file = YamlFile.Read(path, text);
        _read.Add(file.Faults);
        if (file.Root is { } root && root.Number("format") is not 1 && root.Has("format"))
            root["format"]!.Fault("this format is not known", "write format: 1");
        return file.Root;
    }
}
