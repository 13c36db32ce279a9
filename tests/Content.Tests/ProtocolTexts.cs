using SupportBot.Yaml;

namespace SupportBot.Content.Tests;

/// <summary>The protocol files of this checkout: <c>bullying-report/1.yaml</c>, without stories and languages.</summary>
internal static class ProtocolTexts
{
    public sealed record ProtocolText(string Name, string Text);

    public static IReadOnlyList<ProtocolText> All { get; } =
    [
        .. System.IO.Directory.EnumerateFiles(BuiltIn.Folder("protocols"), "*.yaml", SearchOption.AllDirectories)
            .Where(f => int.TryParse(Path.GetFileNameWithoutExtension(f), out _))
            .Select(f => new ProtocolText(Path.GetRelativePath(BuiltIn.Folder("protocols"), f).Replace('\\', '/'), File.ReadAllText(f)))
            .OrderBy(f => f.Name, StringComparer.Ordinal),
    ];

    public static ProtocolText Named(string name) => All.Single(f => f.Name == name);

    public static YamlMap Root(string name)
    {
        var file = YamlFile.Read(name, Named(name).Text);
        Assert.Empty(file.Faults);
        return file.Root!;
    }
}
