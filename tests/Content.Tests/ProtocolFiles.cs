using SupportBot.Yaml;

namespace SupportBot.Content.Tests;

/// <summary>The protocol files of this checkout: <c>bullying-report/1.yaml</c>, without stories and languages.</summary>
internal static class ProtocolFiles
{
    public sealed record ProtocolFile(string Name, string Text)
    {
        /// <summary>The text of a file beside it, such as <c>.stories.yaml</c>; null when there is none.</summary>
        public string? Beside(string ending)
        {
            var path = BuiltIn.Folder("protocols", Name[..^".yaml".Length] + ending);
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
    }

    public static IReadOnlyList<ProtocolFile> All { get; } =
    [
        .. System.IO.Directory.EnumerateFiles(BuiltIn.Folder("protocols"), "*.yaml", SearchOption.AllDirectories)
            .Where(f => int.TryParse(Path.GetFileNameWithoutExtension(f), out _))
            .Select(f => new ProtocolFile(Path.GetRelativePath(BuiltIn.Folder("protocols"), f).Replace('\\', '/'), File.ReadAllText(f)))
            .OrderBy(f => f.Name, StringComparer.Ordinal),
    ];

    public static ProtocolFile Named(string name) => All.Single(f => f.Name == name);

    public static YamlMap Root(string name)
    {
        var file = YamlFile.Read(name, Named(name).Text);
        Assert.Empty(file.Faults);
        return file.Root!;
    }
}
