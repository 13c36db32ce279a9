using SupportBot.Protocols;

namespace SupportBot.Bot;

/// <summary><c>dotnet run --project src/Bot -- check [content folder]</c>: everything that can be wrong with content, with file, line and cure.</summary>
public static class CheckCommand
{
    /// <returns>Exit code: 0 where the content may be used, 1 where it may not, 2 where the folder is not there.</returns>
    public static int Run(string[] arguments, TextWriter output)
    {
        try
        {
            var content = SupportContent.Load(ContentFolder.Read(arguments.FirstOrDefault()), [], CheckDepth.Whole);
            foreach (var fault in content.Faults) output.WriteLine(fault.IsError ? fault.ToString() : $"warning: {fault}");
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
}
