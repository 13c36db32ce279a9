using SupportBot.Protocols;

namespace SupportBot.Bot;

/// <summary>
/// <c>dotnet run --project src/Bot -- check [content folder] [--write]</c>: everything that can be wrong with content, with file,
/// line and cure. <c>--write</c> first writes what is made from content: flow charts and the lock file.
/// </summary>
public static class CheckCommand
{
    private const string Write = "--write";

    /// <returns>Exit code: 0 where the content may be used, 1 where it may not, 2 where the folder is not there.</returns>
    public static int Run(string[] arguments, TextWriter output)
    {
        var folder = arguments.FirstOrDefault(a => a != Write);
        try
        {
            if (arguments.Contains(Write)) WriteGenerated(folder, output);
            var content = SupportContent.Load(ContentFolder.Read(folder), [], CheckDepth.Whole, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
            foreach (var fault in content.Faults) output.WriteLine(fault.IsError ? fault.ToString() : $"warning: {fault}");
            foreach (var gap in content.Untranslated) output.WriteLine($"not translated: {gap}");
            output.WriteLine(content.Summary);
            output.WriteLine(content.Content is null ? "The content cannot be used." : "The content is sound.");
            return content.Content is null ? 1 : 0;
        }
        catch (DirectoryNotFoundException e)
        {
            output.WriteLine(e.Message);
            return 2;
        }
    }

    // Without a folder of the district's own, the built-in content of the checkout is meant.
    private static void WriteGenerated(string? folder, TextWriter output)
    {
        var into = folder ?? Path.Combine(System.IO.Directory.GetCurrentDirectory(), "src", "Content");
        if (!System.IO.Directory.Exists(into)) throw new DirectoryNotFoundException($"There is no content folder {into}.");
        foreach (var (path, text) in SupportContent.Load(ContentFolder.Read(into), [], CheckDepth.Whole).Generated)
        {
            var file = Path.Combine(into, path.Replace('/', Path.DirectorySeparatorChar));
            if (!System.IO.Directory.Exists(Path.GetDirectoryName(file)) || (File.Exists(file) && File.ReadAllText(file) == text)) continue;
            File.WriteAllText(file, text);
            output.WriteLine($"wrote {path}");
        }
    }
}
