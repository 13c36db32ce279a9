using SupportBot.Cases;

namespace SupportBot.Protocols.Tests;

/// <summary>What the library asks of the case section: conditional, repeating and two-person tasks, child cases, what is kept in sight.</summary>
public class LibraryLanguageTests
{
    internal const string Plan = """
        case:
          kind: small
          title: "Small case"
          sees: [counselor]
          gate: sorted
          watch: [{ label: "What it is", task: triage, field: kinds }]
          opens: [{ protocol: other, at: sorted, when: { task: triage, field: kinds, is: [weapon] }, once: true }]
          linked: [other]
          states:
            - { id: open, title: "Open", next: [sorted] }
            - { id: sorted, title: "Sorted", requires: [triage], next: [closed] }
            - { id: closed, title: "Closed", end: true, requires: [team, sign-off, later], next: [sorted] }
          tasks:
            - id: triage
              title: "Sort it"
              owner: counselor
              opens: open
              trained-in: screening
              slot: form
              form:
                kinds: { type: choices, label: "What is it?", required: true, choices: { weapon: "A weapon", conflict: "A conflict" } }
                sure: { type: yes-no, label: "Sure?", must: "yes" }
                asked: { type: choices, label: "Who was asked?", when: sure = no, must: all, choices: { friend: "A friend", family: "The family" } }
                place: { type: choice, label: "Where?", when: sure = no, must: [here, there], choices: { here: "Here", there: "There", nowhere: "Nowhere" } }
            - { id: team, title: "Tell the team", owner: principal, opens: sorted, when: { task: triage, field: kinds, is: [weapon] } }
            - { id: review, title: "Look again", owner: counselor, opens: sorted, due: { within: 2 weeks }, repeats: { every: 4 weeks, times: 3, until: closed } }
            - { id: sign-off, title: "Agree", owner: principal, opens: sorted, confirm: two-person }
            - { id: level, title: "Write the level", owner: counselor, opens: sorted, form: { level: { type: choice, label: "Which level?", must: [high], must-when: { task: triage, field: kinds, is: [weapon] }, choices: { low: "Low", high: "High" } } } }
            - { id: later, title: "Ask later", owner: counselor, opens: sorted, due: { within: 2 weeks }, not-before: { after: 10 days, unless: { field: outcome, is: [left] } }, repeats: { every: 2 weeks, times: 2, all: true }, form: { outcome: { type: choice, label: "How is it?", required: true, choices: { well: "Well", left: "Left" } } } }
            - { id: take, title: "Take it", owner: counselor, opens: sorted, due: { by: "04-15", within: 2 weeks }, by: receiving-school }
          outcomes: { done: "Done" }

        """;

    private const string Stories = """
        protocol: small@1
        stories:
          - name: a weapon
            answers: {}
            expect: { outcome: reported, case: standard, told: [counselor] }
            case:
              - { finish: triage, with: { kinds: [weapon, conflict], sure: "no", asked: [friend], place: nowhere }, lacks: [sure, asked, place] }
              - { try: sorted, refused-for: [triage] }
              - { finish: triage, with: { kinds: [weapon, conflict], sure: "yes" } }
              - { do: sorted, expect: { opens-case: [other], open: [team, review, sign-off, level, later, take] } }
              - { finish: level, with: { level: low }, lacks: [level] }
              - { finish: level, with: { level: high } }
              - { finish: review }
              - { finish: take, refused: true }
              - { hand-to: other-school }
              - { finish: take, refused: true }
              - { finish: take, by: p2 }
              - { finish: later, with: { outcome: well }, refused: true }
              - { in: 10 days }
              - { finish: later, with: { outcome: well } }
              - { try: closed, refused-for: [team, sign-off, later] }
              - { finish: later, with: { outcome: left } }
              - { try: closed, refused-for: [team, sign-off] }
              - { finish: team }
              - { finish: sign-off }
              - { try: closed, refused-for: [sign-off] }
              - { agree: sign-off }
              - { finish: review }
              - { do: closed, outcome: done }
          - name: a conflict
            answers: {}
            expect: { outcome: reported, case: standard, told: [counselor] }
            case:
              - { finish: triage, with: { kinds: [conflict], sure: "yes" } }
              - { do: sorted, expect: { open: [review, sign-off, level, later, take] } }
              - { finish: level, with: { level: low } }
              - { finish: sign-off }
              - { agree: sign-off }
              - { finish: later, with: { outcome: left } }
              - { finish: later, with: { outcome: left } }
              - { do: closed, outcome: done }

        """;

    private static readonly References References = Samples.References with
    {
        Slots = new HashSet<string> { "form" }, Trainings = new HashSet<string> { "screening" }, Protocols = new HashSet<string> { "other" },
    };

    private static string Text(string plan) => Samples.Text(Samples.Help) + plan;

    private static string[] Faults(string from, string to, References? references = null)
    {
        Assert.Contains(from, Plan, StringComparison.Ordinal);
        var (protocol, faults) = ProtocolReader.Read("small/1.yaml", Text(Plan.Replace(from, to)));
        return [.. (protocol is null ? faults : ProtocolChecks.Check(protocol, references ?? References)).Select(f => f.ToString())];
    }

    [Fact]
    public void Reads_the_plan_as_cases_know_it()
    {
        var protocol = Samples.Read(Text(Plan));
        Assert.Empty(ProtocolChecks.Check(protocol, References));
        var plan = protocol.Case!;
        Assert.Equal(("sorted", "What it is", "triage", "kinds"), (plan.Gate, plan.Watch[0].Label, plan.Watch[0].Task, plan.Watch[0].Field));
        Assert.Equal(("screening", "form", true), (plan.Task("triage")!.TrainedIn, plan.Task("triage")!.Slot, plan.Task("sign-off")!.TwoPerson));
        Assert.Equal(new Repetition(new Span(4, SpanUnit.Weeks), 3, "closed"), plan.Task("review.2")!.Repeats);
        Assert.Equal(("other", "sorted", true), (plan.Opens[0].Protocol, plan.Opens[0].At, plan.Opens[0].Once));
        Assert.Equal(["weapon"], plan.Task("team")!.When!.Is);
        Assert.Equal((true, new YearDay(4, 15), new Span(2, SpanUnit.Weeks)), (plan.Task("take")!.ByReceivingSchool, plan.Task("take")!.DueBy, plan.Task("take")!.Due));
        Assert.Equal([null, "yes", "friend,family", "here,there"], plan.Task("triage")!.Form.Select(f => f.Must is null ? null : string.Join(',', f.Must)));
        Assert.All(plan.Task("triage")!.Form, f => Assert.True(f.Required));
        var when = plan.Task("level")!.Form.Single().MustWhen!;
        Assert.Equal(("triage", "kinds", "weapon"), (when.Task, when.Field, Assert.Single(when.Is)));
    }

    [Fact]
    public void Stories_walk_what_depends_on_an_answer_and_what_takes_two()
    {
        var protocol = Samples.Read(Text(Plan));
        var (book, unread) = Protocols.Stories.Read("small/1.stories.yaml", Stories);
        Assert.Empty(unread);
        Assert.Empty(Protocols.Stories.Run(protocol, book!, new Bookshelf([protocol])).Faults);
        var wrong = Protocols.Stories.Read("small/1.stories.yaml", Stories.Replace("- { agree: sign-off }\n      - { finish: review }", "- { finish: review }").Replace("opens-case: [other], ", "opens-case: [nothing], ")).Book!;
        var told = string.Join('\n', Protocols.Stories.Run(protocol, wrong, new Bookshelf([protocol])).Faults);
        Assert.Contains("does not open nothing", told, StringComparison.Ordinal);
        string ToldWith(string from, string to) =>
            string.Join('\n', Protocols.Stories.Run(protocol, Protocols.Stories.Read("small/1.stories.yaml", Stories.Replace(from, to)).Book!, new Bookshelf([protocol])).Faults);
        Assert.Contains("opens [other], more than the story says", ToldWith("opens-case: [other], ", "opens-case: [], "), StringComparison.Ordinal);
        Assert.Contains("leaves triage open: [sure, asked, place] must be answered otherwise", ToldWith(", lacks: [sure, asked, place]", ""), StringComparison.Ordinal);
        Assert.Contains("lets p2 finish take", ToldWith("- { finish: take, by: p2 }", "- { finish: take, by: p2, refused: true }"), StringComparison.Ordinal);
        Assert.Contains("cannot finish take: it is for somebody of the receiving school", ToldWith("- { finish: take, refused: true }\n      - { hand-to", "- { finish: take }\n      - { hand-to"), StringComparison.Ordinal);
        Assert.Contains("finishes triage", ToldWith("{ kinds: [conflict], sure: \"yes\" } }", "{ kinds: [conflict], sure: \"yes\" }, lacks: [sure] }"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is: [weapon] } }\n            - { id: review", "is: [knife] } }\n            - { id: review", "has no choice knife")]
    [InlineData("when: { task: triage, field: kinds, is: [weapon] } }\n            - { id: review", "when: { task: triag, field: kinds, is: [weapon] } }\n            - { id: review", "there is no task triag; did you mean triage?")]
    [InlineData("when: { task: triage, field: kinds, is: [weapon] } }\n            - { id: review", "when: { task: sign-off, field: kinds, is: [weapon] } }\n            - { id: review", "sign-off has no choice called kinds")]
    [InlineData("requires: [triage], next: [closed]", "next: [closed]", "triage may not be finished yet when the case enters sorted")]
    [InlineData("at: sorted, when", "at: sortd, when", "sortd, which is no state")]
    [InlineData("at: sorted, when: { task: triage, field: kinds, is: [weapon] }, once: true }]", "at: open }]", "before any person has looked")]
    [InlineData("protocol: other, at", "protocol: another, at", "there is no protocol another")]
    [InlineData("gate: sorted", "gate: sortd", "gate names sortd")]
    [InlineData("task: triage, field: kinds }]", "task: triage, field: kind }]", "triage has no choice called kind")]
    [InlineData("trained-in: screening", "trained-in: screnning", "there is no training screnning")]
    [InlineData("slot: form", "slot: forms", "there is no slot forms")]
    [InlineData("opens: sorted, due: { within: 2 weeks }, repeats", "opens: sorted, repeats", "repeats but the first is never due")]
    [InlineData("times: 3", "times: 1", "times must be from 2 to 60")]
    [InlineData("until: closed", "until: clozed", "the task review repeats until clozed, which is no state; did you mean closed?")]
    [InlineData("until: closed", "until: open", "repeats until open, which does not come after sorted")]
    [InlineData("until: closed", "until: sorted", "repeats until sorted, which does not come after sorted")]
    [InlineData("not-before: { after: 10 days", "not-before: { after: 3 weeks", "the task later is overdue before it may be finished")]
    [InlineData("unless: { field: outcome, is: [left]", "unless: { field: outcom, is: [left]", "later has no choice called outcom; did you mean outcome?")]
    [InlineData("unless: { field: outcome, is: [left]", "unless: { field: outcome, is: [lef]", "outcome of later has no choice lef; did you mean left?")]
    [InlineData("times: 2, all: true", "all: true", "all of what goes on until the case ends is never done")]
    [InlineData("confirm: two-person", "confirm: three-person", "confirm")]
    [InlineData("by: \"04-15\"", "by: \"15-04\"", "is not a day of the year")]
    [InlineData("by: receiving-school", "by: receiving-schol", "did you mean receiving-school?")]
    [InlineData("must: [here, there]", "must: [here, ther]", "there is no choice \"ther\"; did you mean there?")]
    [InlineData("must: [here, there]", "must: []", "must names no answer")]
    [InlineData("must-when: { task: triage", "must-when: { task: triag", "level: there is no task triag; did you mean triage?")]
    [InlineData("must-when: { task: triage, field: kinds", "must-when: { task: triage, field: kind", "triage has no choice called kind; did you mean kinds?")]
    [InlineData("must-when: { task: triage, field: kinds, is: [weapon]", "must-when: { task: triage, field: kinds, is: [weapons]", "kinds of triage has no choice weapons; did you mean weapon?")]
    [InlineData("title: \"Write the level\", owner: counselor, opens: sorted", "title: \"Write the level\", owner: counselor, opens: open", "triage may not be finished yet when the case enters open")]
    [InlineData("label: \"Which level?\", must: [high], must-when", "label: \"Which level?\", must-when", "must-when says when, and not what must be answered then; write must as well")]
    [InlineData("must: \"yes\"", "must: \"maybe\"", "there is no choice \"maybe\"")]
    [InlineData("must: all", "must: [friend, everybody]", "there is no choice \"everybody\"")]
    [InlineData("type: yes-no, label: \"Sure?\", must: \"yes\"", "type: text, label: \"Sure?\", must: \"yes\"", "only what is chosen can be asked")]
    public void What_could_not_work_is_refused_with_its_cure(string from, string to, string says) =>
        Assert.Contains(Faults(from.Replace("\n            ", "\n    "), to.Replace("\n            ", "\n    ")), f => f.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void A_gate_behind_the_state_that_ends_a_task_asks_for_it_only_where_it_was_surely_done()
    {
        string[] With(string requiredToSort) =>
        [
            .. ProtocolChecks.Check(Samples.Read(Text(Plan
                .Replace("opens: sorted, due: { within: 2 weeks }, repeats: { every: 4 weeks, times: 3, until: closed }", "opens: open, due: { within: 2 weeks }, repeats: { every: 4 weeks, until: sorted }", StringComparison.Ordinal)
                .Replace("requires: [triage]", $"requires: [{requiredToSort}]", StringComparison.Ordinal)
                .Replace("requires: [team, sign-off, later]", "requires: [team, sign-off, later, review]", StringComparison.Ordinal))), References).Select(f => f.ToString()),
        ];
        Assert.Contains(With("triage"), f => f.Contains("closed requires review, which ends with sorted and may not be done by then; let sorted require it too", StringComparison.Ordinal));
        Assert.Empty(With("triage, review"));
    }

    [Fact]
    public void Who_may_start_it_are_roles_that_there_are()
    {
        string With(string roles) => Samples.Text(Samples.Help).Replace("language: en\n", $"language: en\nmay-start: [{roles}]\n");
        Assert.Empty(Samples.Faults(With("staff")));
        Assert.Equal(["counselor", "principal"], Samples.Read(With("counselor, principal")).MayStart);
        Assert.Contains(Samples.Faults(With("counsellor")), f => f.ToString().Contains("did you mean counselor?", StringComparison.Ordinal));
    }
}
