namespace SupportBot.Protocols.Tests;

/// <summary>Two small versions, and what a counselor reads about what changed.</summary>
public class StepDifferenceTests
{
    private const string Asked = """
          - id: ask-safety
            ask: "Are you safe?"
            help: "Take your time."
            answer: safety
            choices: { safe: "Yes", unsafe: "No" }
            timeout: { after: 2 minutes, go: help }
            next:
              - { when: safety = safe, go: over }
              - { else: help }

        """;

    private static IReadOnlyList<Difference> Between(string before, string after, string headerBefore = "", string headerAfter = "") =>
        VersionDifferences.Between(Samples.Of(before + Samples.Help, headerBefore), Samples.Of(after + Samples.Help, headerAfter));

    private static string Only(string before, string after) => Assert.Single(Between(before, after)).Sentence;

    private static string Changed(string old, string now) => Only(Asked, Replaced(Asked, old, now));

    private static string Replaced(string text, string old, string now)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, now, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_changed_nothing_is_said() =>
        Assert.Empty(Between(Asked, "# a comment is no change\n" + Asked, "version: 1\nreview: { last: \"2026-08-20\", due: \"2027-08-20\" }", "version: 2\nstatus: active\nreview: { last: \"2027-08-20\", due: \"2028-08-20\" }\napproved: { on: \"2027-08-20\", by: principal }"));

    [Fact]
    public void A_step_that_came_is_told_with_what_it_says_and_where_it_leads()
    {
        var differences = Between(Asked, Asked + "  - id: calm\n    say: \"Breathe.\"\n    next: help\n");
        var difference = Assert.Single(differences);
        Assert.Equal((DifferencePart.Steps, "Step calm is new: say something. It leads to help.", null, "Breathe."), (difference.Part, difference.Sentence, difference.Before, difference.After));
    }

    [Fact]
    public void A_step_that_went_is_told_with_what_it_said()
    {
        var difference = Assert.Single(Between(Asked + "  - id: calm\n    say: \"Breathe.\"\n    next: help\n", Asked));
        Assert.Equal(("Step calm was removed. It was there to: say something.", "Breathe."), (difference.Sentence, difference.Before));
    }

    [Fact]
    public void A_text_that_changed_is_shown_as_it_was_and_as_it_is()
    {
        var difference = Assert.Single(Between(Asked, Asked.Replace("Are you safe?", "Are you safe right now?", StringComparison.Ordinal)));
        Assert.Equal(("The question of step ask-safety was reworded.", "Are you safe?", "Are you safe right now?"), (difference.Sentence, difference.Before, difference.After));
    }

    [Theory]
    [InlineData("unsafe: \"No\" }", "unsafe: \"No\", unsure: \"I do not know\" }", "Step ask-safety has a new answer: “I do not know”.")]
    [InlineData("unsafe: \"No\" }", "unsafe: \"No, I am not\" }", "An answer of step ask-safety (unsafe) was reworded.")]
    [InlineData("safe: \"Yes\", unsafe: \"No\"", "unsafe: \"No\", safe: \"Yes\"", "The answers of step ask-safety stand in another order: “No”, “Yes”.")]
    [InlineData("    help: \"Take your time.\"\n", "", "The help beside the question of step ask-safety was taken out.")]
    [InlineData("after: 2 minutes", "after: 5 minutes", "How long step ask-safety waits for an answer is now 5 minutes; before: 2 minutes.")]
    [InlineData("go: help }\n    next", "go: over }\n    next", "Where step ask-safety leads when nobody answers is now over; before: help.")]
    [InlineData("go: help }\n    next", "go: help, at-most: 3, then: help }\n    next", "How often step ask-safety lets silence pass is now 3 times; before: as often as it happens.")]
    [InlineData("safety = safe, go: over", "safety = safe, go: help", "When safety is “Yes”, step ask-safety now leads to help; before: over.")]
    [InlineData("else: help", "else: over", "In every other case, step ask-safety now leads to over; before: help.")]
    public void A_question_that_changed_is_told_in_one_sentence(string old, string now, string sentence) =>
        Assert.Contains(sentence, Between(Asked, Replaced(Asked, old, now)).Select(d => d.Sentence));

    [Fact]
    public void Where_a_plain_step_leads_is_told_when_it_changes() =>
        Assert.Equal("Step hello now leads to over; before: help.", Only("  - id: hello\n    say: \"Hello.\"\n    next: help\n", "  - id: hello\n    say: \"Hello.\"\n    next: over\n"));

    [Fact]
    public void A_condition_that_came_and_one_that_went_are_two_sentences()
    {
        var sentences = Between(Asked, Asked.Replace("when: safety = safe, go: over", "when: safety = unsafe, go: help", StringComparison.Ordinal)).Select(d => d.Sentence);
        Assert.Equal(["Step ask-safety has a new way: when safety is “No”, it leads to help.", "Step ask-safety lost a way: when safety is “Yes”, it led to over."], sentences);
    }

    [Theory]
    [InlineData("alert: counselor", "alert: duty-counselor", "Who is alerted first in step help is now the duty counselor; before: the counselor.")]
    [InlineData("severity: standard\n    card", "severity: critical\n    card", "The severity of the alert in step help is now critical; before: standard.|When the alert of step help leaves is now at once; before: after a random few minutes.")]
    [InlineData("acknowledge: 1 hour", "acknowledge: 2 school-days", "The time to answer the alert in step help is now 2 school days; before: 1 hour.")]
    [InlineData("escalate: [{ to: principal }]", "escalate: [{ to: principal, acknowledge: 10 minutes }, { to: safeguarding-lead }]", "Who is told when nobody answers the alert in step help is now: the principal (10 minutes to answer), then the safeguarding lead; before: the principal.")]
    public void An_alert_that_changed_says_what_of_it(string old, string now, string sentence)
    {
        Assert.Contains(old, Samples.Help, StringComparison.Ordinal);
        Assert.Equal(sentence.Split('|'), VersionDifferences.Between(Samples.Of(Samples.Help), Samples.Of(Samples.Help.Replace(old, now, StringComparison.Ordinal))).Select(d => d.Sentence));
    }

    [Fact]
    public void A_form_tells_of_questions_that_came_went_and_changed()
    {
        const string before = "  - id: tell\n    form: card\n    fields:\n      what: { type: text, label: \"What?\", required: true }\n      who: { type: people, label: \"Who?\" }\n    timeout: { after: 5 minutes, go: help }\n";
        const string after = "  - id: tell\n    form: card\n    fields:\n      what: { type: text, label: \"What happened?\" }\n      where: { type: text, label: \"Where?\" }\n    timeout: { after: 5 minutes, go: help }\n";
        Assert.Equal(
            [
                "Step tell has a new question, where (free text).",
                "Step tell no longer asks who.",
                "The question what of step tell was reworded.",
                "Whether the question what of step tell must be answered is now no; before: yes.",
            ],
            Between(before, after).Select(d => d.Sentence));
    }

    [Fact]
    public void A_step_that_became_another_kind_of_step_says_what_it_does_now() =>
        Assert.Equal("Step calm is there for something else: wait 2 weeks; before: say something.", Only("  - id: calm\n    say: \"Breathe.\"\n    next: help\n", "  - id: calm\n    wait: 2 weeks\n    next: help\n"));

    [Theory]
    [InlineData("owner: principal", "owner: safeguarding-lead", "The owner is now the safeguarding lead; before: the principal.")]
    [InlineData("severity: standard\nlanguage", "severity: critical\nlanguage", "The severity is now critical; before: standard.")]
    [InlineData("title: \"Small\"", "title: \"Little\"", "The title was reworded.")]
    [InlineData("owner: principal", "owner: principal\nmay-start: [counselor]", "It may now be started by the counselor; before: everybody.")]
    [InlineData("owner: principal", "owner: principal\nanonymous: never", "Whether somebody may go through it without a name is now never without; before: as they like.")]
    [InlineData("starts-on: [\"menu:small\"]", "starts-on: [\"menu:small\", \"signal:self-harm\"]", "It now also starts by words that sound like “self-harm”.")]
    public void The_header_tells_of_owner_severity_and_who_may_start_it(string old, string now, string sentence)
    {
        var text = Samples.Text(Samples.Help);
        var difference = Assert.Single(VersionDifferences.Between(Samples.Read(text), Samples.Read(Replaced(text, old, now))));
        Assert.Equal((DifferencePart.Header, sentence), (difference.Part, difference.Sentence));
    }

    [Fact]
    public void Roles_are_called_as_the_district_calls_them()
    {
        var difference = Assert.Single(VersionDifferences.Between(Samples.Of(Samples.Help), Samples.Of(Samples.Help.Replace("alert: counselor", "alert: administrator", StringComparison.Ordinal)), id => id == "administrator" ? "assistant principal" : id));
        Assert.Equal("Who is alerted first in step help is now the assistant principal; before: the counselor.", difference.Sentence);
    }

    [Fact]
    public void It_is_read_in_the_order_of_the_newer_version_with_what_went_where_it_stood()
    {
        static string Step(string id, string text, string next) => $"  - id: {id}\n    say: \"{text}\"\n    next: {next}\n";
        var sentences = Between(Step("a", "One.", "b") + Step("b", "Two.", "c") + Step("c", "Three.", "help"), Step("a", "One!", "c") + Step("c", "Three!", "d") + Step("d", "Four.", "help"), "", "title: \"Little\"").Select(d => d.Sentence);
        Assert.Equal(
            ["The title was reworded.", "What step a says was reworded.", "Step a now leads to c; before: b.", "Step b was removed. It was there to: say something.", "What step c says was reworded.", "Step c now leads to d; before: help.", "Step d is new: say something. It leads to help."],
            sentences);
    }
}
