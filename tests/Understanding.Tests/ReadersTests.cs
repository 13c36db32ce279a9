namespace SupportBot.Understanding.Tests;

public class ReadersTests
{
    private const string Head = """
        format: 2
        language: en
        owner: safeguarding-lead
        source: "made up"
        status: "district default"

        """;

    private const string Rest = ", reason: \"made up\", examples: [], look-alikes: [] }\n";

    [Fact]
    public void A_group_of_unknown_kind_is_a_fault_with_its_line()
    {
        var read = SignalsReader.Read([new("signals/x.yaml", Head + "groups:\n  - { id: a, grade: high, kind: sadness, patterns: [\"so sad\"]" + Rest)]);
        Assert.Null(read.Value);
        Assert.StartsWith("signals/x.yaml:7", read.Faults[0].ToString());
        Assert.Contains("self, third-person, medical, danger-to-others, abuse", read.Faults[0].ToString());
    }

    [Theory]
    [InlineData("really just", "has no word that counts")]
    [InlineData("<nobody> hurt me", "names <nobody>, which is no class of this file")]
    [InlineData("(a b|b c|c d) (a b|b c|c d) (a b|b c|c d) (a b|b c|c d) (a b|b c|c d) (a b|b c|c d)", "has more than 400 forms")]
    [InlineData("(a|(b|c)) d", "has brackets inside brackets")]
    public void A_pattern_that_finds_nothing_is_a_fault(string pattern, string fault)
    {
        var read = SignalsReader.Read([
            new("signals/spellings.yaml", "format: 1\nowner: x\nspellings: { u: \"you\" }\nfillers: [really, just]\n"),
            new("signals/x.yaml", Head + $"groups:\n  - {{ id: a, grade: high, kind: abuse, patterns: [\"{pattern}\"]" + Rest)]);
        Assert.Null(read.Value);
        Assert.Contains(fault, Assert.Single(read.Faults).ToString());
    }

    [Fact]
    public void Fillers_and_spellings_stand_for_what_they_say()
    {
        var read = SignalsReader.Read([
            new("signals/x.yaml", Head + "groups:\n  - { id: a, grade: high, kind: abuse, patterns: [\"you hurt me\"]" + Rest),
            new("signals/spellings.yaml", "format: 1\nowner: x\nspellings: { u: \"you\" }\nfillers: [really, just]\n")]);
        Assert.Equal("abuse", read.Value!.Find("u really just hurt me")?.Kind);
        Assert.Null(read.Value.Find("u never hurt me"));
    }

    [Fact]
    public void An_example_that_is_not_heard_and_a_look_alike_that_is_are_faults()
    {
        var text = Head + "groups:\n  - { id: a, grade: high, kind: abuse, reason: \"made up\", patterns: [\"hurt me\"], examples: [\"he hit me\"], look-alikes: [\"it hurt me to lose\"] }\n";
        Assert.NotNull(SignalsReader.Read([new("signals/x.yaml", text)]).Value);
        var read = SignalsReader.Read([new("signals/x.yaml", text)], withExamples: true);
        Assert.Null(read.Value);
        Assert.Equal(2, read.Faults.Count);
        Assert.Contains("\"he hit me\" is heard as none, not high", read.Faults[0].ToString());
        Assert.Contains("because of en:a \"hurt me\"", read.Faults[1].ToString());
    }

    [Fact]
    public void A_route_leads_to_one_place()
    {
        var read = RoutesReader.Read([new("routes/x.yaml", "format: 1\nlanguage: en\nroutes:\n  - { intent: help, dialog: menu, protocol: bullying-report, words: [a] }\n")]);
        Assert.Null(read.Value);
        Assert.Contains("a route leads to a dialog or to a protocol; write one of the two keys, or none where nothing here does it yet", read.Faults.Select(f => f.ToString()).Single());
    }

    [Fact]
    public void One_text_cannot_be_two_commands()
    {
        const string lists = "format: 1\nlanguage: en\npolite: [please]\nstop: [stop]\nback: [stop]\nstart-over: [over]\nhelp: [help]\nchoose-language: [language]\nprivacy: [privacy]\nperson: [person]\nquick-exit: [exit]\nchange: [change]\n";
        var read = Commands.Read([new("routes/c.yaml", lists)]);
        Assert.Null(read.Value);
        Assert.Contains("already another command", Assert.Single(read.Faults).ToString());
        Assert.NotNull(Commands.Read([new("routes/c.yaml", lists.Replace("back: [stop]", "back: [back]", StringComparison.Ordinal))]).Value);
    }
}
