namespace SupportBot.Protocols.Tests;

public class CaseDifferenceTests
{
    private const string Plan = """
        case:
          kind: small
          title: "Small case"
          sees: [counselor, principal]
          never-sees: people-named-in-the-report
          states:
            - { id: submitted, title: "Sent in", next: [assigned] }
            - { id: assigned, title: "Assigned", requires: [triage], next: [notified, extended] }
            - { id: extended, title: "More time", reason: true, next: [notified] }
            - { id: notified, title: "Families told", next: [closed] }
            - { id: closed, title: "Closed", end: true, next: [assigned] }
          tasks:
            - id: triage
              title: "Look at it"
              owner: administrator
              opens: submitted
              due: { within: 1 school-day }
              escalate: [{ to: principal, after: 1 school-day }]
              form: { kinds: { type: choices, label: "What is it?", required: true, choices: { verbal: "Words", sexual: "Sexual" } } }
            - id: parent-notice
              title: "Tell both families"
              owner: counselor
              opens: assigned
              source: "ORS 339.356"
              status: verify
              form:
                outcome: { type: choice, label: "Told?", required: true, choices: { told: "Told", withheld: "Unsafe to tell" } }
                reason: { type: text, label: "Why?", when: outcome != told, required: true, max: 1000 }
          clocks:
            - { id: appeal, title: "Appeal possible", starts: notified, within: 30 days, in: OR, source: "Rule", status: verify }
          outcomes: { helped: "Helped", referred: "Handled elsewhere" }
          keep: { after: closed, for: 5 years, then: shred }

        """;

    private static readonly string Whole = Samples.Text(Samples.Help).Replace("language: en\n", "language: en\njurisdictions: [OR, CA]\n", StringComparison.Ordinal) + Plan;

    private static IReadOnlyList<Difference> Changed(string old, string now)
    {
        Assert.Contains(old, Whole, StringComparison.Ordinal);
        return VersionDifferences.Between(Samples.Read(Whole), Samples.Read(Whole.Replace(old, now, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("sees: [counselor, principal]", "sees: [counselor, safeguarding-lead]", DifferencePart.Case, "Such a case may now also be seen by the safeguarding lead.|Such a case may no longer be seen by the principal.")]
    [InlineData("  never-sees: people-named-in-the-report\n", "", DifferencePart.Case, "Whether staff named in the report are kept from ever seeing it is now no; before: yes.")]
    [InlineData("  states:\n", "  about-staff: { certain: reached = yes }\n  states:\n", DifferencePart.Case, "When the report counts as one about an adult of the school is now reached = yes; before: never.")]
    [InlineData("for: 5 years, then: shred", "for: 7 years, then: ask", DifferencePart.Case, "How long such a case is kept is now 7 years after “Closed”, then a person is asked; before: 5 years after “Closed”, then it is shredded.")]
    [InlineData("referred: \"Handled elsewhere\"", "moved: \"Moved away\"", DifferencePart.Case, "It can now also be closed as “Moved away”.|It can no longer be closed as “Handled elsewhere”.")]
    [InlineData("title: \"Families told\", next", "title: \"Families told\", requires: [parent-notice], next", DifferencePart.States, "To enter the state “Families told”, this must now be done first: “Tell both families”.")]
    [InlineData("requires: [triage], ", "", DifferencePart.States, "To enter the state “Assigned”, this need no longer be done first: “Look at it”.")]
    [InlineData("next: [notified, extended]", "next: [notified, extended, closed]", DifferencePart.States, "From the state “Assigned” a case may now also go to “Closed”.")]
    [InlineData("title: \"More time\", reason: true", "title: \"More time\"", DifferencePart.States, "Whether a reason must be written to enter the state “More time” is now no; before: yes.")]
    [InlineData("owner: administrator", "owner: principal", DifferencePart.Tasks, "Who does the task “Look at it” is now the principal; before: the administrator.")]
    [InlineData("due: { within: 1 school-day }", "due: { within: 2 school-hours }", DifferencePart.Tasks, "The time for the task “Look at it” is now 2 school hours; before: 1 school day.")]
    [InlineData("escalate: [{ to: principal, after: 1 school-day }]", "escalate: [{ to: safeguarding-lead, after: 1 hour }]", DifferencePart.Tasks, "Who is told when the task “Look at it” is overdue is now: the safeguarding lead after 1 hour; before: the principal after 1 school day.")]
    [InlineData("sexual: \"Sexual\"", "weapon: \"A weapon\"", DifferencePart.Tasks, "The field “What is it?” of the task “Look at it” has a new answer: “A weapon”.|The field “What is it?” of the task “Look at it” no longer has the answer “Sexual”.")]
    [InlineData("opens: assigned\n", "opens: assigned\n      when: { task: triage, field: kinds, is: [sexual] }\n", DifferencePart.Tasks, "When the task “Tell both families” opens is now: only when the task “Look at it” was answered, under “What is it?”, with “Sexual”; before: always.")]
    [InlineData("opens: assigned\n", "opens: assigned\n      confirm: two-person\n", DifferencePart.Tasks, "How many must say that the task “Tell both families” is done is now two people; before: one person.")]
    [InlineData("opens: assigned\n", "opens: assigned\n      repeats: { every: 4 weeks, times: 6 }\n", DifferencePart.Tasks, "How often the task “Tell both families” comes is now every 4 weeks, 6 times in all; before: once.")]
    [InlineData("opens: assigned\n", "opens: assigned\n      repeats: { every: 4 weeks, times: 6, all: true }\n", DifferencePart.Tasks, "How often the task “Tell both families” comes is now every 4 weeks, 6 times in all, of which each counts; before: once.")]
    [InlineData("opens: assigned\n", "opens: assigned\n      not-before: { after: 10 days, unless: { field: told, is: [told] } }\n", DifferencePart.Tasks, "How soon the task “Tell both families” may be finished is now after 10 days, or at once where told is told; before: at once.")]
    [InlineData("opens: assigned\n", "opens: assigned\n      replaces: triage\n", DifferencePart.Tasks, "What the task “Tell both families” replaces at the family's wish is now the task “Look at it”; before: nothing.")]
    [InlineData("opens: assigned\n", "opens: assigned\n      repeats: { every: 30 minutes, until: closed }\n", DifferencePart.Tasks, "How often the task “Tell both families” comes is now every 30 minutes, until it is in “Closed”; before: once.")]
    [InlineData("opens: assigned\n", "opens: assigned\n      repeats: { every: 4 weeks, times: 6, until: closed }\n", DifferencePart.Tasks, "How often the task “Tell both families” comes is now every 4 weeks, 6 times in all or until it is in “Closed”; before: once.")]
    [InlineData("label: \"Told?\", required: true", "label: \"Told?\", required: true, must: [told], must-when: { task: triage, field: kinds, is: [sexual] }", DifferencePart.Tasks, "What must be answered to the field “Told?” of the task “Tell both families” for the task to be finished is now “Told”, where the task “Look at it” was answered, under “What is it?”, with “Sexual”; before: anything.")]
    [InlineData("status: verify\n      form", "status: found\n      form", DifferencePart.Tasks, "Whether the source of the task “Tell both families” may be relied on is now found in its source; before: not verified.")]
    [InlineData("max: 1000 }", "max: 1000 }\n        when-told: { type: date, label: \"When?\", required: true }", DifferencePart.Tasks, "The form of the task “Tell both families” has a new field that must be filled in: “When?”.")]
    [InlineData("within: 30 days", "within: 10 working-days", DifferencePart.Clocks, "The time of the clock “Appeal possible” is now 10 working days; before: 30 days.")]
    [InlineData("starts: notified,", "starts: notified, ends-with: { task: parent-notice, field: outcome, is: told },", DifferencePart.Clocks, "What stops the clock “Appeal possible” early is now that the task “Tell both families” was answered, under “Told?”, with “Told”; before: nothing.")]
    [InlineData("source: \"Rule\", status: verify", "source: \"Rule\", status: found", DifferencePart.Clocks, "Whether the source of the clock “Appeal possible” may be relied on is now found in its source; before: not verified.")]
    public void What_changed_in_the_case_is_said_in_short_sentences(string old, string now, DifferencePart part, string sentences)
    {
        var differences = Changed(old, now);
        Assert.Equal(sentences.Split('|'), differences.Select(d => d.Sentence));
        Assert.All(differences, d => Assert.Equal(part, d.Part));
    }

    [Fact]
    public void States_tasks_and_clocks_that_came_and_went_are_told()
    {
        Assert.Contains(Changed("    - { id: extended, title: \"More time\", reason: true, next: [notified] }\n", "    - { id: waiting, title: \"Waiting\", next: [notified] }\n"), d => d.Sentence == "The state “Waiting” is new.");
        Assert.Contains(Changed("    - id: triage\n      title: \"Look at it\"", "    - id: first-look\n      title: \"First look\""), d => d.Sentence == "The task “First look” is new: for the administrator, from “Sent in” on, within 1 school day.");
        Assert.Contains(Changed("    - id: triage\n      title: \"Look at it\"", "    - id: first-look\n      title: \"First look\""), d => d.Sentence == "The task “Look at it” of the administrator was removed.");
        Assert.Equal(
            ["The clock “Answer” is new: 5 days from “Families told”, in CA. Its source: Law (not verified).", "The clock “Appeal possible” (30 days) was removed."],
            Changed("{ id: appeal, title: \"Appeal possible\", starts: notified, within: 30 days, in: OR, source: \"Rule\", status: verify }", "{ id: answer, title: \"Answer\", starts: notified, within: 5 days, in: CA, source: \"Law\", status: verify }").Select(d => d.Sentence));
    }

    [Fact]
    public void A_case_that_is_opened_at_all_now_is_one_sentence()
    {
        var without = Samples.Read(Whole[..^Plan.Length]);
        Assert.Equal("It now opens a case: “Small case”, with 5 states, 2 tasks and 1 clocks; the counselor and the principal may see it.", Assert.Single(VersionDifferences.Between(without, Samples.Read(Whole))).Sentence);
        Assert.Equal("It no longer opens a case (it opened “Small case”).", Assert.Single(VersionDifferences.Between(Samples.Read(Whole), without)).Sentence);
    }
}
