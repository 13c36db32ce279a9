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
        IEnumerable<ContentText> Under(string start) => files.Where(f => f.Key.StartsWith(start, StringComparison.Ordinal)).Select(f => new ContentText(f.Key, f.Value));
        var protocols = files.Where(f => f.Key.StartsWith("protocols/", StringComparison.Ordinal) && f.Key.EndsWith("/1.yaml", StringComparison.Ordinal))
            .Select(f => ProtocolReader.Read(f.Key, f.Value).Protocol!);
        var root = YamlFile.Read("en.yaml", files["languages/en.yaml"]).Root!.Map("text");
        return new DialogContent(
            DistrictReader.Read(files).District!,
            new ProtocolShelf(protocols, []),
            SignalsReader.Read(Under("signals/")).Value!,
            TopicsReader.Read(Under("topics/").Concat(Under("signals/spellings"))).Value!,
            RoutesReader.Read(Under("routes/routes.").Concat(Under("routes/spellings"))).Value!,
            Commands.Read(Under("routes/commands.")).Value!,
            new Phrases("en", root.Keys.ToDictionary(k => k, root.Text)));
    }
}
