namespace SupportBot.Bot.Tests;

/// <summary>What a district must bring before the program serves it outside Development: here the demo's people under a directory of its own.</summary>
internal static class RealDistrict
{
    public static readonly string[] Files = ["directory/district.yaml", "directory/schools.yaml", "directory/people.yaml", "directory/roster.yaml"];

    /// <summary>Writes the district's content folder and gives the settings beside it.</summary>
    public static Dictionary<string, string?> In(DirectoryInfo folder)
    {
        var content = folder.CreateSubdirectory("content");
        content.CreateSubdirectory("directory");
        foreach (var file in Files) File.WriteAllLines(Path.Combine(content.FullName, file), File.ReadAllLines(Path.Combine(ContentFolder.BuiltIn, file)).Where(l => !l.StartsWith("demo:", StringComparison.Ordinal)));
        return new Dictionary<string, string?>
        {
            ["Content:Path"] = content.FullName,
            ["Console:Entra:TenantId"] = "7e000000-0000-4000-8000-00000000d157",
            ["Console:Entra:ClientId"] = "3f2a1b0c-0000-4000-8000-0000000c0501",
        };
    }
}
