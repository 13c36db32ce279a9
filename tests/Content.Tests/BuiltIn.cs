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

    public static Comprehension Comprehension { get; } = Sound(ComprehensionReader.Read(
        new[] { "signals", "topics", "routes" }.SelectMany(f => Texts(f, "*.*")).ToDictionary(t => t.Name, t => t.Text), withExamples: true));

    public static CrisisSignals Signals => Comprehension.Signals;

    public static Router Router => Comprehension.Router;

    public static Commands Commands => Comprehension.Commands;

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
