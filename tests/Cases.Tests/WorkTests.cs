using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

public class WorkTests
{
    private static readonly Dictionary<string, string> Told = new() { ["outcome"] = "told" };
    private readonly Bench bench = new();

    private Case Triaged(string jurisdiction = "OR") => CaseEngine.Move(bench.Opened(jurisdiction: jurisdiction).Case, "triaged", null, bench.By("chen")).Step!.Case;

    [Fact]
    public void Entering_a_state_opens_its_tasks_with_due_times()
    {
        var task = Assert.Single(Triaged().OpenTasks);
        Assert.Equal("parent-notice", task.Id);
        Assert.Equal(bench.Now.AddDays(1), task.Due);
    }

    [Fact]
    public void Tasks_and_clocks_of_another_jurisdiction_stay_away()
    {
        Assert.Equal(["parent-notice", "officer"], Triaged("CA").OpenTasks.Select(t => t.Id));
        Assert.Empty(Triaged().Clocks);
        Assert.Equal("ucp", Assert.Single(Triaged("CA").Clocks).Id);
    }

    [Fact]
    public void A_clock_stops_when_its_last_state_is_entered()
    {
        var @case = CaseEngine.FinishTask(Triaged("CA"), "parent-notice", Told, [], bench.By("chen")).Step!.Case;
        @case = CaseEngine.Move(@case, "notified", null, bench.By("chen")).Step!.Case;
        Assert.Equal(bench.Now, Assert.Single(@case.Clocks).StoppedAt);
    }

    [Fact]
    public void A_gate_stays_shut_until_its_task_is_done()
    {
        var refused = CaseEngine.Move(Triaged(), "notified", null, bench.By("chen")).Refused;
        Assert.Equal(["parent-notice"], Assert.IsType<Refusal.TasksOpen>(refused).TaskIds);

        var done = CaseEngine.FinishTask(Triaged(), "parent-notice", Told, [], bench.By("chen")).Step!.Case;
        Assert.Equal("notified", CaseEngine.Move(done, "notified", null, bench.By("chen")).Step!.Case.State);
    }

    [Fact]
    public void A_state_that_no_way_leads_to_is_refused() =>
        Assert.IsType<Refusal.NoSuchMove>(CaseEngine.Move(bench.Opened().Case, "notified", null, bench.By("chen")).Refused);

    [Fact]
    public void A_form_asks_why_families_were_not_told()
    {
        var withheld = new Dictionary<string, string> { ["outcome"] = "withheld" };
        Assert.Equal(["reason"], Assert.IsType<Refusal.FormIncomplete>(CaseEngine.FinishTask(Triaged(), "parent-notice", withheld, [], bench.By("chen")).Refused).Fields);

        var because = bench.Said(WordsKind.TaskAnswer, "she asked", "parent-notice/reason");
        Assert.NotNull(CaseEngine.FinishTask(Triaged(), "parent-notice", withheld, [because], bench.By("chen")).Step);
    }

    [Fact]
    public void A_choice_that_is_not_offered_is_refused() =>
        Assert.IsType<Refusal.FormIncomplete>(CaseEngine.FinishTask(Triaged(), "parent-notice", new Dictionary<string, string> { ["outcome"] = "forgot" }, [], bench.By("chen")).Refused);

    [Fact]
    public void An_overdue_task_tells_its_owner_then_climbs_and_then_stays_open()
    {
        var @case = Triaged();
        List<string> told = [];
        for (var i = 0; i < 3; i++)
        {
            var step = CaseEngine.TaskFellDue(@case, "parent-notice", @case.Tasks[0].Token, bench.By(Actor.Program))!;
            told.Add(step.Notices[0].Role);
            Assert.Equal(i < 2 ? 1 : 0, step.Deadlines.Count);
            @case = step.Case;
        }

        Assert.Equal(["administrator", "principal", "district-lead"], told);
        Assert.Single(@case.OpenTasks);
    }

    [Fact]
    public void A_finished_task_never_falls_due()
    {
        var @case = Triaged();
        var token = @case.Tasks[0].Token;
        @case = CaseEngine.FinishTask(@case, "parent-notice", Told, [], bench.By("chen")).Step!.Case;
        Assert.Null(CaseEngine.TaskFellDue(@case, "parent-notice", token, bench.By(Actor.Program)));
    }

    [Fact]
    public void A_case_with_an_alert_that_nobody_acknowledged_cannot_be_closed()
    {
        var @case = CaseEngine.Raise(Notified(), Severity.Urgent, bench.Ladder, bench.Now, bench.By("chen")).Case;
        Assert.Equal(["acknowledge"], Assert.IsType<Refusal.TasksOpen>(CaseEngine.Close(@case, "closed", "resolved", null, bench.By("chen")).Refused).TaskIds);
    }

    [Fact]
    public void Closing_takes_an_outcome_of_the_plan()
    {
        Assert.IsType<Refusal.FormIncomplete>(CaseEngine.Close(Notified(), "closed", "whatever", null, bench.By("chen")).Refused);
        var closed = CaseEngine.Close(Notified(), "closed", "resolved", null, bench.By("chen")).Step!.Case;
        Assert.Equal(("closed", "resolved", bench.Now), (closed.State, closed.Outcome, closed.ClosedAt));
        Assert.IsType<Refusal.CaseIsClosed>(CaseEngine.Assign(closed, "x", bench.By("chen")).Refused);
    }

    [Fact]
    public void A_closed_case_is_reopened_with_a_reason_only()
    {
        var closed = CaseEngine.Close(Notified(), "closed", "resolved", null, bench.By("chen")).Step!.Case;
        Assert.IsType<Refusal.ReasonMissing>(CaseEngine.Reopen(closed, "triaged", null, bench.By("chen")).Refused);
        Assert.Equal("triaged", CaseEngine.Reopen(closed, "triaged", bench.Said(WordsKind.Reason, "it happened again"), bench.By("chen")).Step!.Case.State);
    }

    [Fact]
    public void Opened_again_its_clocks_begin_anew_where_they_start()
    {
        var withClock = new Bench(clocks: [new ClockPlan("appeal", "Appeal possible", "triaged", "notified", new Span(10, SpanUnit.Days), null, new RuleSource("Sample", "verify"))]);
        var @case = CaseEngine.Move(withClock.Opened().Case, "triaged", null, withClock.By("chen")).Step!.Case;
        @case = CaseEngine.FinishTask(@case, "parent-notice", Told, [], withClock.By("chen")).Step!.Case;
        @case = CaseEngine.Move(@case, "notified", null, withClock.By("chen")).Step!.Case;
        @case = CaseEngine.Close(@case, "closed", "resolved", null, withClock.By("chen")).Step!.Case;
        Assert.NotNull(Assert.Single(@case.Clocks).StoppedAt);

        withClock.Now += TimeSpan.FromDays(40);
        @case = CaseEngine.Reopen(@case, "triaged", withClock.Said(WordsKind.Reason, "it happened again"), withClock.By("chen")).Step!.Case;
        Assert.Equal(new RunningClock("appeal", withClock.Now.AddDays(10), null), Assert.Single(@case.Clocks));
    }

    [Fact]
    public void A_clock_stops_with_the_answer_that_it_waits_for_and_runs_on_with_another()
    {
        var withClock = new Bench(clocks: [new ClockPlan("families", "Families told", "submitted", "notified", Span.SchoolDays(1), null, new RuleSource("Law", "verify"), new TaskCondition("parent-notice", "outcome", ["told"]))]);
        var @case = CaseEngine.Move(withClock.Opened().Case, "triaged", null, withClock.By("chen")).Step!.Case;
        Assert.Null(Assert.Single(@case.Clocks).StoppedAt);
        var told = CaseEngine.FinishTask(@case, "parent-notice", Told, [], withClock.By("chen")).Step!.Case;
        Assert.Equal(withClock.Now, Assert.Single(told.Clocks).StoppedAt);
        var withheld = CaseEngine.FinishTask(@case, "parent-notice", new Dictionary<string, string> { ["outcome"] = "withheld" }, [withClock.Said(WordsKind.TaskAnswer, "asked us not to", "parent-notice/reason")], withClock.By("chen")).Step!.Case;
        Assert.Null(Assert.Single(withheld.Clocks).StoppedAt);
        Assert.Equal(withClock.Now, Assert.Single(CaseEngine.Move(withheld, "notified", null, withClock.By("chen")).Step!.Case.Clocks).StoppedAt);
    }

    [Fact]
    public void A_transfer_alerts_the_other_school_and_frees_the_case()
    {
        var @case = bench.Alerted();
        var moved = CaseEngine.Transfer(@case, "maple", "OR", bench.Ladder, bench.By("chen")).Step!;
        Assert.Equal(("maple", (string?)null), (moved.Case.SchoolId, moved.Case.Owner));
        Assert.Contains(moved.Notices, n => n.Kind == NoticeKind.Alert && n.Role == "counselor");
        Assert.Null(CaseEngine.RungRanOut(moved.Case, "a1", @case.OpenAlert!.Token, bench.By(Actor.Program)));
    }

    [Fact]
    public void A_reporter_may_write_to_a_closed_case_and_its_people_are_told()
    {
        var closed = CaseEngine.Close(Notified(), "closed", "resolved", null, bench.By("chen")).Step!.Case;
        var step = CaseEngine.ReporterWrites(closed, bench.Said(WordsKind.Reply, "it is back"), bench.By(Actor.Reporter));
        Assert.True(step.Case.UnreadReply);
        Assert.Equal(NoticeKind.ReporterWrote, Assert.Single(step.Notices).Kind);
    }

    [Fact]
    public void A_question_shows_the_reporter_that_we_need_something()
    {
        var asked = CaseEngine.AskReporter(Triaged(), bench.Said(WordsKind.Question, "Where was it?"), bench.By("chen")).Step!.Case;
        Assert.Equal(ReporterStatus.NeedInfo, CaseEngine.StatusFor(asked, bench.Plan));
        var answered = CaseEngine.ReporterWrites(asked, bench.Said(WordsKind.Reply, "the gym"), bench.By(Actor.Reporter)).Case;
        Assert.Equal(ReporterStatus.BeingReviewed, CaseEngine.StatusFor(answered, bench.Plan));
    }

    private Case Notified()
    {
        var @case = CaseEngine.FinishTask(Triaged(), "parent-notice", Told, [], bench.By("chen")).Step!.Case;
        return CaseEngine.Move(@case, "notified", null, bench.By("chen")).Step!.Case;
    }
}
