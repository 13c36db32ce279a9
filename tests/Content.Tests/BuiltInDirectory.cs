using SupportBot.Directory;

namespace SupportBot.Content.Tests;

/// <summary>The built-in content as it lies beside this test's program.</summary>
internal static class BuiltInDirectory
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "content");

    public static IReadOnlyDictionary<string, string> Files { get; } =
        System.IO.Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText);

    public static DistrictReading Reading { get; } = DistrictReader.Read(Files);

    public static District District => Reading.District ?? throw new InvalidOperationException(string.Join('\n', Reading.Faults));
}
