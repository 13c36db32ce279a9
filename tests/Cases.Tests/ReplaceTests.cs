namespace SupportBot.Cases.Tests;

/// <summary>What a family strikes does not stay: the task that is written anew takes the words of the old one away.</summary>
public sealed class ReplaceTests
{
    private static readonly FormField Said = new("said", "text", "What?", false, []);

    private static readonly CasePlan Plan = new()
    {
        Kind = "packet", Title = "Packet", Sees = ["counselor"],
        States = [new("open", "Open", ["closed"], [], ReporterStatus.Received), new("closed", "Closed", ["open"], [], ReporterStatus.Closed, IsEnd: true)],
        Tasks =
        [
            new TaskPlan { Id = "packet", Title = "Write it", Owner = "counselor", Opens = "open", Form = [new("who", "choice", "Who?", false, [new("all", "All")]), Said] },
            new TaskPlan { Id = "packet-2", Title = "Another", Owner = "counselor", Opens = "open", Form = [Said] },
            new TaskPlan { Id = "anew", Title = "Anew", Owner = "counselor", Opens = "open", Replaces = "packet", Form = [Said] },
            new TaskPlan { Id = "newest", Title = "Newest", Owner = "counselor", Opens = "open", Replaces = "anew", TwoPerson = true, Form = [Said] },
        ],
        Outcomes = [new("done", "Done")],
    };

    private readonly Bench _bench = new(Plan);

    private CaseStep Finish(Case @case, string task, bool withChoice = false) =>
        CaseEngine.FinishTask(@case, task, withChoice ? new Dictionary<string, string> { ["who"] = "all" } : [], [_bench.Said(WordsKind.TaskAnswer, "words", $"{task}/said")], _bench.By("p1")).Step!;

    private static IEnumerable<string> Gone(Case @case) => @case.Tasks.Where(t => t.ReplacedBy is not null).Select(t => $"{t.Id} by {t.ReplacedBy}");

    [Fact]
    public void Only_that_it_was_done_when_and_by_whom_is_left()
    {
        var before = Finish(_bench.Opened().Case, "packet", withChoice: true).Case;
        Assert.Equal("all", before.Tasks[0].Answers["who"]);
        var step = Finish(before, "anew");
        var packet = step.Case.Tasks[0];
        Assert.Equal((true, "p1", "anew", 0), (packet.IsDone, packet.FinishedBy, packet.ReplacedBy, packet.Answers.Count));
        Assert.Equal(["packet"], step.Erased);
        Assert.Equal([AuditAction.TaskDone, AuditAction.WordsReplaced, AuditAction.WordsErased], step.Audit.Select(a => a.Action));
        Assert.True(CaseEngine.IsReplaced(step.Case, _bench.Said(WordsKind.TaskAnswer, "x", "packet/said")));
        // Why a second person had not agreed to it tells of it too.
        Assert.True(CaseEngine.IsReplaced(step.Case, _bench.Said(WordsKind.Note, "x", "packet")));
        Assert.False(CaseEngine.IsReplaced(step.Case, _bench.Said(WordsKind.Note, "x")));
        Assert.False(CaseEngine.IsReplaced(step.Case, _bench.Said(WordsKind.TaskAnswer, "x", "packet-2/said")));
        Assert.False(CaseEngine.IsReplaced(step.Case, _bench.Said(WordsKind.TaskAnswer, "x", "anew/said")));
    }

    [Fact]
    public void What_was_not_done_has_no_words_to_take_away()
    {
        var step = Finish(_bench.Opened().Case, "anew");
        Assert.Empty(step.Erased);
        Assert.Empty(Gone(step.Case));
    }

    [Fact]
    public void It_reaches_through_what_was_replaced_before_and_waits_for_the_second_person()
    {
        var @case = Finish(Finish(Finish(_bench.Opened().Case, "packet").Case, "anew").Case, "newest").Case;
        Assert.Equal(["packet by anew"], Gone(@case));
        var agreed = CaseEngine.Agree(@case, "newest", agrees: true, _bench.By("p2")).Step!;
        Assert.Equal(["packet by anew", "anew by newest"], Gone(agreed.Case));
        Assert.Equal(["anew"], agreed.Erased);
    }

    [Fact]
    public void Where_the_case_was_opened_again_the_rounds_before_go_too()
    {
        var @case = Finish(Finish(Finish(_bench.Opened().Case, "packet").Case, "anew").Case, "packet-2").Case;
        @case = CaseEngine.Close(@case, "closed", "done", null, _bench.By("p1")).Step!.Case;
        @case = CaseEngine.Reopen(@case, "open", _bench.Said(WordsKind.Reason, "again"), _bench.By("p1")).Step!.Case;
        @case = Finish(@case, "packet.2").Case;
        Assert.Equal(["packet by anew"], Gone(@case));
        var step = Finish(@case, "anew.2");
        Assert.Equal(["packet by anew", "anew by anew.2", "packet.2 by anew.2"], Gone(step.Case));
        Assert.Equal(["anew", "packet.2"], step.Erased);
    }

    [Fact]
    public void A_legal_hold_keeps_it_unseen_until_it_is_lifted()
    {
        var held = CaseEngine.Hold(Finish(_bench.Opened().Case, "packet", withChoice: true).Case, _bench.Said(WordsKind.Reason, "court"), _bench.By("p1")).Step!.Case;
        var step = Finish(held, "anew");
        Assert.Empty(step.Erased);
        Assert.Equal("all", step.Case.Tasks[0].Answers["who"]);
        Assert.True(CaseEngine.IsReplaced(step.Case, _bench.Said(WordsKind.TaskAnswer, "x", "packet/said")));
        var lifted = CaseEngine.LiftHold(step.Case, _bench.Said(WordsKind.Reason, "over"), _bench.By("p1")).Step!;
        Assert.Equal(["packet"], lifted.Erased);
        Assert.Empty(lifted.Case.Tasks[0].Answers);
        Assert.Equal([AuditAction.HoldLifted, AuditAction.WordsErased], lifted.Audit.Select(a => a.Action));
        Assert.Single(lifted.Words);
    }
}
