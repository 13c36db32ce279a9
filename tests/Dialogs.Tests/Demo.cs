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

    private static Phrases Spoken(string file, string text)
    {
        var root = YamlFile.Read(file, text).Root!;
        return new Phrases(root.Text("language"), root.Map("text").Keys.ToDictionary(k => k, root.Map("text").Text)) { Name = root.Text("name"), IsReviewed = root.Flag("reviewed", otherwise: true), HasStaffWords = root.Flag("staff", otherwise: root.Text("language") == Phrasebook.Base) };
    }

    private static DialogContent Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "content");
        var files = System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText);
        var protocols = files.Where(f => f.Key.StartsWith("protocols/", StringComparison.Ordinal) && f.Key.EndsWith(".yaml", StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(f.Key).All(char.IsAsciiDigit))
            .Select(f => ProtocolReader.Read(f.Key, f.Value).Protocol!).ToList();
        var translations = protocols.SelectMany(p => files.Where(f => f.Key.StartsWith($"protocols/{p.Id}/{p.Version}.", StringComparison.Ordinal) && f.Key.Split('.') is [_, { Length: 2 }, "yaml"])
            .Select(f => LanguageReader.Read(f.Key, f.Value, p).Language!));
        return new DialogContent(
            DistrictReader.Read(files).District!,
            new ProtocolShelf(protocols, [], translations),
            ComprehensionReader.Read(files).Value!,
            new Phrasebook(files.Where(f => f.Key.StartsWith("languages/", StringComparison.Ordinal)).Select(f => Spoken(f.Key, f.Value))));
    }
}
