namespace SupportBot.Content.Tests;

/// <summary>What understanding reaches on sentences that nothing was tuned on: the half "hold" of each language's development set.</summary>
public class SentenceTests(ITestOutputHelper output)
{
    private const string Hold = "hold";

    private static readonly string[] Spoken = ["en", "es", "vi", "zh", "ru", "so"];

    public static TheoryData<string> Languages => [.. Spoken];

    [Theory, MemberData(nameof(Languages))]
    public void Danger_said_outright_is_heard(string language) => Reaches(0.97, new SentenceFigures(language, Hold).Danger);

    [Theory, MemberData(nameof(Languages))]
    public void What_may_mean_danger_is_heard(string language) => Reaches(0.85, new SentenceFigures(language, Hold).Concern);

    [Theory, MemberData(nameof(Languages))]
    public void Look_alikes_are_left_alone(string language) => Reaches(0.95, new SentenceFigures(language, Hold).LookAlikes);

    [Theory, MemberData(nameof(Languages))]
    public void The_first_topic_is_right(string language) => Reaches(0.85, new SentenceFigures(language, Hold).FirstTopic);

    [Theory, MemberData(nameof(Languages))]
    public void The_topic_is_among_the_three(string language) => Reaches(0.95, new SentenceFigures(language, Hold).AnyTopic);

    [Theory, MemberData(nameof(Languages))]
    public void What_is_out_of_scope_is_recognised(string language) => Reaches(0.85, new SentenceFigures(language, Hold).OutOfScope);

    [Theory, MemberData(nameof(Languages))]
    public void What_is_wanted_is_recognised(string language) => Reaches(0.90, new SentenceFigures(language, Hold).Intent);

    [Fact]
    public void The_set_is_as_large_as_its_readme_says()
    {
        var all = Spoken.SelectMany(SentenceFigures.Read).ToList();
        Assert.True(all.Count(s => s.Set == "crisis") >= 600);
        Assert.True(all.Count(s => s.Set == "look-alike") >= 600);
        Assert.True(all.Count(s => s.Set is "lookup" or "out-of-scope") >= 400);
        Assert.True(all.Count(s => s.Set == "routing") >= 300);
        Assert.Equal(all.Count, all.DistinctBy(s => s.Text).Count());
    }

    private void Reaches(double aim, Figure figure)
    {
        output.WriteLine(figure.ToString());
        foreach (var wrong in figure.Wrong) output.WriteLine(wrong);
        Assert.True(figure.Asked > 0 && figure.Share >= aim, $"{figure}, the aim is {100 * aim} %");
    }
}
