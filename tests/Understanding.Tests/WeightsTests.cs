namespace SupportBot.Understanding.Tests;

/// <summary>What words weigh together, on weights of its own.</summary>
public class WeightsTests
{
    private const string Head = "// made by hand\n=classes\tnone self-high third-high others-high abuse-high medical\n=bias\t300 0 0 0 0 0\n=heard\t60\n=harmless\t95\n";

    private const string Phrases = """
        format: 2
        language: en
        owner: safeguarding-lead
        source: "made up"
        status: "district default"
        groups:
          - { id: gone, grade: high, kind: self, reason: "made up", patterns: ["be gone"], examples: [], look-alikes: [] }
          - { id: stated, grade: high, kind: self, outright: true, reason: "made up", patterns: ["end it all"], examples: [], look-alikes: [] }

        """;

    [Fact]
    public void Words_of_which_each_says_little_are_heard_together_and_told()
    {
        var signals = Signals("empty\t1:9000", "alone\t1:9000", "forever\t1:500");
        Assert.Equal(CrisisGrade.None, signals.Read("forever").Grade);
        var read = signals.Read("everything is empty so alone forever");
        Assert.Equal((CrisisGrade.High, CrisisKind.Self), (read.Grade, read.Kind));
        Assert.Equal("weights:self-high", read.Why[0].Group);
        Assert.Contains("alone", read.Why[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_phrase_that_is_said_of_something_surely_harmless_is_not_heard()
    {
        var signals = Signals("bread\t0:30000");
        Assert.Equal(CrisisGrade.High, signals.Read("i will be gone").Grade);
        Assert.Equal(CrisisGrade.None, signals.Read("the bread will be gone").Grade);
    }

    [Fact]
    public void What_is_said_outright_is_heard_among_any_words() =>
        Assert.Equal(CrisisGrade.High, Signals("bread\t0:30000").Read("the bread was fine and i will end it all").Grade);

    [Fact]
    public void Harmless_words_far_from_a_phrase_do_not_quiet_it() =>
        Assert.Equal(CrisisGrade.High, Signals("bread\t0:30000").Read("the bread was fine. " + string.Join(' ', Enumerable.Repeat("well", 20)) + " i will be gone").Grade);

    [Fact]
    public void It_is_heard_in_the_middle_of_a_long_message()
    {
        var around = string.Join(' ', Enumerable.Repeat("we had a day at school", 40));
        Assert.Equal(CrisisGrade.High, Signals("empty\t1:6000", "alone\t1:6000").Read($"{around} empty alone {around}").Grade);
    }

    [Theory]
    [InlineData("con bỏ hết rồi nha", CrisisGrade.High)]
    [InlineData("con bo\u0309 hết rồi nha", CrisisGrade.High)]
    [InlineData("con bó hết rồi nha", CrisisGrade.None)]
    [InlineData("con bo het roi nha", CrisisGrade.None)]
    public void An_accent_that_makes_another_word_weighs_by_itself(string text, CrisisGrade grade) => Assert.Equal(grade, Signals("= bỏ\t1:30000").Read(text).Grade);

    [Fact]
    public void Without_a_file_phrases_alone_are_heard()
    {
        var signals = SignalsReader.Read([new("signals/x.yaml", Phrases)]).Value!;
        Assert.Equal(CrisisGrade.High, signals.Read("the bread will be gone").Grade);
        Assert.Equal(CrisisGrade.None, signals.Read("empty and alone today").Grade);
    }

    [Theory]
    [InlineData("word")]
    [InlineData("word\t1")]
    [InlineData("word\t9:100")]
    [InlineData("word\t1:heavy")]
    [InlineData("word\t1:99999")]
    public void A_line_that_is_none_is_refused_with_its_place(string line)
    {
        var read = SignalsReader.Read([new("signals/x.yaml", Phrases), new("signals/weights.tsv", Head + line)]);
        Assert.Null(read.Value);
        Assert.Contains($"signals/weights.tsv:6: \"{line}\" is no line of weights", Assert.Single(read.Faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_stands_twice_is_refused() =>
        Assert.Contains("weights.tsv:7", Assert.Single(SignalsReader.Read([new("signals/x.yaml", Phrases), new("signals/weights.tsv", Head + "word\t1:100\nword\t1:200")]).Faults).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Weights_without_a_class_that_is_needed_are_refused() =>
        Assert.Contains("the classes self-high are missing", Assert.Single(SignalsReader.Read([new("signals/x.yaml", Phrases), new("signals/weights.tsv", Head.Replace("self-high", "sad", StringComparison.Ordinal))]).Faults).ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_same_text_is_always_read_alike()
    {
        var (one, other) = (Signals("empty\t1:9000", "alone\t1:9000"), Signals("empty\t1:9000", "alone\t1:9000"));
        var first = one.Read("empty and alone today");
        Assert.NotEmpty(first.Why);
        Assert.Equal(first.Why, other.Read("empty and alone today").Why);
        Assert.Equal(first.Why, one.Read("empty and alone today").Why);
    }

    private static CrisisSignals Signals(params string[] lines) =>
        SignalsReader.Read([new("signals/x.yaml", Phrases), new("signals/weights.tsv", Head + string.Join('\n', lines))]).Value!;
}
