using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>The files that one use of patterns is made of: spellings and fillers are read first, because a pattern is stored with them undone.</summary>
internal sealed class PatternFiles
{
    private readonly List<YamlFile> _files;

    public PatternFiles(IEnumerable<ContentText> files)
    {
        _files = [.. files.Select(f => YamlFile.Read(f.Name, f.Text))];
        foreach (var file in _files.Where(f => f.Root?.Has("spellings") == true))
            WordsReader.Read(file.Root!, Vocabulary);
    }

    public Vocabulary Vocabulary { get; } = new();

    /// <summary>The others, a language each.</summary>
    public IEnumerable<YamlMap> Languages => _files.Where(f => f.Root?.Has("spellings") == false).Select(f => f.Root!);

    public bool HasErrors => _files.Exists(f => f.Faults.HasErrors);

    /// <summary>Adds the patterns of a list, where there is one, and says of each that is wrong what is.</summary>
    public static void Add<T>(PatternBook<T> book, YamlList? patterns, T value, IReadOnlyDictionary<string, PatternClass> classes)
    {
        foreach (var node in patterns?.TextNodes() ?? [])
            if (book.Add(node.Value, value, classes) is { } fault)
                node.Fault($"\"{node.Value}\" {fault}", "correct the pattern: words, word*, <class>, (one|another), ?maybe, ~ for up to three words between");
    }

    /// <summary>What was made of them, unless a fault is an error.</summary>
    public ContentRead<T> Made<T>(T value)
        where T : class
    {
        var faults = new Faults();
        foreach (var file in _files) faults.AddRange(file.Faults);
        return new(faults.HasErrors ? null : value, faults.InReadingOrder());
    }
}
