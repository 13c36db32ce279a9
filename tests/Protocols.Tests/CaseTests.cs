using SupportBot.Cases;

namespace SupportBot.Protocols.Tests;

/// <summary>The case section: read, checked, walked by stories, drawn.</summary>
public class CaseTests
{
    private const string Plan = """
        case:
          kind: small
          title: "Small case"
          sees: [counselor, principal]
          never-sees: people-named-in-the-report
          linked: [small]
          states:
            - { id: submitted, title: "Sent in", next: [assigned] }
            - { id: assigned, title: "Assigned", requires: [triage], next: [notified, extended] }
            - { id: extended, title: "More time", reason: true, next: [notified] }
            - { id: notified, title: "Families told", requires: [parent-notice], next: [closed] }
            - { id: closed, title: "Closed", end: true, next: [assigned] }
          reporter-status: { notified: action-taken }
          tasks:
            - id: triage
              title: "Look at it"
              owner: administrator
              opens: submitted
              due: { within: 1 school-day }
              escalate: [{ to: principal, after: 1 school-day }, { to: safeguarding-lead, after: 2 school-days }]
            - id: parent-notice
              title: "Tell both families"
              owner: counselor
              opens: assigned
              due: { within: 4 school-hours }
              source: "ORS 339.356"
              status: verify
              form:
                outcome: { type: choice, label: "Told?", required: true, choices: { told: "Told", withheld: "Unsafe to tell" } }
                reason: { type: text, label: "Why?", when: outcome != told, required: true, max: 1000 }
            - { id: ca-notice, title: "California only", owner: counselor, opens: assigned, in: CA }
          clocks:
            - { id: appeal, title: "Appeal possible", starts: notified, within: 30 days, in: OR, source: "Rule", status: verify }
          outcomes: { helped: "Helped", referred: "Handled elsewhere" }
          keep: { after: closed, for: 5 years, then: shred }

        """;

    private static string Text(string plan) =>
        Samples.Text(Samples.Help).Replace("language: en\n", "language: en\njurisdictions: [OR, CA]\n") + plan;

    private static readonly Protocol Small = Samples.Read(Text(Plan));

    [Fact]
    public void Reads_the_plan_as_cases_know_it()
    {
        var plan = Small.Case!;
        Assert.Empty(ProtocolChecks.Check(Small, Samples.References with { Protocols = new HashSet<string> { "small" } }));
        Assert.Equal([ReporterStatus.Received, ReporterStatus.BeingReviewed, ReporterStatus.BeingReviewed, ReporterStatus.ActionTaken, ReporterStatus.Closed], plan.States.Select(s => s.Shows));
        Assert.Equal(["parent-notice"], plan.State("notified")!.Requires);
        Assert.Equal(Span.SchoolDays(1), plan.Task("triage")!.Due);
        Assert.Equal(new FieldCondition("outcome", "told", Negated: true), plan.Task("parent-notice")!.Form[1].When);
        Assert.False(plan.Task("parent-notice")!.Source!.IsVerified);
        Assert.Equal(("OR", (string?)null, new Span(30, SpanUnit.Days)), (plan.Clocks[0].In, plan.Clocks[0].Ends, plan.Clocks[0].Within));
        Assert.Equal(new Retention("closed", 5, "shred"), plan.Keep);
        Assert.True(plan.HidesFromPeopleNamed);
    }

    [Fact]
    public void The_short_form_of_the_design_leads_from_each_state_to_the_next()
    {
        var plan = Samples.Read(Text("case:\n  kind: small\n  sees: [counselor]\n  states: [submitted, triaged, closed]\n  requires: { closed: [look] }\n  outcomes: { helped: \"Helped\" }\n  tasks: [{ id: look, title: \"Look\", owner: counselor, opens: submitted }]\n")).Case!;
        Assert.Equal(["triaged"], plan.First.Next);
        Assert.Equal(["look"], plan.State("closed")!.Requires);
        Assert.True(plan.State("closed")!.IsEnd);
    }

    [Fact]
    public void The_pinned_text_holds_the_same_plan()
    {
        var pinned = ProtocolReader.ReadCanonical(Small.CanonicalJson).Protocol!;
        Assert.Equal(Small.Hash, pinned.Hash);
        Assert.Equal(FlowChart.States(Small.Case!), FlowChart.States(pinned.Case!));
        Assert.Equal(["outcome", "reason"], pinned.Case!.Task("parent-notice")!.Form.Select(f => f.Name));
    }

    public static TheoryData<string, string, int, string, string> Planted() => new()
    {
        { "next: [notified, extended]", "next: [notifed, extended]", 32, "leads to notifed, which is no state", "did you mean notified" },
        { "requires: [triage]", "requires: [triag]", 32, "requires triag, which is no task", "did you mean triage" },
        { "id: submitted, title: \"Sent in\"", "id: submitted, requires: [triage], title: \"Sent in\"", 31, "is where the case begins", "later" },
        { "opens: assigned\n      due: { within: 4", "opens: closed\n      due: { within: 4", 34, "opens only in closed, after it", "earlier state" },
        { "requires: [parent-notice]", "requires: [parent-notice, ca-notice]", 34, "opens in CA only", "everywhere" },
        { "end: true, ", "", 24, "no state ends the case", "end: true" },
        { "extended]", "closed]", 33, "no state leads to extended", "next of another" },
        { "next: [notified] }", "next: [extended] }", 33, "can never be closed", "lead on" },
        { "opens: submitted", "opens: submited", 38, "opens in submited, which is no state", "did you mean submitted" },
        { "due: { within: 1 school-day }", "in: OR", 38, "escalates but is never due", "add due" },
        { "in: CA", "in: WA", 54, "is in WA, which the header does not name", "OR, CA" },
        { "owner: administrator", "owner: administrater", 38, "there is no role administrater", "did you mean administrator" },
        { "to: safeguarding-lead", "to: safeguard-lead", 38, "there is no role safeguard-lead", "did you mean safeguarding-lead" },
        { "starts: notified", "starts: notifed", 56, "names notifed, which is no state", "did you mean notified" },
        { "starts: notified", "starts: notified, ends-with: { task: parent-notise, field: outcome, is: told }", 56, "there is no task parent-notise", "did you mean parent-notice" },
        { "starts: notified", "starts: notified, ends-with: { task: parent-notice, field: reason, is: told }", 56, "parent-notice has no choice called reason", "outcome" },
        { "starts: notified", "starts: notified, ends-with: { task: parent-notice, field: outcome, is: tolld }", 56, "outcome of parent-notice has no choice tolld", "did you mean told" },
        { "starts: notified", "starts: notified, ends-with: { task: parent-notice, field: outcome, when: told }", 56, "\"when\" is not known", "" },
        { "when: outcome != told", "when: outcome != tolld", 53, "has no choice \"tolld\"", "did you mean told" },
        { "status: verify\n      form", "status: verified\n      form", 50, "status cannot be \"verified\"", "found, verify" },
        { "for: 5 years", "for: ever", 58, "not a number of years", "for: 5 years" },
        { "notified: action-taken }", "notifed: action-taken }", 36, "\"notifed\" is not known", "did you mean notified" },
        { "after: closed", "after: close", 24, "keep counts from close", "did you mean closed" },
        { "  outcomes: { helped: \"Helped\", referred: \"Handled elsewhere\" }\n", "", 24, "no outcomes", "add outcomes" },
        { "linked: [small]", "linked: [smal]", 24, "there is no protocol smal", "did you mean small" },
        { "never-sees: people-named-in-the-report", "never-sees: everybody", 28, "never-sees knows only", "remove" },
        { "never-sees: people-named-in-the-report", "never-sees: people-named-in-the-report\n  about-staff: { certain: whose = staff }", 29, "no question has the answer \"whose\"", "" },
        { "never-sees: people-named-in-the-report", "about-staff: { certain: whose = staff }", 28, "keeps nobody out", "add never-sees" },
    };

    [Theory, MemberData(nameof(Planted))]
    public void A_fault_in_the_case_is_found_at_its_line(string right, string wrong, int line, string what, string cure)
    {
        Assert.Contains(right, Plan);
        var (protocol, read) = ProtocolReader.Read("small/1.yaml", Text(Plan.Replace(right, wrong)));
        var faults = protocol is null ? read : ProtocolChecks.Check(protocol, Samples.References with { Protocols = new HashSet<string> { "small" } });
        Assert.True(faults.Any(f => f.Line == line && f.What.Contains(what) && f.Cure.Contains(cure)), string.Join('\n', faults));
    }

    [Fact]
    public void Gates_that_wait_for_each_other_are_found()
    {
        // Families are told once somebody has asked for more time, and more time is asked for once families are told.
        var plan = Plan.Replace("reason: true, next", "reason: true, requires: [parent-notice], next", StringComparison.Ordinal).Replace("opens: assigned\n      due: { within: 4", "opens: notified\n      due: { within: 4", StringComparison.Ordinal)
            .Replace("title: \"Families told\", requires: [parent-notice]", "title: \"Families told\", requires: [ca-notice]", StringComparison.Ordinal).Replace("opens: assigned, in: CA", "opens: extended", StringComparison.Ordinal);
        var faults = ProtocolChecks.Check(ProtocolReader.Read("small/1.yaml", Text(plan)).Protocol!, Samples.References with { Protocols = new HashSet<string> { "small" } }).Select(f => f.ToString()).ToList();
        Assert.Contains(faults, f => f.Contains("nobody ever gets to extended: it requires parent-notice, which opens in notified", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("nobody ever gets to notified: it requires ca-notice, which opens in extended", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Yaml.Fault> Told(string steps)
    {
        var (book, faults) = Stories.Read("small/1.stories.yaml", $"protocol: small@1\nstories:\n  - name: all\n    answers: {{}}\n    expect: {{}}\n    case:\n{steps}");
        Assert.Empty(faults);
        return Stories.Run(Small, book!, new Bookshelf(Small)).Faults;
    }

    private const string Worked = """
              - { try: assigned, refused-for: [triage] }
              - { in: 1 school-day, expect: { told: [administrator], open: [triage], shows: received } }
              - { in: 3 school-days, expect: { told: [principal, safeguarding-lead] } }
              - { finish: triage }
              - { do: assigned, expect: { open: [parent-notice] } }
              - { finish: parent-notice, with: { outcome: withheld, reason: "words" } }
              - { do: extended }
              - { do: notified, expect: { state: notified, shows: action-taken } }
              - { do: closed, outcome: referred, expect: { shows: closed, open: [] } }
              - { do: assigned }

        """;

    [Fact]
    public void A_story_works_the_case_to_its_end_and_opens_it_again() => Assert.Empty(Told(Worked));

    [Theory]
    [InlineData("refused-for: [triage]", "refused-for: [parent-notice]", "is refused assigned for another reason")]
    [InlineData("told: [principal, safe", "told: [counselor, safe", "does not tell counselor")]
    [InlineData("      - { finish: triage }\n", "", "cannot move from submitted to assigned")]
    [InlineData(", reason: \"words\"", "", "cannot finish parent-notice: [reason] not filled in")]
    [InlineData("state: notified", "state: closed", "is in notified, not closed")]
    [InlineData("shows: action-taken", "shows: closed", "shows the reporter ActionTaken")]
    [InlineData("open: [parent-notice]", "open: [triage]", "has the open tasks [parent-notice]")]
    [InlineData("{ do: extended }", "{ do: submitted }", "there is no such way")]
    [InlineData("{ do: extended }", "{ try: notified }", "may move to notified although")]
    public void A_story_of_a_case_that_does_not_hold_is_a_fault(string held, string broken, string what)
    {
        Assert.Contains(held, Worked);
        Assert.Contains(Told(Worked.Replace(held, broken)), f => f.What.Contains(what) && f.Line > 5);
    }

    [Fact]
    public void The_chart_shows_states_tasks_and_gates_and_marks_where_the_case_has_been()
    {
        var chart = FlowChart.States(Small.Case!, ["submitted", "assigned"]);
        Assert.Contains("  submitted[\"Sent in<br/>administrator: triage\"]\n", chart);
        Assert.Contains("  assigned -->|\"needs parent-notice\"| notified\n", chart);
        Assert.Contains("  assigned -->|\"needs a reason\"| extended\n", chart);
        Assert.Contains("  closed([\"Closed\"])\n", chart);
        Assert.EndsWith("  class submitted,assigned walked\n", chart);
    }
}
