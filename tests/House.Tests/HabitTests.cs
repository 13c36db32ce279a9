using System.Text.RegularExpressions;

namespace SupportBot.House.Tests;

public partial class HabitTests
{
    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file);

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var long_ = Repository.Sources("src")
            .Where(f => !Relative(f).Contains("Migrations"))
            .Select(f => (File: Relative(f), Lines: System.IO.File.ReadLines(f).Count()))
            .Where(f => f.Lines > 300);
        Assert.Empty(long_);
    }

    [Fact]
    public void No_type_is_named_for_nothing()
    {
        var vague = Repository.Sources("src")
            .Where(f => !Relative(f).StartsWith(Path.Combine("src", "BotFramework"), StringComparison.Ordinal) && !Relative(f).StartsWith(Path.Combine("src", "AdaptiveCards"), StringComparison.Ordinal))
            .SelectMany(f => VagueName().Matches(System.IO.File.ReadAllText(f)).Select(m => $"{Relative(f)}: {m.Value}"));
        Assert.Empty(vague);
    }

    [Fact]
    public void The_tree_names_no_path_of_a_machine_and_no_registry_host()
    {
        var offenders = System.IO.Directory.EnumerateFiles(Repository.Root, "packages.lock.json", SearchOption.AllDirectories)
            .Concat(System.IO.Directory.EnumerateFiles(Repository.Root, "package-lock.json", SearchOption.AllDirectories))
            .Where(f => !f.Contains("node_modules") && HostInLock().IsMatch(System.IO.File.ReadAllText(f)))
            .Select(Relative);
        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"\b(?:class|record|struct|interface)\s+\w*(?:Manager|Helper|Helpers|Util|Utils|Service|Info)\b")]
    private static partial Regex VagueName();

    [GeneratedRegex("\"resolved\"\\s*:\\s*\"https?://")]
    private static partial Regex HostInLock();
}
