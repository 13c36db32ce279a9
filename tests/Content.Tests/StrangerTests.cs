namespace SupportBot.Content.Tests;

/// <summary>
/// What understanding reaches on sentences of people who have seen nothing of it (Strangers/README.md). Nothing was learnt from them. A language has too few of them for an aim of its own: all six
/// are held to the aims together, and each to a floor.
/// </summary>
public class StrangerTests(ITestOutputHelper output)
{
    private static readonly string[] Spoken = ["en", "es", "vi", "zh", "ru", "so"];

    private static readonly Dictionary<string, SentenceFigures> Of = Spoken.ToDictionary(l => l, l => new SentenceFigures(Read(l)), StringComparer.Ordinal);

    [Fact]
    public void Danger_said_outright_is_heard() => Reaches(0.97, 0.93, f => f.Danger);

    [Fact]
    public void What_may_mean_danger_is_heard() => Reaches(0.85, 0.70, f => f.Concern);

    [Fact]
    public void What_is_harmless_is_left_alone() => Reaches(0.95, 0.88, f => f.LookAlikes);

    [Fact]
    public void The_first_topic_is_right() => Reaches(0.85, 0.80, f => f.FirstTopic);

    [Fact]
    public void The_topic_is_among_the_three() => Reaches(0.95, 0.90, f => f.AnyTopic);

    [Fact]
    public void What_is_out_of_scope_is_recognised() => Reaches(0.85, 0.75, f => f.OutOfScope);

    [Fact]
    public void What_is_wanted_is_recognised() => Reaches(0.90, 0.84, f => f.Intent);

    private void Reaches(double aim, double floor, Func<SentenceFigures, Figure> which)
    {
        foreach (var (language, figures) in Of) output.WriteLine($"{language} {which(figures)}");
        var all = Of.Values.Select(which).ToList();
        var together = new Figure(all.Sum(f => f.Asked), [.. all.SelectMany(f => f.Wrong)]);
        foreach (var wrong in together.Wrong) output.WriteLine(wrong);
        Assert.True(together.Asked > 0 && together.Share >= aim, $"{together}, the aim is {100 * aim} %");
        Assert.All(Of, f => Assert.True(which(f.Value).Share >= floor, $"{f.Key}: {which(f.Value)}, no language stays below {100 * floor} %"));
    }

    private static IEnumerable<Sentence> Read(string language) =>
        Rows($"danger.{language}.tsv").Select(r => new Sentence(r[0], r[1], GradeOf(r[0]), "", [], "", GradeOf(r[0]) == "none" ? "look-alike" : "crisis", ""))
            .Concat(Rows($"asked.{language}.tsv").Select(r => new Sentence(r[0], r[2], "none", "", r[1] == "-" ? [] : r[1].Split(','), r[0], SetOf(r[0]), "")));

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(BuiltIn.Root, "tests", "Content.Tests", "Strangers", file)).Where(l => l.Length > 0).Select(l => l.Split('\t'));

    private static string GradeOf(string name) => name switch
    {
        "medical" => "imminent",
        "look-alike" or "everyday" => "none",
        _ => name.Split('-')[1],
    };

    private static string SetOf(string intent) => intent switch
    {
        "find-resources" => "lookup",
        "none" => "out-of-scope",
        _ => "routing",
    };
}
