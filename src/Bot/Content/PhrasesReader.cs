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
        var map = root.Map("text");
        foreach (var key in map.Keys) phrases[key] = map.Text(key);
        return faults.HasErrors ? (null, faults) : (new Phrases(language, phrases), faults);
    }
}
