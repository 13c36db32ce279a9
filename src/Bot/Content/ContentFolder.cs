namespace SupportBot.Bot;

/// <summary>The built-in content with a district's own folder laid over it, file by file.</summary>
public static class ContentFolder
{
    private static readonly string[] Read_ = [".yaml", ".mmd", ".json", ".tsv"];

    /// <summary>The content that was built with the program.</summary>
    public static string BuiltIn => Path.Combine(AppContext.BaseDirectory, "content");

    /// <returns>Path inside the folder, with forward slashes, to the file's text.</returns>
    /// <exception cref="DirectoryNotFoundException">The district's folder is configured and not there.</exception>
    public static IReadOnlyDictionary<string, string> Read(string? districtFolder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Lay(BuiltIn, files);
        if (!string.IsNullOrWhiteSpace(districtFolder)) Lay(districtFolder, files);
        return files;
    }

    private static void Lay(string folder, SortedDictionary<string, string> files)
    {
        if (!System.IO.Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no content folder {folder}.");
        foreach (var file in System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            if (Read_.Contains(Path.GetExtension(file), StringComparer.Ordinal))
                files[Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')] = File.ReadAllText(file);
    }
}
