namespace SupportBot.EndToEnd;

/// <summary>A mistake in a content file: found before anybody is served, and said so that it can be put right.</summary>
public sealed class ContentFaultTests : IDisposable
{
    private const string File_ = "directory/roster.yaml", Right = "maya-okafor", Wrong = "maya-okafr";

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("supportbot-content-").FullName;

    [Fact]
    public async Task A_process_with_faulty_content_ends_without_listening_and_says_file_line_and_cure()
    {
        var line = Plant();
        var data = Path.Combine(_folder, "data");
        var (code, output) = await BotRun.ToItsEndAsync(
            new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Content__Path"] = Content,
                ["Storage__ConnectionString"] = $"Data Source={Path.Combine(data, "db", "supportbot.db")}",
                ["Storage__Keys"] = Path.Combine(data, "keys"),
                ["HOME"] = data,
            },
            "--urls",
            "http://127.0.0.1:0");

        Assert.NotEqual(0, code);
        SaysFileLineAndCure(output, line);
        Assert.DoesNotContain("Now listening", output);
        Assert.DoesNotContain("Web chat:", output);
    }

    [Fact]
    public async Task The_check_command_refuses_faulty_content_with_file_line_and_cure()
    {
        var line = Plant();

        var (code, output) = await BotRun.ToItsEndAsync(new Dictionary<string, string>(), "check", Content);

        Assert.Equal(1, code);
        SaysFileLineAndCure(output, line);
        Assert.Contains("The content cannot be used.", output);
    }

    [Fact]
    public async Task The_check_command_finds_the_built_in_content_sound()
    {
        var (code, output) = await BotRun.ToItsEndAsync(new Dictionary<string, string>(), "check");

        Assert.True(code == 0, output);
        Assert.Contains("The content is sound.", output);
    }

    [Fact]
    public async Task The_check_command_tells_a_folder_that_is_not_there_from_a_faulty_one()
    {
        var (code, output) = await BotRun.ToItsEndAsync(new Dictionary<string, string>(), "check", Content);

        Assert.Equal(2, code);
        Assert.Contains(Content, output);
    }

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    private string Content => Path.Combine(_folder, "content");

    private static void SaysFileLineAndCure(string output, int line)
    {
        var said = Assert.Single(output.Split('\n'), l => l.Contains(Wrong, StringComparison.Ordinal));
        Assert.Contains($"{File_}:{line}:", said);
        Assert.Contains(Right, said);
    }

    /// <returns>The line of the one fault in the copy.</returns>
    private int Plant()
    {
        var sound = Path.Combine(Repository.Root, "src", "Content");
        foreach (var file in System.IO.Directory.EnumerateFiles(sound, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(sound, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj") continue;
            var copy = Path.Combine(Content, relative);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var faulty = Path.Combine(Content, File_);
        var lines = File.ReadAllLines(faulty);
        var at = Array.FindIndex(lines, l => l.Contains(Right, StringComparison.Ordinal));
        lines[at] = lines[at].Replace(Right, Wrong, StringComparison.Ordinal);
        File.WriteAllLines(faulty, lines);
        return at + 1;
    }
}
