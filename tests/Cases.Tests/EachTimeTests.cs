namespace SupportBot.Cases.Tests;

/// <summary>A case that comes to a state once more does its work once more.</summary>
public sealed class EachTimeTests
{
    private static readonly CasePlan Plan = new()
    {
        Kind = "loop", Title = "Loop", Sees = ["counselor"],
        States =
        [
            new("open", "Open", ["danger"], [], ReporterStatus.Received),
            new("danger", "Danger", ["safe"], [], ReporterStatus.BeingReviewed),
            new("safe", "Safe again", ["danger", "closed"], ["steps", "once"], ReporterStatus.BeingReviewed),
            new("closed", "Closed", [], [], ReporterStatus.Closed, IsEnd: true),
        ],
        Tasks =
        [
            new TaskPlan { Id = "steps", Title = "What was done?", Owner = "counselor", Opens = "danger", EachTime = true, Due = Span.Minutes(30), Escalate = [new("principal", Span.Minutes(10))] },
            new TaskPlan { Id = "once", Title = "Whom to tell?", Owner = "counselor", Opens = "danger" },
        ],
        Outcomes = [new("done", "Done")],
    };

    private readonly Bench _bench = new(Plan);

    private Case Go(Case @case, string to) => CaseEngine.Move(@case, to, null, _bench.By(Actor.Staff("p1"))).Step!.Case;

    private Case Finish(Case @case, string task) => CaseEngine.FinishTask(@case, task, new Dictionary<string, string>(), [], _bench.By(Actor.Staff("p1"))).Step!.Case;

    [Fact]
    public void What_opens_each_time_opens_again_and_what_was_done_before_does_not_count()
    {
        var first = Go(Finish(Finish(Go(_bench.Opened().Case, "danger"), "steps"), "once"), "safe");
        var again = CaseEngine.Move(first, "danger", null, _bench.By(Actor.Staff("p1"))).Step!;
        // Somebody is told again, with a time of its own, and what opens once is left alone.
        Assert.Equal(["steps.2"], again.Case.OpenTasks.Select(t => t.Id));
        Assert.Equal(_bench.Now.AddMinutes(30), again.Case.OpenTasks.Single().Due);
        Assert.Contains(again.Notices, n => n.Kind == NoticeKind.TaskOpened);
        Assert.Single(again.Deadlines, d => d.Subject == "steps.2");
        Assert.Equal(["steps"], Assert.IsType<Refusal.TasksOpen>(CaseEngine.Move(again.Case, "safe", null, _bench.By(Actor.Staff("p1"))).Refused).TaskIds);
        Assert.Equal("safe", Go(Finish(again.Case, "steps.2"), "safe").State);
    }

    [Fact]
    public void What_is_still_open_from_the_last_time_stays_the_one_that_is_open()
    {
        var plan = Plan with { States = [.. Plan.States.Select(s => s.Id == "safe" ? s with { Requires = [] } : s)] };
        var bench = new Bench(plan);
        Case Go(Case @case, string to) => CaseEngine.Move(@case, to, null, bench.By(Actor.Staff("p1"))).Step!.Case;
        Assert.Equal(["steps", "once"], Go(Go(Go(bench.Opened().Case, "danger"), "safe"), "danger").OpenTasks.Select(t => t.Id));
    }
}
