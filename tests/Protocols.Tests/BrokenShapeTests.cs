namespace SupportBot.Protocols.Tests;

/// <summary>Faults planted in the header and the shape of steps; each is found at its line, with a cure.</summary>
public class BrokenShapeTests
{
    private const string Question = """
          - id: q
            ask: "How?"
            answer: how
            choices: { well: "Well", badly: "Badly" }
            timeout: { after: 1 hour, go: help }

        """;

    public static TheoryData<string, string, int, string, string> Headers() => new()
    {
        { "an older format", "format: 0", 1, "format 0 is not one", "version" },
        { "a newer format", "format: 7", 1, "format 7 is not one", "write format: 1" },
        { "an id that is none", "id: Small Thing", 2, "is not an id", "lower-case" },
        { "a version of zero", "version: 0", 3, "must be 1 or more", "first version" },
        { "a version in quotes", "version: \"1\"", 3, "not a whole number", "without quotes" },
        { "a title that is a number", "title: 5", 4, "not a text", "quotes" },
        { "an unknown status", "status: activ", 5, "cannot be \"activ\"", "did you mean active" },
        { "a date without quotes", "effective: { from: 2026-09-01 }", 6, "date without quotes", "\"2026-09-01\"" },
        { "a day that does not exist", "effective: { from: \"2026-02-30\" }", 6, "is not a day", "year, month" },
        { "an end before its beginning", "effective: { from: \"2026-09-01\", to: \"2026-08-01\" }", 6, "ends before it begins", "swap" },
        { "an approval by nobody", "approved: { on: \"2026-08-20\" }", 7, "by is missing", "add by" },
        { "a review in the past", "review: { last: \"2026-08-20\", due: \"2026-08-20\" }", 8, "due before", "next review" },
        { "a start of no kind", "starts-on: [\"knock:small\"]", 10, "starts nothing", "menu:" },
        { "an unknown severity", "severity: hihg", 11, "cannot be \"hihg\"", "standard, urgent, critical" },
        { "a fallback that is no step", "fallback: halp", 13, "is no step", "did you mean help" },
        { "an owner nobody knows", "owner: principle", 9, "there is no role principle", "did you mean principal" },
        { "a signal nobody knows", "starts-on: [\"signal:self-harn\"]", 10, "there is no signal", "did you mean self-harm" },
    };

    [Theory, MemberData(nameof(Headers))]
    public void A_fault_in_the_header_is_found_at_its_line(string planted, string header, int line, string what, string cure)
    {
        var fault = Assert.Single(Samples.Faults(Samples.Text(Question + Samples.Help, header)));
        Assert.True(fault.Line == line && fault.What.Contains(what) && fault.Cure.Contains(cure), $"{planted}: {fault}");
    }

    public static TheoryData<string, string, int, string, string> Steps() => new()
    {
        { "a step without a verb", "  - id: a\n    sey: \"Hello\"\n", 15, "has no verb", "did you mean say" },
        { "a step with two verbs", "  - id: a\n    say: \"Hello\"\n    end: over\n", 17, "2 verbs, say and end", "a step of each" },
        { "a key of another verb", "  - id: a\n    say: \"Hello\"\n    tiemout: 3\n", 17, "\"tiemout\" is not known here", "use one of" },
        { "a misspelt key", "  - id: a\n    say: \"Hello\"\n    resorce: crisis-lines\n", 17, "\"resorce\" is not known", "did you mean resource" },
        { "a choice called no", "  - id: a\n    ask: \"Ready?\"\n    answer: ready\n    choices:\n      \"no\": \"No\"\n      later: \"Later\"\n    timeout: { after: 1 hour, go: help }\n", 19, "must not be \"no\"", "says more" },
        { "a question with one choice", "  - id: a\n    ask: \"Ready?\"\n    answer: ready\n    choices: { sure: \"Sure\" }\n    timeout: { after: 1 hour, go: help }\n", 18, "needs 2 to 24 choices", "add or remove" },
        { "a question without a timeout", "  - id: a\n    ask: \"Ready?\"\n    answer: ready\n    choices: { sure: \"Sure\", later: \"Later\" }\n", 15, "timeout is missing", "add timeout" },
        { "a time that is none", "  - id: a\n    ask: \"Ready?\"\n    answer: ready\n    choices: { sure: \"Sure\", later: \"Later\" }\n    timeout: { after: a while, go: help }\n", 19, "not a length of time", "5 minutes" },
        { "at-most without then", "  - id: a\n    ask: \"Ready?\"\n    answer: ready\n    choices: { sure: \"Sure\", later: \"Later\" }\n    timeout: { after: 1 hour, go: help, at-most: 2 }\n", 19, "belong together", "add then" },
        { "school-hours for days", "  - id: a\n    wait: 2 days\n    calendar: school-hours\n", 17, "cannot be counted in school-hours", "school-days" },
        { "arms without else", "  - id: a\n    say: \"Hello\"\n    next:\n      - { when: x = y, go: help }\n", 18, "no else", "end the list" },
        { "two elses", "  - id: a\n    say: \"Hello\"\n    next:\n      - { else: help }\n      - { else: over }\n", 18, "more than one else", "last" },
        { "else before the end", "  - id: a\n    say: \"Hello\"\n    next:\n      - { else: help }\n      - { when: x = y, go: over }\n", 18, "not the last arm", "move it" },
        { "a condition with in", "  - id: a\n    say: \"Hello\"\n    next:\n      - { when: \"x in y\", go: help }\n      - { else: over }\n", 18, "cannot be read", "answer = choice" },
        { "a bracket left open", "  - id: a\n    say: \"Hello\"\n    next:\n      - { when: \"(x = y or x = z\", go: help }\n      - { else: over }\n", 18, "a bracket is not closed", "brackets" },
        { "an alert without a ladder", "  - id: a\n    alert: counselor\n    severity: standard\n    card: new-case\n    acknowledge: 1 hour\n", 15, "escalate is missing", "add escalate" },
        { "a rung that never lets go", "  - id: a\n    alert: counselor\n    severity: standard\n    card: new-case\n    acknowledge: 1 hour\n    escalate:\n      - { to: principal }\n      - { to: safeguarding-lead }\n", 21, "has no acknowledge", "how long" },
        { "a field of no type", "  - id: a\n    form: f\n    fields:\n      what: { type: txt, label: \"What?\" }\n    timeout: { after: 1 hour, go: help }\n", 18, "cannot be \"txt\"", "did you mean text" },
        { "a limit of another type", "  - id: a\n    form: f\n    fields:\n      what: { type: text, label: \"What?\", not-after: today }\n    timeout: { after: 1 hour, go: help }\n", 18, "\"not-after\" is not known", "use one of" },
        { "the same id twice", "  - id: help\n    say: \"Hello\"\n", 17, "another step help, on line 15", "another id" },
        { "an id that is a word of YAML", "  - id: \"off\"\n    say: \"Hello\"\n", 15, "must not be \"off\"", "says more" },
    };

    [Theory, MemberData(nameof(Steps))]
    public void A_fault_in_a_step_is_found_at_its_line(string planted, string step, int line, string what, string cure)
    {
        var faults = Samples.Faults(Samples.Text(step + Samples.Help));
        Assert.True(faults.Any(f => f.Line == line && f.What.Contains(what) && f.Cure.Contains(cure)), $"{planted}: {string.Join('\n', faults)}");
    }

    [Fact]
    public void A_last_step_that_leads_nowhere_is_found()
    {
        var fault = Assert.Single(Samples.Faults(Samples.Text(Samples.Help + "  - id: more\n    say: \"More\"\n")), f => f.What.Contains("leads nowhere"));
        Assert.Equal((23, "more"), (fault.Line, fault.Where));
    }

    [Fact]
    public void One_reading_finds_every_fault() =>
        Assert.Equal([3, 4, 11, 16], Samples.Faults(Samples.Text("  - id: a\n    sag: \"Hello\"\n" + Samples.Help, "version: x\ntitle: 5\nseverity: bad").Replace("sag:", "say: 5 #")).Select(f => f.Line));
}
