namespace SupportBot.Cases.Tests;

/// <summary>What asks how it is after a while waits for that while, and where every round counts one is not enough.</summary>
public sealed class EarliestTests
{
    private static readonly CasePlan Plan = new()
    {
        Kind = "later", Title = "Later", Sees = ["counselor"],
        States =
        [
            new("open", "Open", ["closed"], [], ReporterStatus.Received),
            new("closed", "Closed", ["open"], ["ask"], ReporterStatus.Closed, IsEnd: true),
        ],
        Tasks =
        [
            new TaskPlan
            {
                Id = "ask", Title = "How is it?", Owner = "counselor", Opens = "open", Due = new(14, SpanUnit.Days), NotBefore = new(new(10, SpanUnit.Days), "how", ["left"]), Repeats = new(new(14, SpanUnit.Days), 2, All: true),
                Form = [new("how", "choice", "How?", true, [new("well", "Well"), new("worse", "Worse"), new("left", "Left")], Must: ["well", "left"])],
            },
        ],
        Outcomes = [new("done", "Done")],
    };

    private readonly Bench _bench = new(Plan);

    private CaseResult Answer(Case @case, string task, string how) => CaseEngine.FinishTask(@case, task, new Dictionary<string, string> { ["how"] = how }, [], _bench.By(Actor.Staff("p1")));

    private Refusal? Closing(Case @case) => CaseEngine.Close(@case, "closed", "done", null, _bench.By(Actor.Staff("p1"))).Refused;

    [Fact]
    public void It_is_refused_with_the_day_from_which_it_is_taken_and_nothing_changes()
    {
        var @case = _bench.Opened().Case;
        var from = Assert.IsType<Refusal.TooEarly>(Answer(@case, "ask", "well").Refused).From;
        Assert.Equal(@case.Tasks[0].OpenedAt.AddDays(10), from);
        _bench.Now = from;
        Assert.NotNull(Answer(@case, "ask", "well").Step);
    }

    [Fact]
    public void What_falls_short_is_heard_at_once_and_so_is_an_answer_that_leaves_nothing_to_wait_for()
    {
        var @case = _bench.Opened().Case;
        Assert.Equal("worse", Answer(@case, "ask", "worse").Step!.Case.Tasks[0].Answers["how"]);
        Assert.True(Answer(@case, "ask", "left").Step!.Case.Tasks[0].IsDone);
    }

    [Fact]
    public void The_gate_waits_for_each_round()
    {
        var @case = _bench.Opened().Case;
        Assert.IsType<Refusal.TasksOpen>(Closing(@case));
        _bench.Now = _bench.Now.AddDays(11);
        @case = Answer(@case, "ask", "well").Step!.Case;
        Assert.IsType<Refusal.TasksOpen>(Closing(@case));
        // The second waits for a while of its own.
        Assert.IsType<Refusal.TooEarly>(Answer(@case, "ask.2", "well").Refused);
        _bench.Now = _bench.Now.AddDays(11);
        Assert.Null(Closing(Answer(@case, "ask.2", "well").Step!.Case));
    }
}
