using System.Text.RegularExpressions;

namespace SupportBot.Dialogs.Tests;

/// <summary>Every sentence the program says is in the file, and every sentence of the file is said.</summary>
public sealed partial class PhrasesTests
{
    [Fact]
    public void Every_phrase_the_code_says_is_in_the_file()
    {
        var missing = Said().Except(Demo.Content.Phrases.Keys);
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_phrase_of_the_file_is_said()
    {
        var unsaid = Demo.Content.Phrases.Keys.Except(Said());
        Assert.Empty(unsaid);
    }

    [Fact]
    public void A_missing_phrase_is_shown_by_its_key_and_throws_nothing()
    {
        Assert.Equal("[no.such]", Demo.Content.Phrases["no.such"]);
        Assert.Equal("Hello Sam", new Phrases("en", new Dictionary<string, string> { ["a"] = "Hello {name}" }).Say("a", ("name", "Sam")));
    }

    [Fact]
    public void No_phrase_has_a_hole_that_the_head_of_the_file_does_not_name()
    {
        string[] known = ["{district}", "{numbers}", "{schools}", "{code}", "{status}", "{school}", "{when}", "{count}", "{name}", "{role}", "{link}", "{number}", "{word}", "{day}", "{from}", "{to}", "{nth}", "{total}", "{other}"];
        var holes = Demo.Content.Phrases.Keys.SelectMany(k => Hole().Matches(Demo.Content.Phrases[k])).Select(m => m.Value).Distinct();
        Assert.Empty(holes.Except(known));
    }

    private static HashSet<string> Said()
    {
        var families = Demo.Content.Phrases.Keys.Select(k => k.Split('.')[0]).ToHashSet();
        // Cards, notices and the page of the anonymous chat say some of them themselves. The verbs of a card's buttons only look like keys.
        string[] folders = [.. new[] { "Bot", "Cards", "Console", "Dialogs", "Graph" }.Select(room => Path.Combine(Root(), "src", room))];
        return [.. folders.SelectMany(folder => System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".html" && Path.GetFileName(f) != "CardVerbs.cs" && !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(f => Key().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value)
            .Where(k => !k.EndsWith(".html", StringComparison.Ordinal) && families.Contains(k.Split('.')[0]))];
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "SupportBot.sln")))
                return at.FullName;
        throw new InvalidOperationException("No SupportBot.sln above the tests.");
    }

    [GeneratedRegex("(?:\"|\\{\\{)([a-z]+\\.[a-z-]+)(?:\"|\\}\\})")]
    private static partial Regex Key();

    [GeneratedRegex("\\{[a-z]+\\}")]
    private static partial Regex Hole();
}
