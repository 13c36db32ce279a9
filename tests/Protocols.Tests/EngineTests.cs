using SupportBot.Cases;

namespace SupportBot.Protocols.Tests;

public class EngineTests
{
    private static readonly Protocol Staff = Samples.Of("""
          - id: stay
            do: "Stay with the student"
            role: counselor
            due: 10 minutes
            next: [{ when: stay = not-possible, go: help }, { else: two }]
          - id: two
            do: "Lock the room"
            answer: locked
            role: principal
            due: 1 hour
            confirm: two-person
            timeout: { after: 2 hours, go: help }
            next: over

        """ + Samples.Help);

    private static readonly Protocol Caller = Samples.Of("""
          - id: ready
            ask: "Ready?"
            answer: ready
            choices: { sure: "Sure", later: "Later" }
            timeout: { after: 1 hour, go: help }
          - id: check
            call: suicide-risk
          - id: thanks
            say: "Thank you."
          - id: help
            alert: counselor
            severity: urgent
            card: new-case
            acknowledge: 1 hour
            escalate: [{ to: principal }]
          - id: over
            end: reported

        """);

    [Fact]
    public void Shows_help_then_asks_and_starts_the_clock()
    {
        var player = new Player(Samples.SuicideRisk);
        Assert.Equal("crisis-lines", player.Effect<Say>().Resource!.Id);
        Assert.Equal(["safe", "unsafe", "unsure"], player.Effect<Ask>().Question.Fields[0].Choices.Select(c => c.Id));
        Assert.Equal(Span.Minutes(2), player.Effect<StartTimer>().After);
        Assert.Equal("t1", player.Token);
        Assert.Equal(["show-help", "ask-safety"], player.Run.Walked.Select(w => w.StepId));
    }

    [Fact]
    public void An_alert_carries_its_ladder_and_does_not_stop_the_walk()
    {
        var player = new Player(Samples.SuicideRisk).Pick("safety", "unsafe");
        var raised = player.Effect<RaiseCase>();
        Assert.Equal(("duty-counselor", Severity.Critical, Release.AtOnce), (raised.Role, raised.Severity, raised.Release));
        Assert.Equal(["safeguarding-lead", "principal"], raised.Ladder.Select(r => r.To));
        Assert.Equal(player.Token, player.Effect<Invite>().Token);
        Assert.True(player.Run.IsWaiting);
        Assert.Equal("handed-over", player.Take(new Joined(player.Token, "p7")).Effect<Finish>().Outcome);
        Assert.True(player.Run.IsEnded);
    }

    [Fact]
    public void A_routine_alert_leaves_blurred() =>
        Assert.Equal(Release.Blurred, Samples.Bullying.Steps.OfType<AlertStep>().Single(a => a.Id == "report-standard").Release);

    [Fact]
    public void Silence_leads_on_and_only_so_often()
    {
        var player = new Player(Samples.SuicideRisk);
        player.Take(new Silence(player.Token));
        for (var i = 1; i <= 6; i++)
        {
            player.Take(new Silence(player.Token));
            Assert.Equal(i, player.Run.Visits("show-help-again"));
        }
        Assert.Equal("counselor-still-called", player.Take(new Silence(player.Token)).Effect<Finish>().Outcome);
    }

    [Fact]
    public void A_stale_token_is_refused_whatever_carries_it()
    {
        var player = new Player(Samples.SuicideRisk).Pick("safety", "safe");
        ProtocolInput[] stale = [GiveAnswer.To("t1", "who", new ChoiceAnswer("me")), new Silence("t1"), new Joined("t1", "p"), new DidIt("t1", TaskResult.Done), new WokeUp("t1")];
        Assert.All(stale, input => Assert.IsType<InputRefusal.QuestionClosed>(player.RefusedFor(input)));
    }

    [Fact]
    public void An_input_of_another_kind_is_not_awaited()
    {
        var player = new Player(Samples.SuicideRisk);
        Assert.All<ProtocolInput>([new Joined("t1", "p"), new WokeUp("t1"), new DidIt("t1", TaskResult.Done)], i => Assert.IsType<InputRefusal.NotAwaited>(player.RefusedFor(i)));
    }

    [Fact]
    public void Nothing_is_taken_after_the_end()
    {
        var player = new Player(Samples.Bullying);
        player.Take(new Silence(player.Token));
        Assert.Equal("abandoned", player.Run.Outcome);
        Assert.IsType<InputRefusal.Ended>(player.RefusedFor(new StepBack()));
    }

    [Fact]
    public void A_wait_sleeps_on_the_school_calendar_and_wakes()
    {
        var player = new Player(Samples.Bullying).Write("what", "words").Give("where", new Skipped()).Give("when", new DateAnswer(Samples.Today, PartOfDay.Lunch)).Pick("harm", "none");
        Assert.Equal(Span.SchoolDays(5), player.Effect<Sleep>().For);
        Assert.Null(ProtocolEngine.Open(player.Run, new Bookshelf(Samples.Bullying)));
        player.Take(new WokeUp(player.Token));
        Assert.Equal(["since"], player.OpenFields);
    }

    [Fact]
    public void A_task_that_was_handed_over_stays_open_for_the_next_person()
    {
        var player = new Player(Staff);
        var first = player.Token;
        player.Take(new DidIt(first, TaskResult.HandedOver));
        Assert.Equal("stay", player.Effect<GiveTask>().StepId);
        Assert.IsType<InputRefusal.QuestionClosed>(player.RefusedFor(new DidIt(first, TaskResult.Done)));
        Assert.Equal("two", player.Take(new DidIt(player.Token, TaskResult.Done)).Run.Top.StepId);
    }

    [Fact]
    public void Not_possible_needs_a_reason_and_is_an_answer()
    {
        var player = new Player(Staff);
        Assert.Equal(new InputRefusal.NotUnderstood("stay", AnswerFault.Required), player.RefusedFor(new DidIt(player.Token, TaskResult.NotPossible, "p1", new PersonText(" "))));
        player.Take(new DidIt(player.Token, TaskResult.NotPossible, "p1", new PersonText("words")));
        Assert.Equal("reported", player.Run.Outcome);
        Assert.Equal(new TextAnswer(new PersonText("words")), player.Run.Answers["stay.reason"]);
    }

    [Fact]
    public void Two_people_must_say_it_where_the_protocol_asks_for_two()
    {
        var player = new Player(Staff);
        player.Take(new DidIt(player.Token, TaskResult.Done));
        Assert.True(player.Effect<GiveTask>().TwoPerson);
        player.Take(new DidIt(player.Token, TaskResult.Done, "p1"));
        Assert.False(player.Run.IsEnded);
        Assert.IsType<InputRefusal.SamePerson>(player.RefusedFor(new DidIt(player.Token, TaskResult.Done, "p1")));
        Assert.Equal("reported", player.Take(new DidIt(player.Token, TaskResult.Done, "p2")).Run.Outcome);
    }

    [Fact]
    public void A_called_protocol_runs_and_returns_with_its_answers()
    {
        var player = new Player(Caller, Samples.SuicideRisk).Pick("ready", "sure");
        Assert.Equal(2, player.Run.Frames.Count);
        Assert.Equal(Samples.SuicideRisk.Hash, player.Run.Top.Hash);
        player.Pick("safety", "unsafe");
        player.Take(new Joined(player.Token, "p1"));
        Assert.Equal(["thanks"], player.Said);
        Assert.Equal("reported", player.Run.Outcome);
        Assert.Equal(["check.safety", "ready"], player.Run.Answers.Keys.Order());
    }

    [Fact]
    public void A_call_that_finds_nothing_falls_back_to_a_person() =>
        Assert.Equal("counselor", new Player(Caller).Pick("ready", "sure").Effect<RaiseCase>().Role);

    [Fact]
    public void A_recall_leads_to_the_fallback_once_and_to_nothing_else()
    {
        var player = new Player(Samples.Bullying).Write("what", "words");
        player.Take(new Recall());
        Assert.Equal("ask-for-a-person", player.Effect<RaiseCase>().StepId);
        Assert.Equal("talk", player.Run.Top.StepId);
        Assert.IsType<InputRefusal.AlreadyRecalled>(player.RefusedFor(new Recall()));
    }

    [Fact]
    public void A_recall_of_a_called_version_leaves_the_caller_in_place()
    {
        var player = new Player(Caller, Samples.SuicideRisk).Pick("ready", "sure");
        Assert.IsType<InputRefusal.NotAwaited>(player.RefusedFor(new Recall(new ProtocolKey("other", 1))));
        player.Take(new Recall(Samples.SuicideRisk.Key));
        Assert.Equal((2, "wait-together"), (player.Run.Frames.Count, player.Run.Top.StepId));
    }

    [Fact]
    public void A_run_is_held_to_the_content_it_was_pinned_to()
    {
        var player = new Player(Samples.SuicideRisk);
        var changed = Samples.Read(Samples.Examples()["protocols/suicide-risk/1.yaml"].Replace("Are you safe", "Are you really safe"), "suicide-risk/1.yaml");
        Assert.Throws<InvalidOperationException>(() => ProtocolEngine.Resume(player.Run, new Silence("t1"), new Bookshelf(changed)));
        Assert.Throws<InvalidOperationException>(() => ProtocolEngine.Resume(player.Run, new Silence("t1"), new Bookshelf()));
    }

    [Fact]
    public void A_loop_without_a_wait_is_stopped()
    {
        var endless = Samples.Of("  - id: a\n    say: \"A\"\n    next: a\n" + Samples.Help);
        Assert.Throws<InvalidOperationException>(() => new Player(endless));
    }
}
