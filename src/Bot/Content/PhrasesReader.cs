using SupportBot.Dialogs;
using SupportBot.Yaml;

namespace SupportBot.Bot;

/// <summary>Reads <c>languages/&lt;code&gt;.yaml</c>: what the program itself says.</summary>
public static class PhrasesReader
{
    public static (Phrases? Phrases, IReadOnlyList<Fault> Faults) Read(string file, string text)
    {
        var (root, faults) = YamlFile.Read(file, text);
        if (root is null) return (null, faults);
        root.RefuseUnknownKeys("language", "name", "owner", "status", "text");
        var language = root.Text("language");
        root.Text("name");
        root.Text("owner");
        root.Text("status");
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.Map("text") is { } map)
            foreach (var key in map.Keys)
                if (map.Text(key) is { } phrase) phrases[key] = phrase;
        return faults.Any(f => f.IsError) || language is null ? (null, faults) : (new Phrases(language, phrases), faults);
    }
}
