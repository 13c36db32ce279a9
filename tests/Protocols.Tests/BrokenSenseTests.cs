namespace SupportBot.Protocols.Tests;

/// <summary>Faults that only the whole protocol shows; each is found at its line, with a cure.</summary>
public class BrokenSenseTests
{
    private static string Ask(string id, string answer, string go = "help", string next = "") => $$"""
          - id: {{id}}
            ask: "How?"
            answer: {{answer}}
            choices: { well: "Well", badly: "Badly" }
            timeout: { after: 1 hour, go: {{go}} }
        {{(next.Length > 0 ? "    " + next + "\n" : "")}}
        """;

    private const string Critical = "severity: critical";

    private const string Shown = "  - id: shown\n    say: \"Call 988.\"\n    resource: crisis-lines\n";

    public static TheoryData<string, string, string, int, string, string> Planted() => new()
    {
        { "a target that does not exist", "", Ask("q", "how", next: "next: halp") + Samples.Help, 20, "there is no step halp", "did you mean help" },
        { "a silence that leads nowhere", "", Ask("q", "how", go: "halp") + Samples.Help, 19, "there is no step halp", "did you mean help" },
        { "a step nobody reaches", "", Samples.Help + "  - id: lost\n    end: lost\n", 23, "no way leads to this step", "remove it" },
        { "a step without an end", "", Ask("q", "how", go: "help") + Samples.Help.Replace("principal }]", "principal }]\n    next: q"), 15, "no end can be reached", "lead on" },
        { "a loop without a wait", "", "  - id: a\n    say: \"A\"\n  - id: b\n    say: \"B\"\n    next: a\n" + Samples.Help, 15, "go round without waiting: a → b → a", "put a question" },
        { "silence that goes round for ever", "", Ask("q", "how", go: "again") + Samples.Help + "  - id: again\n    say: \"Still there?\"\n    next: q\n", 19, "in silence this goes round for ever: q → again → q", "add at-most" },
        { "a wait that goes round for ever", "", "  - id: a\n    say: \"A\"\n  - id: b\n    wait: 1 day\n    next: a\n" + Samples.Help, 17, "in silence this goes round", "ask something" },
        { "then that leads back for ever", "", Ask("q", "how").Replace("go: help }", "go: help, at-most: 2, then: q }") + Samples.Help, 19, "in silence this goes round", "elsewhere" },
        { "an answer nobody asks", "", Ask("q", "how", next: "next: [{ when: hwo = well, go: over }, { else: help }]") + Samples.Help, 20, "no question has the answer \"hwo\"", "did you mean how" },
        { "a choice nobody offers", "", Ask("q", "how", next: "next: [{ when: how = wel, go: over }, { else: help }]") + Samples.Help, 20, "has no choice \"wel\"", "did you mean well" },
        { "a test of words", "", Form("what: { type: text, label: \"What?\", required: true }", "what = well"), 19, "\"what\" is no choice", "make it a choice" },
        { "an answer not asked on every way", "", Ask("a", "first", go: "b") + Ask("b", "second", next: "next: [{ when: first = well, go: over }, { else: help }]") + Samples.Help, 25, "\"first\" may not have been asked yet", "on every way" },
        { "an answer that may be skipped", "", Form("where: { type: choice, label: \"Where?\", choices: { hall: \"Hall\", bus: \"Bus\" } }", "where = bus"), 19, "\"where\" may not have been asked yet", "make the field required" },
        { "a field that tests a later one", "", Form("a: { type: text, label: \"A\", when: b = hall }\n      b: { type: choice, label: \"B\", required: true, choices: { hall: \"Hall\", bus: \"Bus\" } }", "b = bus"), 18, "\"b\" may not have been asked yet", "on every way" },
        { "two questions with one answer", "", Ask("a", "how") + Ask("b", "how") + Samples.Help, 20, "already given at a", "another name" },
        { "a review of nothing", "", Ask("q", "how").Replace("answer: how", "answer: how\n    review: true") + Samples.Help, 15, "where nothing has been asked", "ask something" },
        { "a fallback that ends alone", "fallback: over", Ask("q", "how") + Samples.Help, 26, "the fallback can end without a person: over", "handoff" },
        { "critical: a question before help", Critical, Ask("q", "how") + Samples.Help, 15, "asks this before it has shown help", "put a say" },
        { "critical: an end without an alert", Critical, Shown + Ask("q", "how", next: "next: [{ when: how = well, go: over }, { else: help }]") + Samples.Help, 30, "without an alert: shown → q → over", "put an alert" },
        { "critical: a ladder that nobody holds at night", "", Ask("q", "how") + Samples.Help.Replace("severity: standard", "severity: critical").Replace("to: principal", "to: counselor"), 20, "ends with counselor", "duty-counselor, principal" },
        { "a role nobody has", "", Ask("q", "how") + Samples.Help.Replace("alert: counselor", "alert: counsellor"), 20, "there is no role counsellor", "did you mean counselor" },
        { "a rung nobody has", "", Ask("q", "how") + Samples.Help.Replace("to: principal", "to: principle"), 20, "there is no role principle", "did you mean principal" },
        { "a resource nobody keeps", "", Shown.Replace("crisis-lines", "crisis-line") + Samples.Help, 15, "there is no resource crisis-line", "did you mean crisis-lines" },
        { "a topic nobody keeps", "", Shown.Replace("crisis-lines", "{ topic: buling }") + Samples.Help, 15, "there is no resource topic buling", "did you mean bullying" },
        { "a card nobody made", "", Ask("q", "how") + Samples.Help.Replace("card: new-case", "card: news-case"), 20, "there is no card news-case", "did you mean new-case" },
        { "a card that wants words", "", Ask("q", "how") + Samples.Help.Replace("card: new-case", "card: gossip"), 20, "wants what-was-said", "use a card" },
        { "a called protocol that is nowhere", "", "  - id: c\n    call: smal\n" + Samples.Help, 15, "there is no protocol smal", "use one of" },
    };

    private static string Form(string fields, string when) =>
        $"  - id: f\n    form: card\n    fields:\n      {fields}\n    next: [{{ when: {when}, go: over }}, {{ else: help }}]\n    timeout: {{ after: 1 hour, go: help }}\n" + Samples.Help;

    [Theory, MemberData(nameof(Planted))]
    public void A_fault_of_the_whole_is_found_at_its_line(string planted, string header, string steps, int line, string what, string cure)
    {
        var faults = Samples.Faults(Samples.Text(steps.Replace("\n\n", "\n"), header));
        Assert.True(faults.Any(f => f.Line == line && f.What.Contains(what) && f.Cure.Contains(cure)), $"{planted}: {string.Join('\n', faults)}");
    }

    [Fact]
    public void A_field_asked_only_sometimes_may_be_tested_beside_its_own_condition()
    {
        const string fields = "harm: { type: choice, label: \"Harm?\", required: true, choices: { none: \"No\", hurt: \"Yes\" } }\n      how: { type: choice, label: \"How?\", required: true, when: harm = hurt, choices: { little: \"Little\", badly: \"Badly\" } }";
        Assert.Empty(Samples.Faults(Samples.Text(Form(fields, "harm = hurt and how = badly"))));
        Assert.Contains(Samples.Faults(Samples.Text(Form(fields, "how = badly"))), f => f.What.Contains("\"how\" may not have been asked"));
    }

    [Fact]
    public void The_message_is_file_line_step_what_and_cure() =>
        Assert.Equal(
            "small/1.yaml:20 q: there is no step halp; did you mean help?",
            Assert.Single(Samples.Faults(Samples.Text((Ask("q", "how", next: "next: halp") + Samples.Help).Replace("\n\n", "\n"))), f => f.Line == 20).ToString());

    [Fact]
    public void What_is_for_everybody_and_stands_in_no_menu_is_refused()
    {
        static IEnumerable<string> Faults(string starts, string more) => Samples.Faults(Samples.Text(Samples.Help, "status: active").Replace("starts-on: [\"menu:small\"]", $"anonymous: allowed\nstarts-on: [\"{starts}\"]{more}", StringComparison.Ordinal)).Select(f => f.ToString());
        Assert.Contains(Faults("route:small", ""), f => f.Contains("nobody finds this", StringComparison.Ordinal));
        Assert.DoesNotContain(Faults("menu:more", ""), f => f.Contains("nobody finds this", StringComparison.Ordinal));
        Assert.DoesNotContain(Faults("route:small", "\nmay-start: [staff]"), f => f.Contains("nobody finds this", StringComparison.Ordinal));
    }
}
