namespace SupportBot.Protocols.Tests;

/// <summary>A task that is written in the place of another, because the family struck something.</summary>
public class ReplaceTests
{
    private const string Plan = """
        case:
          kind: small
          title: "Small case"
          sees: [counselor]
          states:
            - { id: draft, title: "Draft", next: [read] }
            - { id: read, title: "Read", requires: [packet, review], next: [sent, draft] }
            - { id: sent, title: "Sent", requires: [anew], next: [closed] }
            - { id: closed, title: "Closed", end: true, next: [draft] }
          tasks:
            - { id: packet, title: "Write it", owner: counselor, opens: draft, form: { said: { type: text, label: "What?", required: true }, who: { type: choice, label: "Who?", required: true, choices: { all: "All", team: "The team" } } } }
            - { id: review, title: "Family reads it", owner: counselor, opens: draft, form: { outcome: { type: choice, label: "What came of it?", required: true, choices: { agreed: "Agreed", changed: "Changed" } } } }
            - { id: anew, title: "Write it anew", owner: counselor, opens: read, when: { task: review, field: outcome, is: [changed] }, replaces: packet, form: { said: { type: text, label: "What?", required: true } } }
            - { id: last, title: "Last", owner: counselor, opens: sent }
          outcomes: { done: "Done" }

        """;

    private const string Stories = """
        protocol: small@1
        stories:
          - name: the family strikes something, and again a year later
            answers: {}
            expect: { outcome: reported, case: standard, told: [counselor] }
            case:
              - { finish: packet, with: { said: "words", who: all } }
              - { finish: review, with: { outcome: changed } }
              - { do: read, expect: { open: [anew], replaced: [] } }
              - { try: sent, refused-for: [anew] }
              - { finish: anew, with: { said: "words" }, expect: { replaced: [packet] } }
              - { do: sent }
              - { do: closed, outcome: done }
              - { do: draft, expect: { open: [packet, review, last] } }
              - { finish: packet, with: { said: "words", who: team } }
              - { finish: review, with: { outcome: changed } }
              - { do: read, expect: { open: [anew, last], replaced: [packet] } }
              - { finish: anew, with: { said: "words" }, expect: { replaced: [packet, anew] } }
          - name: the family agrees
            answers: {}
            expect: { outcome: reported, case: standard, told: [counselor] }
            case:
              - { finish: packet, with: { said: "words", who: all } }
              - { finish: review, with: { outcome: agreed } }
              - { do: read, expect: { open: [], replaced: [] } }
              - { do: sent }

        """;

    private static string Text(string plan) => Samples.Text(Samples.Help) + plan;

    private static string Told(string stories)
    {
        var protocol = Samples.Read(Text(Plan));
        var (book, unread) = Protocols.Stories.Read("small/1.stories.yaml", stories);
        Assert.Empty(unread);
        return string.Join('\n', Protocols.Stories.Run(protocol, book!, new Bookshelf([protocol])).Faults);
    }

    [Fact]
    public void It_is_read_checked_and_walked()
    {
        var protocol = Samples.Read(Text(Plan));
        Assert.Empty(ProtocolChecks.Check(protocol, Samples.References));
        Assert.Equal("packet", protocol.Case!.Task("anew")!.Replaces);
        Assert.Equal("", Told(Stories));
    }

    [Fact]
    public void A_story_that_expects_otherwise_fails() =>
        Assert.Contains("has replaced the words of [packet]", Told(Stories.Replace("replaced: [packet] } }", "replaced: [review] } }", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("replaces: packet", "replaces: paket", "the task anew replaces paket, which is no task; did you mean packet?")]
    [InlineData("replaces: packet", "replaces: anew", "the task anew replaces itself")]
    [InlineData("opens: sent }", "opens: sent, replaces: packet }|requires: [packet, review]|requires: [review]", "packet may not be finished yet when the case enters sent, so its words could be written after last replaced them; let sent, or a state on every way to it, require packet")]
    [InlineData("opens: draft, form: { said", "opens: draft, replaces: anew, form: { said", "what anew replaces is replaced in a circle")]
    [InlineData("opens: draft, form: { said", "opens: draft, due: { within: 2 days }, repeats: { every: 2 days, times: 3 }, form: { said", "packet repeats, so its words could be written again after anew replaced them")]
    [InlineData("opens: draft, form: { said", "opens: draft, each-time: true, form: { said", "packet opens each time the case comes to draft, and anew only once; write each-time: true at anew too")]
    [InlineData("opens: sent }", "opens: sent, when: { task: packet, field: who, is: [all] } }", "the task last asks what packet was answered, which is erased once anew is finished")]
    [InlineData("sees: [counselor]", "sees: [counselor]\n  watch: [{ label: \"Who\", task: packet, field: who }]", "the line \"Who\" that is watched asks what packet was answered")]
    public void What_would_leave_words_readable_is_refused_with_its_cure(string from, string to, string says)
    {
        var changes = to.Split('|');
        var plan = Plan.Replace(from, changes[0], StringComparison.Ordinal);
        if (changes is [_, var alsoFrom, var alsoTo]) plan = plan.Replace(alsoFrom, alsoTo, StringComparison.Ordinal);
        Assert.NotEqual(Plan, plan);
        var (protocol, faults) = ProtocolReader.Read("small/1.yaml", Text(plan));
        Assert.Contains((protocol is null ? faults : ProtocolChecks.Check(protocol, Samples.References)).Select(f => f.ToString()), f => f.Contains(says, StringComparison.Ordinal));
    }
}
