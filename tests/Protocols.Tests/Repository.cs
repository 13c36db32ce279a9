namespace SupportBot.Protocols.Tests;

internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Text of the files below a folder, by path relative to it with <paramref name="prefix"/> in front.</summary>
    public static Dictionary<string, string> Files(string folder, string prefix)
    {
        var root = Path.Combine(Root, folder);
        return System.IO.Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(f => prefix + Path.GetRelativePath(root, f).Replace('\\', '/'), System.IO.File.ReadAllText);
    }

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (System.IO.File.Exists(Path.Combine(at.FullName, "SupportBot.sln")))
                return at.FullName;
        throw new InvalidOperationException($"No SupportBot.sln above {folder}.");
    }
}
