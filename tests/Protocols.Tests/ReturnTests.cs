namespace SupportBot.Protocols.Tests;

/// <summary>Whoever writes a loop of states says whether what was done once still holds after it happened again.</summary>
public class ReturnTests
{
    private const string Plan = """
        case:
          kind: small
          title: "Small case"
          sees: [counselor]
          states:
            - { id: open, title: "Open", next: [watched] }
            - { id: watched, title: "Watched", next: [danger, closed] }
            - { id: danger, title: "Danger again", next: [watched, over] }
            - { id: over, title: "Over", requires: [steps], next: [closed] }
            - { id: closed, title: "Closed", end: true, requires: [screening], next: [danger] }
          tasks:
            - { id: call, title: "Call", owner: counselor, opens: open }
            - { id: screening, title: "Screening", owner: counselor, opens: watched, each-time: true }
            - { id: steps, title: "Steps", owner: counselor, opens: danger, each-time: true }
            - { id: letter, title: "Letter", owner: counselor, opens: over }
          outcomes: { done: "Done" }

        """;

    // The screening does not say how often; and what else is changed.
    private static string[] Silent(string from = "title", string to = "title") => Faults(("opens: watched, each-time: true", "opens: watched"), (from, to));

    private static string[] Faults(params (string From, string To)[] changes)
    {
        Assert.All(changes, c => Assert.Contains(c.From, Plan, StringComparison.Ordinal));
        var plan = changes.Aggregate(Plan, (text, c) => text.Replace(c.From, c.To, StringComparison.Ordinal));
        return [.. Samples.Faults(Samples.Text(Samples.Help) + plan).Select(f => f.ToString())];
    }

    [Fact]
    public void What_is_asked_anew_or_said_to_hold_is_sound()
    {
        Assert.Empty(Faults());
        Assert.Empty(Faults(("opens: watched, each-time: true", "opens: watched, each-time: false")));
        var once = Samples.Read(Samples.Text(Samples.Help) + Plan.Replace("opens: watched, each-time: true", "opens: watched, each-time: false", StringComparison.Ordinal)).Case!.Task("screening")!;
        Assert.Equal((false, true), (once.EachTime, once.SaysOnce));
    }

    [Fact]
    public void What_would_count_as_done_after_it_happened_again_is_told_with_its_line_and_cure() =>
        Assert.Matches("""small/1\.yaml:\d+ screening: the case may come to danger again, where something opens each time, and from there back to watched: screening, done before, would count as done after it; write each-time: true if it must be done anew, or each-time: false if what was done still holds""", Assert.Single(Silent()));

    [Fact]
    public void Nothing_is_asked_where_the_case_does_not_come_back_or_comes_back_only_after_its_end()
    {
        // Through the end of the case everything opens anew by itself.
        Assert.Empty(Silent("next: [danger, closed]", "next: [closed]"));
        Assert.Empty(Silent("next: [watched, over]", "next: [over]"));
        // Where nothing opens each time nobody has said that coming there is another event.
        Assert.Empty(Silent("opens: danger, each-time: true", "opens: danger"));
    }
}
