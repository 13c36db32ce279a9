namespace SupportBot.Protocols.Tests;

public class StoryTests
{
    private static readonly Protocol Small = Samples.Of("""
          - id: q
            ask: "How?"
            answer: how
            choices: { well: "Well", badly: "Badly" }
            timeout: { after: 1 hour, go: over }
            next: [{ when: how = well, go: over }, { else: help }]

        """ + Samples.Help);

    private static StoryReport Told(string stories, Protocol? protocol = null)
    {
        protocol ??= Small;
        var (book, faults) = Stories.Read("small/1.stories.yaml", $"protocol: {protocol.Key}\nstories:\n{stories}");
        Assert.Empty(faults);
        return Stories.Run(protocol, book!, new Bookshelf(protocol));
    }

    private const string All = """
          - { name: well, answers: { how: well }, expect: { outcome: reported, case: none, told: [], never: [help] } }
          - { name: badly, answers: { how: badly }, expect: { case: standard, told: [counselor], visits: { help: 1 } } }
          - { name: silent, answers: { how: silence }, expect: { case: none } }

        """;

    [Fact]
    public void Stories_that_hold_walk_every_arm()
    {
        var report = Told(All);
        Assert.Empty(report.Faults);
        Assert.Equal((3, 3, 3), (report.Stories, report.Arms, report.ArmsWalked));
    }

    [Theory]
    [InlineData("outcome: reported", "outcome: abandoned", "ends with reported, not abandoned")]
    [InlineData("case: none, told", "case: urgent, told", "leads to case: none, not urgent")]
    [InlineData("told: [counselor]", "told: [principal]", "tells [counselor], not [principal]")]
    [InlineData("never: [help]", "never: [q]", "walks q, which it never should")]
    [InlineData("help: 1", "help: 2", "walks help 1 times, not 2")]
    [InlineData("how: well", "how: wel", "is refused at q")]
    [InlineData("{ how: badly }", "{ how: badly, who: me }", "answers who, which is never asked")]
    [InlineData("{ how: badly }", "{ }", "does not answer how, which q asks")]
    [InlineData("  - { name: silent, answers: { how: silence }, expect: { case: none } }\n", "", "no story walks from q to over (silence)")]
    public void A_story_that_does_not_hold_is_a_fault(string held, string broken, string what)
    {
        var fault = Assert.Single(Told(All.Replace(held, broken)).Faults, f => f.What.Contains(what));
        Assert.True(fault.Line > 0 && fault.Cure.Length > 0);
    }

    [Fact]
    public void When_nobody_acknowledges_the_whole_ladder_is_told() =>
        Assert.Empty(Told(All.Replace("answers: { how: badly }, expect: { case: standard, told: [counselor]", "answers: { how: badly }, acknowledged-by: nobody, expect: { case: standard, told: [counselor, principal]")).Faults);

    [Theory]
    [InlineData("protocol: small\nstories: []\n", "names no version")]
    [InlineData("protocol: small@1\nstories:\n  - { name: a, answers: {}, expect: { outcom: x } }\n", "\"outcom\" is not known")]
    [InlineData("protocol: small@1\nstories:\n  - { name: a, answers: {}, expect: {} }\n  - { name: a, answers: {}, expect: {} }\n", "two stories \"a\"")]
    public void A_broken_file_of_stories_is_a_fault(string yaml, string what) =>
        Assert.Contains(what, Assert.Single(Stories.Read("s", yaml).Faults).What);

    [Fact]
    public void A_thousand_random_walks_neither_throw_nor_stall_nor_end_silent()
    {
        Assert.Empty(RandomWalks.Run(Samples.SuicideRisk, 7, 1000));
        Assert.Empty(RandomWalks.Run(Samples.Bullying, 7, 1000));
    }

    [Fact]
    public void A_random_walk_finds_what_ends_without_a_word()
    {
        var mute = Samples.Of("  - id: a\n    wait: 1 day\n  - id: gone\n    end: gone\n" + Samples.Help);
        var faults = RandomWalks.Run(mute, 1, 50);
        Assert.Contains(faults, f => f.What.Contains("ends without a word"));
        Assert.Contains("seed", faults[0].What);
    }

    [Fact]
    public void A_random_walk_finds_what_never_ends()
    {
        var endless = Samples.Of("  - id: a\n    say: \"A\"\n  - id: b\n    wait: 1 day\n    next: a\n" + Samples.Help, "fallback: a");
        Assert.Contains(RandomWalks.Run(endless, 1, 1), f => f.What.Contains("does not come to an end"));
        var busy = Samples.Of("  - id: a\n    say: \"A\"\n    next: a\n" + Samples.Help);
        Assert.Contains(RandomWalks.Run(busy, 1, 1), f => f.What.Contains("breaks the engine"));
    }
}
