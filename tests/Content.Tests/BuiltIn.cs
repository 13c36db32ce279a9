using SupportBot.Understanding;

namespace SupportBot.Content.Tests;

/// <summary>The content of this checkout, read from its files.</summary>
internal static class BuiltIn
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Folder(params string[] parts) => Path.Combine([Root, "src", "Content", .. parts]);

    public static IEnumerable<ContentText> Texts(string folder, string pattern) =>
        System.IO.Directory.EnumerateFiles(Folder(folder), pattern).Order(StringComparer.Ordinal)
            .Select(f => new ContentText($"{folder}/{Path.GetFileName(f)}", File.ReadAllText(f)));

    public static CrisisSignals Signals { get; } = Sound(SignalsReader.Read(Texts("signals", "*.yaml"), withExamples: true));

    public static Router Router { get; } = Sound(RoutesReader.Read(Texts("routes", "routes.*.yaml").Concat(Texts("routes", "spellings*.yaml"))));

    public static Commands Commands { get; } = Sound(Understanding.Commands.Read(Texts("routes", "commands.*.yaml")));

    public static TopicGuide Topics { get; } = Sound(TopicsReader.Read(Texts("topics", "*.yaml").Concat(Texts("signals", "spellings*.yaml"))));

    public static Comprehension Comprehension { get; } = new(Signals, Topics, Router, Commands);

    private static T Sound<T>(ContentRead<T> read)
        where T : class
    {
        Assert.Empty(read.Faults);
        return read.Value!;
    }

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "SupportBot.sln")))
                return at.FullName;
        throw new InvalidOperationException($"No SupportBot.sln above {folder}.");
    }
}
