using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

/// <summary>Tasks that depend on an answer, repeat, take two people or a training.</summary>
public class LibraryTaskTests
{
    private static readonly FormField Kinds = new("kinds", "choices", "What is it?", true, [new("weapon", "A weapon"), new("conflict", "A conflict")]);
    private static readonly Dictionary<string, string> Weapon = new() { ["kinds"] = "conflict,weapon" }, Conflict = new() { ["kinds"] = "conflict" }, None = [];

    private readonly Bench bench = new(new CasePlan
    {
        Kind = "small",
        Title = "Small case",
        Sees = ["counselor"],
        States =
        [
            new("open", "Open", ["sorted"], [], ReporterStatus.Received),
            new("sorted", "Sorted", ["closed"], ["triage"], ReporterStatus.BeingReviewed),
            new("closed", "Closed", [], ["threat-team", "review", "sign-off"], ReporterStatus.Closed, IsEnd: true),
        ],
        Tasks =
        [
            new TaskPlan { Id = "triage", Title = "Sort it", Owner = "counselor", Opens = "open", TrainedIn = "screening", Form = [Kinds] },
            new TaskPlan { Id = "threat-team", Title = "Tell the team", Owner = "principal", Opens = "sorted", When = new TaskCondition("triage", "kinds", ["weapon"]) },
            new TaskPlan { Id = "review", Title = "Look again", Owner = "counselor", Opens = "sorted", Due = new Span(2, SpanUnit.Weeks), Repeats = new Repetition(new Span(4, SpanUnit.Weeks), 3) },
            new TaskPlan { Id = "sign-off", Title = "Agree to close", Owner = "principal", Opens = "sorted", TwoPerson = true, Form = [Kinds] },
        ],
        Outcomes = [new("done", "Done")],
        Opens = [new ChildPlan("reentry", "sorted", new TaskCondition("triage", "kinds", ["weapon"]))],
    });

    private CaseMoment Trained(string person) => bench.By(person) with { Trainings = new HashSet<string> { "screening" } };

    private CaseStep Sorted(Dictionary<string, string> answers) =>
        CaseEngine.Move(CaseEngine.FinishTask(bench.Opened(anonymous: false).Case, "triage", answers, [], Trained("maya")).Step!.Case, "sorted", null, bench.By("maya")).Step!;

    [Fact]
    public void A_task_is_asked_of_those_only_whose_answer_calls_for_it()
    {
        Assert.Equal(["threat-team", "review", "sign-off"], Sorted(Weapon).Case.OpenTasks.Select(t => t.Id));
        Assert.Equal(["review", "sign-off"], Sorted(Conflict).Case.OpenTasks.Select(t => t.Id));
    }

    [Fact]
    public void A_gate_does_not_wait_for_a_task_that_another_answer_made_needless()
    {
        string[] Missing(Case @case) => [.. CaseEngine.Missing(@case, bench.Plan.State("closed")!, bench.Plan, bench.Now)];
        Assert.Equal(["threat-team", "review", "sign-off"], Missing(Sorted(Weapon).Case));
        Assert.Equal(["review", "sign-off"], Missing(Sorted(Conflict).Case));
    }

    [Fact]
    public void Only_a_trained_person_finishes_what_asks_for_a_training()
    {
        var opened = bench.Opened(anonymous: false).Case;
        Assert.Equal("screening", Assert.IsType<Refusal.NotTrained>(CaseEngine.FinishTask(opened, "triage", Conflict, [], bench.By("maya")).Refused).Training);
        Assert.NotNull(CaseEngine.FinishTask(opened, "triage", Conflict, [], Trained("maya")).Step);
    }

    [Fact]
    public void What_is_missing_from_a_form_is_told_before_the_training()
    {
        var opened = bench.Opened(anonymous: false).Case;
        Assert.IsType<Refusal.FormIncomplete>(CaseEngine.FinishTask(opened, "triage", None, [], bench.By("maya")).Refused);
    }

    [Fact]
    public void A_task_that_repeats_opens_again_until_it_was_done_often_enough()
    {
        var @case = Sorted(Conflict).Case;
        List<DateTimeOffset?> due = [];
        for (var round = 1; round <= 3; round++)
        {
            var open = @case.OpenTasks.Single(t => t.PlanId == "review");
            Assert.Equal(round, open.Round);
            due.Add(open.Due);
            var done = CaseEngine.FinishTask(@case, open.Id, None, [], bench.By("maya")).Step!;
            Assert.Equal(round < 3 ? 1 : 0, done.Deadlines.Count);
            @case = done.Case;
            bench.Now += TimeSpan.FromDays(1);
        }

        Assert.DoesNotContain(@case.OpenTasks, t => t.PlanId == "review");
        Assert.Equal([bench.Now.AddDays(-3 + 14), bench.Now.AddDays(-3 + 28), bench.Now.AddDays(-2 + 28)], due);
    }

    [Fact]
    public void A_repeated_task_that_falls_due_tells_its_owner()
    {
        var @case = Sorted(Conflict).Case;
        @case = CaseEngine.FinishTask(@case, "review", None, [], bench.By("maya")).Step!.Case;
        var open = @case.OpenTasks.Single(t => t.Id == "review.2");
        Assert.Equal("counselor", CaseEngine.TaskFellDue(@case, "review.2", open.Token, bench.By(Actor.Program))!.Notices[0].Role);
        Assert.Null(CaseEngine.TaskFellDue(@case, "review", @case.Tasks.Single(t => t.Id == "review").Token, bench.By(Actor.Program)));
    }

    [Fact]
    public void Two_people_finish_a_task_that_takes_two()
    {
        var @case = CaseEngine.FinishTask(Sorted(Conflict).Case, "sign-off", Conflict, [], bench.By("maya")).Step!.Case;
        var waiting = @case.Tasks.Single(t => t.Id == "sign-off");
        Assert.True(waiting.WaitsForSecond);
        Assert.Contains("sign-off", CaseEngine.Missing(@case, bench.Plan.State("closed")!, bench.Plan, bench.Now));

        Assert.IsType<Refusal.SamePerson>(CaseEngine.Agree(@case, "sign-off", true, bench.By("maya")).Refused);
        var agreed = CaseEngine.Agree(@case, "sign-off", true, bench.By("chen")).Step!.Case.Tasks.Single(t => t.Id == "sign-off");
        Assert.Equal(("chen", "maya", "conflict"), (agreed.FinishedBy, agreed.ProposedBy, agreed.Answers["kinds"]));
    }

    [Fact]
    public void Whoever_does_not_agree_opens_the_task_again()
    {
        var proposed = CaseEngine.FinishTask(Sorted(Conflict).Case, "sign-off", Conflict, [], bench.By("maya")).Step!.Case;
        var again = CaseEngine.Agree(proposed, "sign-off", false, bench.By("chen")).Step!;
        var task = again.Case.Tasks.Single(t => t.Id == "sign-off");
        Assert.Equal((false, false, 0), (task.IsFinished, task.WaitsForSecond, task.Answers.Count));
        Assert.Equal(AuditAction.TaskNotAgreed, Assert.Single(again.Audit).Action);
        Assert.IsType<Refusal.TaskNotOpen>(CaseEngine.Agree(again.Case, "sign-off", true, bench.By("chen")).Refused);
    }

    private static readonly FormField Knows = new("knows", "yes-no", "Does the student know whom to go to?", true, [], Must: ["yes"]);
    private static readonly FormField Steps = new("steps", "choices", "Which steps are filled in?", true, [new("signs", "Signs"), new("people", "People")], When: new FieldCondition("how", "made", false), Must: ["signs", "people"]);
    private static readonly FormField How = new("how", "choice", "Is it made now?", true, [new("made", "Yes"), new("later", "Later")]);

    private Bench WithPlanOf(bool two, params FormField[] form) => new(bench.Plan with
    {
        States = [bench.Plan.States[0] with { Next = ["sorted"] }, bench.Plan.States[1] with { Requires = ["plan"] }, bench.Plan.States[2]],
        Tasks = [new TaskPlan { Id = "plan", Title = "Make a plan", Owner = "counselor", Opens = "open", Due = Span.Hours(2), TwoPerson = two, Form = form, Escalate = [new("principal", Span.Hours(1))] }],
    });

    [Fact]
    public void An_answer_that_is_not_what_it_must_be_is_kept_and_opens_no_gate_and_the_deadline_goes_on()
    {
        var small = WithPlanOf(two: false, Knows);
        var opened = small.Opened(anonymous: false).Case;
        var before = opened.Tasks.Single();
        var fell = CaseEngine.FinishTask(opened, "plan", new Dictionary<string, string> { ["knows"] = "no" }, [small.Said(WordsKind.TaskAnswer, "they were away")], small.By("maya")).Step!;
        Assert.Equal(AuditAction.TaskFellShort, Assert.Single(fell.Audit).Action);
        Assert.Single(fell.Words);
        Assert.Equal(before with { Answers = fell.Case.Tasks.Single().Answers }, fell.Case.Tasks.Single());
        Assert.Equal("no", fell.Case.Tasks.Single().Answers["knows"]);
        Assert.Equal(["plan"], Assert.IsType<Refusal.TasksOpen>(CaseEngine.Move(fell.Case, "sorted", null, small.By("maya")).Refused).TaskIds);
        Assert.NotNull(CaseEngine.TaskFellDue(fell.Case, "plan", before.Token, small.By(Actor.Program)));

        var done = CaseEngine.FinishTask(fell.Case, "plan", new Dictionary<string, string> { ["knows"] = "yes" }, [], small.By("maya")).Step!.Case;
        Assert.NotNull(CaseEngine.Move(done, "sorted", null, small.By("maya")).Step);
    }

    [Fact]
    public void Of_several_choices_each_must_be_there_and_only_where_the_question_is_asked()
    {
        var small = WithPlanOf(two: false, How, Steps);
        var opened = small.Opened(anonymous: false).Case;
        bool Finishes(params (string, string)[] answers) =>
            CaseEngine.FinishTask(opened, "plan", answers.ToDictionary(a => a.Item1, a => a.Item2), [], small.By("maya")).Step!.Case.Tasks.Single().IsDone;
        Assert.False(Finishes(("how", "made"), ("steps", "signs")));
        Assert.True(Finishes(("how", "made"), ("steps", "people,signs")));
        Assert.True(Finishes(("how", "later")));
    }

    [Fact]
    public void Nobody_is_asked_to_agree_to_what_falls_short()
    {
        var small = WithPlanOf(two: true, Knows);
        var fell = CaseEngine.FinishTask(small.Opened(anonymous: false).Case, "plan", new Dictionary<string, string> { ["knows"] = "no" }, [], small.By("maya")).Step!.Case;
        Assert.False(fell.Tasks.Single().WaitsForSecond);
        Assert.IsType<Refusal.TaskNotOpen>(CaseEngine.Agree(fell, "plan", true, small.By("chen")).Refused);
        Assert.True(CaseEngine.FinishTask(fell, "plan", new Dictionary<string, string> { ["knows"] = "yes" }, [], small.By("maya")).Step!.Case.Tasks.Single().WaitsForSecond);
    }

    private static readonly FormField Screened = new("done", "choice", "Was it possible?", true, [new("done", "Done"), new("refused", "Refused")]);
    private static readonly FormField Level = new("level", "choice", "Level", true, [new("low", "Low"), new("high", "High")], Must: ["high"], MustWhen: new TaskCondition("screening", "done", ["refused"]));

    private Bench WithLevel(bool two = false, bool again = false) => new(bench.Plan with
    {
        States = [bench.Plan.States[0], bench.Plan.States[1] with { Requires = ["level"] }, bench.Plan.States[2]],
        Tasks =
        [
            new TaskPlan { Id = "screening", Title = "Screen", Owner = "counselor", Opens = "open", Due = Span.Hours(1), Repeats = again ? new Repetition(Span.Hours(1), null) : null, Form = [Screened] },
            new TaskPlan { Id = "level", Title = "Write the level", Owner = "counselor", Opens = "open", TwoPerson = two, Form = [Level] },
        ],
    });

    private static CaseStep Answered(Bench small, Case @case, string task, string field, string answer) =>
        CaseEngine.FinishTask(@case, @case.OpenTasks.Single(t => t.PlanId == task).Id, new Dictionary<string, string> { [field] = answer }, [], small.By("maya")).Step!;

    [Theory]
    [InlineData("refused", "low", false)]
    [InlineData("refused", "high", true)]
    [InlineData("done", "low", true)]
    public void What_an_answer_must_be_may_hang_on_what_another_task_was_answered(string screened, string level, bool finishes)
    {
        var small = WithLevel();
        var answered = Answered(small, Answered(small, small.Opened(anonymous: false).Case, "screening", "done", screened).Case, "level", "level", level);
        var task = answered.Case.Tasks.Single(t => t.PlanId == "level");
        Assert.Equal((finishes, level), (task.IsDone, task.Answers["level"]));
        Assert.Equal(finishes ? AuditAction.TaskDone : AuditAction.TaskFellShort, answered.Audit[0].Action);
        Assert.Equal(finishes, CaseEngine.Move(answered.Case, "sorted", null, small.By("maya")).Step is not null);
        Assert.Equal(screened == "refused" ? ["high"] : null, Level.MustBe(answered.Case));
    }

    [Fact]
    public void The_newest_answer_of_the_other_task_counts_also_when_the_second_person_agrees()
    {
        var small = WithLevel(two: true, again: true);
        var screened = Answered(small, small.Opened(anonymous: false).Case, "screening", "done", "done").Case;
        var proposed = Answered(small, screened, "level", "level", "low").Case;
        var refused = Answered(small, proposed, "screening", "done", "refused").Case;

        Assert.True(CaseEngine.Agree(proposed, "level", true, small.By("chen")).Step!.Case.LatestOf("level")!.IsDone);
        var fell = CaseEngine.Agree(refused, "level", true, small.By("chen")).Step!;
        var task = fell.Case.Tasks.Single(t => t.PlanId == "level");
        Assert.Equal((false, false, "low"), (task.IsFinished, task.WaitsForSecond, task.Answers["level"]));
        Assert.Equal(AuditAction.TaskFellShort, Assert.Single(fell.Audit).Action);
    }

    [Theory]
    [InlineData("2027-02-01", "2027-04-15")]
    [InlineData("2027-04-15", "2027-04-15")]
    [InlineData("2026-09-01", "2027-04-15")]
    [InlineData("2027-04-16", null)]
    [InlineData("2027-06-01", null)]
    public void A_day_of_the_year_is_the_coming_one_or_has_passed(string from, string? coming)
    {
        Assert.True(YearDay.TryParse("04-15", out var day));
        Assert.Equal(coming, day.ComingAfter(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("04-15", day.ToString());
        Assert.All(new[] { "02-29", "13-01", "4-15", "", null }, wrong => Assert.False(YearDay.TryParse(wrong, out _)));
    }

    [Fact]
    public void A_task_is_due_by_its_day_of_the_year_but_never_sooner_than_there_is_time_for_it()
    {
        DateTimeOffset DueFrom(DateTimeOffset now, string by)
        {
            Assert.True(YearDay.TryParse(by, out var day));
            var small = new Bench(bench.Plan with { Tasks = [new TaskPlan { Id = "triage", Title = "Sort it", Owner = "counselor", Opens = "open", Due = new Span(10, SpanUnit.Days), DueBy = day }] }) { Now = now };
            var opened = small.Opened(anonymous: false);
            Assert.Equal(opened.Case.Tasks.Single().Due, opened.Deadlines.Single(d => d.Kind == DeadlineKind.Task).Due);
            return opened.Case.Tasks.Single().Due!.Value;
        }

        var february = new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2027, 4, 16, 0, 0, 0, TimeSpan.Zero), DueFrom(february, "04-15"));
        Assert.Equal(february.AddDays(10), DueFrom(february, "02-05"));
        Assert.Equal(february.AddDays(10), DueFrom(february, "01-15"));
    }

    [Fact]
    public void Only_the_receiving_school_finishes_what_is_for_it_and_nobody_who_had_a_part_in_it_before()
    {
        var small = new Bench(bench.Plan with
        {
            Tasks = [new TaskPlan { Id = "packet", Title = "Packet", Owner = "counselor", Opens = "open" }, new TaskPlan { Id = "accept", Title = "Accept it", Owner = "counselor", Opens = "open", ByReceivingSchool = true }],
        });
        CaseMoment Counselor(string person) => small.By(person) with { RolesHere = new HashSet<string> { "counselor" } };
        Refusal? Accepts(Case @case, CaseMoment moment) => CaseEngine.FinishTask(@case, "accept", None, [], moment).Refused;

        var prepared = CaseEngine.FinishTask(small.Opened(anonymous: false).Case, "packet", None, [], Counselor("maya")).Step!.Case;
        Assert.Equal(new Refusal.NotReceiving(WasHandedOver: false), Accepts(prepared, Counselor("chen")));
        small.Now += TimeSpan.FromHours(1);
        var handed = CaseEngine.Transfer(prepared, "other-school", "OR", [new Rung("counselor", Span.Hours(1))], small.By("maya")).Step!.Case;
        Assert.Equal((prepared.SchoolId, small.Now), (handed.Arrived!.FromSchool, handed.Arrived.At));
        Assert.Equal(new Refusal.NotReceiving(WasHandedOver: true), Accepts(handed, Counselor("maya")));
        Assert.Equal(new Refusal.NotReceiving(WasHandedOver: true), Accepts(handed, small.By("chen")));
        Assert.Null(Accepts(handed, Counselor("chen")));
    }

    [Fact]
    public void A_child_case_opens_where_the_answer_calls_for_it()
    {
        Assert.Equal(["reentry"], Sorted(Weapon).Children);
        Assert.Empty(Sorted(Conflict).Children);
    }

    [Fact]
    public void What_waits_for_a_second_person_is_not_filled_in_over_it()
    {
        var proposed = CaseEngine.FinishTask(Sorted(Conflict).Case, "sign-off", Conflict, [], bench.By("maya")).Step!.Case;
        Assert.IsType<Refusal.TaskNotOpen>(CaseEngine.FinishTask(proposed, "sign-off", Weapon, [], bench.By("chen")).Refused);
    }

    [Fact]
    public void Where_the_plan_names_who_agrees_only_they_do_and_anybody_may_say_no()
    {
        var waiting = CaseEngine.FinishTask(Sorted(Conflict).Case, "sign-off", Conflict, [], bench.By("maya")).Step!.Case;
        var plan = bench.Plan with { Tasks = [.. bench.Plan.Tasks.Select(t => t.Id == "sign-off" ? t with { AgreedBy = ["administrator", "principal"] } : t)] };
        CaseMoment By(params string[] roles) => bench.By("chen") with { Plan = plan, RolesHere = roles.ToHashSet() };
        Assert.Equal(["administrator", "principal"], Assert.IsType<Refusal.NotTheirsToAgree>(CaseEngine.Agree(waiting, "sign-off", true, By("counselor")).Refused).Roles);
        Assert.True(CaseEngine.Agree(waiting, "sign-off", true, By("counselor", "principal")).Step!.Case.Tasks.Single(t => t.Id == "sign-off").IsFinished);
        Assert.False(CaseEngine.Agree(waiting, "sign-off", false, By()).Step!.Case.Tasks.Single(t => t.Id == "sign-off").WaitsForSecond);
    }

    [Fact]
    public void Whoever_is_kept_out_neither_finishes_nor_agrees_and_what_they_held_goes_back()
    {
        var proposed = CaseEngine.FinishTask(Sorted(Conflict).Case, "sign-off", Conflict, [], bench.By("maya")).Step!.Case;
        var handed = CaseEngine.HandOver(proposed, "review", "maya", bench.By("chen")).Step!.Case;
        var kept = CaseEngine.Exclude(handed, "maya", bench.By("chen"));
        Assert.All(kept.Case.OpenTasks, t => Assert.Equal((null, null, 0), (t.Owner, t.ProposedBy, t.Answers.Count)));
        Assert.Equal(NoticeKind.CardsChanged, Assert.Single(kept.Notices).Kind);
        Assert.IsType<Refusal.PersonExcluded>(CaseEngine.FinishTask(kept.Case, "review", None, [], bench.By("maya")).Refused);
        var again = CaseEngine.FinishTask(kept.Case, "sign-off", Conflict, [], bench.By("chen")).Step!.Case;
        Assert.IsType<Refusal.PersonExcluded>(CaseEngine.Agree(again, "sign-off", true, bench.By("maya")).Refused);
    }

    [Fact]
    public void A_finished_task_brings_cards_up_to_date_where_a_live_view_stands_in_chats()
    {
        var watched = new Bench(bench.Plan with { Watch = [new WatchPlan("What it is", "triage", "kinds")] });
        var done = CaseEngine.FinishTask(watched.Opened(anonymous: false).Case, "triage", Weapon, [], watched.By("maya") with { Trainings = new HashSet<string> { "screening" } }).Step!;
        Assert.Equal(NoticeKind.CardsChanged, Assert.Single(done.Notices).Kind);
        Assert.Empty(CaseEngine.FinishTask(bench.Opened(anonymous: false).Case, "triage", Weapon, [], Trained("maya")).Step!.Notices);
    }

    [Fact]
    public void What_ended_undone_with_its_case_opens_no_gate_and_is_open_again_when_the_case_is()
    {
        var reopens = new Bench(bench.Plan with { States = [bench.Plan.States[0], bench.Plan.States[1], bench.Plan.States[2] with { Next = ["sorted"], Requires = [] }] });
        var ended = CaseEngine.Close(Sorted(Weapon).Case, "closed", "done", null, reopens.By("maya")).Step!.Case;
        Assert.Empty(ended.OpenTasks);
        Assert.DoesNotContain(ended.Tasks, t => t.PlanId == "threat-team" && t.IsDone);

        var again = CaseEngine.Reopen(ended, "sorted", bench.Said(WordsKind.Reason, "it began again"), reopens.By("maya")).Step!.Case;
        Assert.Equal(["threat-team", "review", "sign-off"], again.OpenTasks.Select(t => t.PlanId));
        Assert.Equal(["threat-team", "review", "sign-off"], CaseEngine.Missing(again, bench.Plan.State("closed")!, bench.Plan, bench.Now));
        Assert.All(again.OpenTasks, t => Assert.Equal(2, t.Round));
    }

    [Fact]
    public void What_was_done_before_a_reopening_is_done_anew_where_the_case_comes_by_it_again()
    {
        var @case = CaseEngine.FinishTask(Sorted(Weapon).Case, "threat-team", None, [], bench.By("maya")).Step!.Case;
        Assert.DoesNotContain("threat-team", CaseEngine.Missing(@case, bench.Plan.State("closed")!, bench.Plan, bench.Now));

        var plan = bench.Plan with { States = [bench.Plan.States[0], bench.Plan.States[1], bench.Plan.States[2] with { Next = ["sorted"] }] };
        var reopens = new Bench(plan);
        var again = CaseEngine.Reopen(@case with { State = "closed", ClosedAt = bench.Now }, "sorted", bench.Said(WordsKind.Reason, "it began again"), reopens.By("maya")).Step!;
        Assert.Contains(again.Case.OpenTasks, t => t.Id == "threat-team.2");
        Assert.Contains("threat-team", CaseEngine.Missing(again.Case, plan.State("closed")!, plan, bench.Now));
        // The triage of before still says what the case is about: nobody came by it again.
        Assert.True(plan.Task("threat-team")!.When!.Holds(again.Case));
        Assert.Equal(["reentry"], again.Children);
    }
}
