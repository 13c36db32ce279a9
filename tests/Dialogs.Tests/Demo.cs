using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Understanding;
using SupportBot.Yaml;

namespace SupportBot.Dialogs.Tests;

/// <summary>The built-in content, as it ships.</summary>
internal static class Demo
{
    private static readonly Lazy<DialogContent> Loaded = new(Load);

    public static DialogContent Content => Loaded.Value;

    private static DialogContent Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "content");
        var files = System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText);
        var protocols = files.Where(f => f.Key.StartsWith("protocols/", StringComparison.Ordinal) && f.Key.EndsWith(".yaml", StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(f.Key).All(char.IsAsciiDigit))
            .Select(f => ProtocolReader.Read(f.Key, f.Value).Protocol!);
        var root = YamlFile.Read("en.yaml", files["languages/en.yaml"]).Root!.Map("text");
        return new DialogContent(
            DistrictReader.Read(files).District!,
            new ProtocolShelf(protocols, []),
            ComprehensionReader.Read(files).Value!,
            new Phrases("en", root.Keys.ToDictionary(k => k, root.Text)));
    }
}
