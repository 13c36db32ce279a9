using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

/// <summary>What is confirmed again and again until the case enters a state: an adult who stays with a student until somebody takes over.</summary>
public class RepetitionTests
{
    private static readonly FormField Who = new("who", "choice", "Who stays?", true, [new("maya", "Maya"), new("chen", "Chen")]);

    private readonly Bench bench = new(new CasePlan
    {
        Kind = "small",
        Title = "Small case",
        Sees = ["counselor"],
        States =
        [
            new("open", "Open", ["with-adult", "closed"], [], ReporterStatus.Received),
            new("with-adult", "An adult stays", ["released"], ["stay"], ReporterStatus.BeingReviewed),
            new("released", "Released", ["closed"], ["stay"], ReporterStatus.BeingReviewed),
            new("closed", "Closed", ["with-adult"], [], ReporterStatus.Closed, IsEnd: true),
        ],
        Tasks =
        [
            new TaskPlan
            {
                Id = "stay", Title = "Stay", Owner = "counselor", Opens = "open", Due = Span.Minutes(10), Repeats = new Repetition(Span.Minutes(30), null, "released"),
                Form = [Who], Escalate = [new("principal", Span.Minutes(5))],
            },
        ],
        Outcomes = [new("done", "Done")],
    });

    private CaseStep Confirmed(Case @case, string who = "maya", string by = "maya") =>
        CaseEngine.FinishTask(@case, @case.OpenTasks.Single().Id, new Dictionary<string, string> { ["who"] = who }, [], bench.By(by)).Step!;

    private CaseResult Move(Case @case, string to) => CaseEngine.Move(@case, to, null, bench.By("maya"));

    private Case WithAdult() => Move(Confirmed(bench.Opened(anonymous: false).Case).Case, "with-adult").Step!.Case;

    [Fact]
    public void Who_stays_is_asked_again_after_each_answer_and_the_newest_counts()
    {
        var @case = WithAdult();
        for (var round = 2; round <= 4; round++)
        {
            var open = @case.OpenTasks.Single();
            Assert.Equal((round, bench.Now.AddMinutes(30)), (open.Round, open.Due));
            bench.Now += TimeSpan.FromMinutes(20);
            @case = Confirmed(@case, round == 4 ? "chen" : "maya").Case;
        }

        Assert.Equal("chen", @case.LatestOf("stay")!.Answers["who"]);
    }

    [Fact]
    public void It_ends_with_the_state_that_it_goes_on_until_and_nobody_has_done_the_last()
    {
        var @case = WithAdult();
        var open = @case.OpenTasks.Single();
        @case = Move(@case, "released").Step!.Case;
        Assert.Empty(@case.OpenTasks);
        Assert.Equal((true, false, true), (@case.Tasks[^1].IsFinished, @case.Tasks[^1].IsDone, @case.Tasks[^1].HasLapsed));
        Assert.Null(CaseEngine.TaskFellDue(@case, open.Id, open.Token, bench.By(Actor.Program)));
        Assert.Equal("maya", @case.LatestOf("stay")!.Answers["who"]);
    }

    [Fact]
    public void The_first_one_opens_its_gate_as_any_task_does_and_a_late_one_shuts_no_gate_but_the_last()
    {
        var opened = bench.Opened(anonymous: false).Case;
        Assert.Equal(["stay"], Assert.IsType<Refusal.TasksOpen>(Move(opened, "with-adult").Refused).TaskIds);
        var confirmed = Confirmed(opened).Case;
        bench.Now += TimeSpan.FromMinutes(31);
        Assert.NotNull(Move(confirmed, "with-adult").Step);
    }

    [Fact]
    public void Nobody_is_released_while_it_is_not_known_who_stays_now()
    {
        var @case = WithAdult();
        bench.Now += TimeSpan.FromMinutes(31);
        Assert.Equal(["stay"], Assert.IsType<Refusal.TasksOpen>(Move(@case, "released").Refused).TaskIds);
        Assert.True(CaseEngine.IsStale(@case, bench.Plan.State("released")!, bench.Plan.Task("stay"), bench.Now));
        Assert.NotNull(Move(Confirmed(@case).Case, "released").Step);
        bench.Now -= TimeSpan.FromMinutes(1);
        Assert.NotNull(Move(@case, "released").Step);
    }

    [Fact]
    public void Whoever_it_was_handed_to_keeps_it_and_hears_of_it_when_it_is_due_and_not_at_each_answer()
    {
        var handed = CaseEngine.HandOver(WithAdult(), "stay.2", "chen", bench.By("maya")).Step!.Case;
        var again = Confirmed(handed, "chen", "omar");
        Assert.Equal("chen", again.Case.OpenTasks.Single().Owner);
        Assert.DoesNotContain(again.Notices, n => n.Kind == NoticeKind.TaskOpened);
        Assert.Equal(bench.Now.AddMinutes(30), again.Deadlines.Single().Due);

        var keptOut = CaseEngine.Exclude(handed, "chen", bench.By("maya")).Case;
        Assert.Null(Confirmed(keptOut).Case.OpenTasks.Single().Owner);
    }

    [Fact]
    public void It_ends_with_the_case_too_and_begins_anew_where_that_is_opened_again_before_it_was_over()
    {
        var closed = CaseEngine.Close(Confirmed(bench.Opened(anonymous: false).Case).Case, "closed", "done", null, bench.By("maya")).Step!.Case;
        Assert.Empty(closed.OpenTasks);
        Assert.Equal(["stay.3"], Reopened(closed).OpenTasks.Select(t => t.Id));

        var released = Move(WithAdult(), "released").Step!.Case;
        Assert.Empty(Reopened(CaseEngine.Close(released, "closed", "done", null, bench.By("maya")).Step!.Case).OpenTasks);
    }

    [Fact]
    public void How_often_and_until_when_stand_together_and_the_first_of_the_two_ends_it()
    {
        var twice = new Bench(bench.Plan with { Tasks = [bench.Plan.Tasks[0] with { Repeats = new Repetition(Span.Minutes(30), 2, "released") }] });
        CaseStep Done(Case @case) => CaseEngine.FinishTask(@case, @case.OpenTasks.Single().Id, new Dictionary<string, string> { ["who"] = "maya" }, [], twice.By("maya")).Step!;
        var @case = Done(Done(twice.Opened(anonymous: false).Case).Case).Case;
        Assert.Empty(@case.OpenTasks);
        twice.Now += TimeSpan.FromHours(3);
        Assert.Empty(CaseEngine.Missing(@case, twice.Plan.State("released")!, twice.Plan, twice.Now));
    }

    private Case Reopened(Case @case) => CaseEngine.Reopen(@case, "with-adult", bench.Said(WordsKind.Reason, "it began again"), bench.By("maya")).Step!.Case;
}
