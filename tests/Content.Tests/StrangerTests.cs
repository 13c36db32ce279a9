namespace SupportBot.Content.Tests;

/// <summary>
/// What understanding reaches on sentences of people who have seen nothing of it (Strangers/README.md). Nothing was learnt from them. A language has too few of them for a figure of its own: all six
/// together are held to one, and each to a floor. The third set is held to the aims. The fourth was asked to be hard, is newer than every choice but two, and is held to what is reached: <c>bench/UNDERSTANDING.md</c> says what is missing.
/// </summary>
public class StrangerTests(ITestOutputHelper output)
{
    private static readonly string[] Spoken = ["en", "es", "vi", "zh", "ru", "so"];

    private static readonly Dictionary<(string Set, string Language), SentenceFigures> Of =
        (from set in new[] { "Third", "Fourth" } from language in Spoken select (set, language)).ToDictionary(s => s, s => new SentenceFigures(Read(s.set, s.language)));

    [Theory]
    [InlineData("Third", 0.97, 0.93)]
    [InlineData("Fourth", 0.94, 0.90)]
    public void Danger_said_outright_is_heard(string set, double aim, double floor) => Reaches(set, aim, floor, f => f.Danger);

    [Theory]
    [InlineData("Third", 0.85, 0.70)]
    [InlineData("Fourth", 0.83, 0.70)]
    public void What_may_mean_danger_is_heard(string set, double aim, double floor) => Reaches(set, aim, floor, f => f.Concern);

    [Theory]
    [InlineData("Third", 0.95, 0.88)]
    [InlineData("Fourth", 0.92, 0.86)]
    public void What_is_harmless_is_left_alone(string set, double aim, double floor) => Reaches(set, aim, floor, f => f.LookAlikes);

    [Theory]
    [InlineData("Third", 0.85, 0.80)]
    [InlineData("Fourth", 0.80, 0.65)]
    public void The_first_topic_is_right(string set, double aim, double floor) => Reaches(set, aim, floor, f => f.FirstTopic);

    [Theory]
    [InlineData("Third", 0.95, 0.90)]
    [InlineData("Fourth", 0.93, 0.85)]
    public void The_topic_is_among_the_three(string set, double aim, double floor) => Reaches(set, aim, floor, f => f.AnyTopic);

    [Theory]
    [InlineData("Third", 0.85, 0.75)]
    [InlineData("Fourth", 0.85, 0.75)]
    public void What_is_out_of_scope_is_recognised(string set, double aim, double floor) => Reaches(set, aim, floor, f => f.OutOfScope);

    [Theory]
    [InlineData("Third", 0.90, 0.84)]
    [InlineData("Fourth", 0.86, 0.80)]
    public void What_is_wanted_is_recognised(string set, double aim, double floor) => Reaches(set, aim, floor, f => f.Intent);

    private void Reaches(string set, double aim, double floor, Func<SentenceFigures, Figure> which)
    {
        var figures = Of.Where(f => f.Key.Set == set).ToDictionary(f => f.Key.Language, f => which(f.Value));
        foreach (var (language, figure) in figures) output.WriteLine($"{language} {figure}");
        var together = new Figure(figures.Values.Sum(f => f.Asked), [.. figures.Values.SelectMany(f => f.Wrong)]);
        foreach (var wrong in together.Wrong) output.WriteLine(wrong);
        Assert.True(together.Asked > 0 && together.Share >= aim, $"{together}, the aim is {100 * aim} %");
        Assert.All(figures, f => Assert.True(f.Value.Share >= floor, $"{f.Key}: {f.Value}, no language stays below {100 * floor} %"));
    }

    private static IEnumerable<Sentence> Read(string set, string language) =>
        Rows(set, $"danger.{language}.tsv").Select(r => new Sentence(r[0], r[1], GradeOf(r[0]), "", [], "", GradeOf(r[0]) == "none" ? "look-alike" : "crisis", ""))
            .Concat(Rows(set, $"asked.{language}.tsv").Select(r => new Sentence(r[0], r[2], "none", "", r[1] == "-" ? [] : r[1].Split(','), r[0], SetOf(r[0]), "")));

    private static IEnumerable<string[]> Rows(string set, string file) =>
        File.ReadLines(Path.Combine(BuiltIn.Root, "tests", "Content.Tests", "Strangers", set, file)).Where(l => l.Length > 0).Select(l => l.Split('\t'));

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
