namespace SupportBot.EndToEnd;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "SupportBot.sln")))
                return at.FullName;
        throw new InvalidOperationException($"No SupportBot.sln above {folder}.");
    }
}
