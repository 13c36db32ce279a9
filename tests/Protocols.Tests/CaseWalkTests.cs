namespace SupportBot.Protocols.Tests;

/// <summary>Walks of a case by chance: whatever people do and leave, a case that is worked comes to its end.</summary>
public class CaseWalkTests
{
    private static readonly References References = Samples.References with
    {
        Slots = new HashSet<string> { "form" }, Trainings = new HashSet<string> { "screening" }, Protocols = new HashSet<string> { "other" },
    };

    // What may be left out on the way is asked for at its end: bullying-report@1 had it so.
    private const string Short = """
        case:
          kind: small
          title: "Small case"
          sees: [counselor]
          states:
            - { id: open, title: "Open", next: [looked-at, deciding] }
            - { id: looked-at, title: "Looked at", next: [deciding] }
            - { id: deciding, title: "Deciding", next: [closed] }
            - { id: closed, title: "Closed", end: true, requires: [notice], next: [open] }
          tasks:
            - { id: notice, title: "Tell the family", owner: counselor, opens: looked-at, due: { within: 1 hour }, escalate: [{ to: principal, after: 1 hour }] }
          outcomes: { done: "Done" }

        """;

    private static Protocol Read(string plan) => Samples.Read(Samples.Text(Samples.Help) + plan);

    [Fact]
    public void A_thousand_walks_of_a_case_with_all_that_the_language_has_come_to_an_end()
    {
        Assert.Empty(RandomWalks.RunCase(Read(LibraryLanguageTests.Plan), 7, 1000));
        Assert.Empty(RandomWalks.RunCase(Samples.Bullying, 7, 1000));
    }

    [Fact]
    public void Where_everything_is_done_and_no_way_is_open_the_walk_says_in_which_state_and_what_is_asked_for()
    {
        var protocol = Read(Short);
        Assert.Empty(ProtocolChecks.Check(protocol, References));
        var fault = Assert.Single(RandomWalks.RunCase(protocol, 1, 200));
        Assert.Contains("stands still in deciding: everything is done, and no way on is open (needs notice)", fault.What, StringComparison.Ordinal);
        Assert.Contains("(seed ", fault.What, StringComparison.Ordinal);
        Assert.Equal(protocol.PlaceOf("state deciding").Line, fault.Line);
        Assert.Empty(RandomWalks.RunCase(Read(Short.Replace("next: [looked-at, deciding]", "next: [looked-at]", StringComparison.Ordinal)), 1, 200));
    }

    [Fact]
    public void A_state_that_no_walk_comes_to_is_told()
    {
        // Nobody is asked before: the way there waits for a task that opens behind it, and there is another way on.
        var plan = Short.Replace("next: [looked-at, deciding]", "next: [looked-at]", StringComparison.Ordinal)
            .Replace("next: [deciding] }", "next: [deciding, aside] }\n    - { id: aside, title: \"Aside\", requires: [later], next: [deciding] }", StringComparison.Ordinal)
            .Replace("outcomes:", "  - { id: later, title: \"Later\", owner: counselor, opens: deciding }\n  outcomes:", StringComparison.Ordinal)
            .Replace("end: true, requires: [notice], next: [open]", "end: true, requires: [notice]", StringComparison.Ordinal);
        Assert.Contains("none comes to aside", Assert.Single(RandomWalks.RunCase(Read(plan), 1, 1000)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_from_which_only_chance_would_lead_out_is_told()
    {
        var circle = Short.Replace("next: [closed]", "next: [looked-at]", StringComparison.Ordinal).Replace("next: [deciding] }", "next: [deciding, deciding] }", StringComparison.Ordinal);
        Assert.Contains(RandomWalks.RunCase(Read(circle), 1, 5), f => f.What.Contains("does not come to an end within", StringComparison.Ordinal));
    }

    [Fact]
    public void The_check_walks_the_case_of_each_protocol_that_opens_one()
    {
        var files = Samples.Examples();
        var report = ContentCheck.Run(files, Samples.References, randomWalks: 20);
        Assert.Equal(20 * report.Protocols.Count(p => p.Case is not null), report.CaseWalks);
        Assert.Equal(20 * report.Protocols.Count, report.RandomWalks);
    }

    [Fact]
    public void Where_no_case_opens_nothing_is_walked() => Assert.Empty(RandomWalks.RunCase(Samples.Of(Samples.Help), 1, 1000));
}
