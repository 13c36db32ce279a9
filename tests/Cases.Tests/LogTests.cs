using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

/// <summary>The row that the public log keeps of a case.</summary>
public class LogTests
{
    private readonly Bench bench = new(Plan);

    private static readonly CasePlan Plan = new()
    {
        Kind = "bullying",
        Title = "Bullying report",
        Sees = ["administrator"],
        States =
        [
            new("submitted", "Submitted", ["notified", "withdrawn"], [], ReporterStatus.Received),
            new("notified", "Told", ["appealed", "closed"], [], ReporterStatus.ActionTaken),
            new("appealed", "Appeal answered", ["closed"], [], ReporterStatus.ActionTaken),
            new("closed", "Closed", ["submitted"], ["log"], ReporterStatus.Closed, IsEnd: true),
            new("withdrawn", "Withdrawn", ["submitted"], [], ReporterStatus.Closed, IsEnd: true),
        ],
        Tasks = [Log("log", "notified"), Log("log-again", "appealed"), new TaskPlan { Id = "home", Title = "Call home", Owner = "counselor", Opens = "submitted" }],
        Outcomes = [new("resolved", "Resolved"), new("withdrawn", "Withdrawn")],
    };

    private static TaskPlan Log(string id, string opens) => new() { Id = id, Title = "Row", Owner = "officer", Opens = opens, IsLog = true };

    private static Dictionary<string, string> Row(string outcome = "substantiated", string row = "entered", string? reported = null)
    {
        var answers = new Dictionary<string, string> { ["kind"] = "harassment", ["grades"] = "middle", ["basis"] = "no-group", ["outcome"] = outcome, ["action"] = "support", ["row"] = row };
        if (reported is not null) answers["reported-on"] = reported;
        return answers;
    }

    private CaseStep Finish(Case @case, string task, Dictionary<string, string>? answers = null) => CaseEngine.FinishTask(@case, task, answers ?? Row(), [], bench.By("ola")).Step!;

    private Case Told(int after = 12)
    {
        var @case = bench.Opened().Case;
        bench.Now = bench.Now.AddDays(after);
        return CaseEngine.Move(@case, "notified", null, bench.By("ola")).Step!.Case;
    }

    [Fact]
    public void Finishing_the_task_enters_choices_a_school_a_year_and_days_and_nothing_that_names_the_case()
    {
        var row = Assert.IsType<LogChange.Put>(Finish(Told(), "log").Log).Row;
        Assert.Equal(new LogRow("bullying-report@1", "cedar", "OR", 2026, new DateOnly(2026, 11, 23), "harassment", "middle", "no-group", "substantiated", "support", 12, Held: false), row);
        Assert.DoesNotContain("K7M-2QD", row.ToString());
    }

    [Fact]
    public void A_day_that_a_person_wrote_down_is_the_day_of_the_report_and_says_which_school_year()
    {
        var row = Assert.IsType<LogChange.Put>(Finish(Told(), "log", Row(reported: "2026-07-31")).Log).Row;
        Assert.Equal((2025, new DateOnly(2026, 7, 31), 127), (row.SchoolYear, row.Reported, row.Days));
        Assert.Equal(2026, LogRow.YearOf(new DateOnly(2026, 8, 1)));
    }

    [Fact]
    public void Another_task_leaves_the_log_alone()
    {
        Assert.Null(Finish(Told(), "home").Log);
    }

    [Theory]
    [InlineData("held-back", true)]
    [InlineData("entered", false)]
    public void A_row_that_could_point_at_somebody_is_marked(string row, bool held) => Assert.Equal(held, Assert.IsType<LogChange.Put>(Finish(Told(), "log", Row(row: row)).Log).Row.Held);

    [Fact]
    public void One_that_another_case_has_entered_is_not_entered_twice() => Assert.IsType<LogChange.Remove>(Finish(Told(), "log", Row(row: "other-case")).Log);

    [Fact]
    public void A_correction_replaces_the_row_and_days_still_count_to_the_first_answer()
    {
        var @case = CaseEngine.Move(Finish(Told(), "log").Case, "appealed", null, bench.By("ola")).Step!.Case;
        bench.Now = bench.Now.AddDays(30);
        var row = Assert.IsType<LogChange.Put>(Finish(@case, "log-again", Row("unfounded")).Log).Row;
        Assert.Equal(("unfounded", 12), (row.Outcome, row.Days));
        var closed = CaseEngine.Close(Finish(@case, "log-again", Row("unfounded")).Case, "closed", "resolved", null, bench.By("ola")).Step!;
        Assert.Equal("unfounded", Assert.IsType<LogChange.Put>(closed.Log).Row.Outcome);
    }

    [Fact]
    public void A_case_that_is_opened_again_keeps_its_row_until_it_is_entered_anew_and_a_withdrawn_one_has_none()
    {
        var closed = CaseEngine.Close(Finish(Told(), "log").Case, "closed", "resolved", null, bench.By("ola")).Step!.Case;
        var again = CaseEngine.Reopen(closed, "submitted", bench.Said(WordsKind.Reason, "new facts"), bench.By("ola")).Step!;
        Assert.Null(again.Log);
        bench.Now = bench.Now.AddDays(8);
        var told = CaseEngine.Move(again.Case, "notified", null, bench.By("ola")).Step!.Case;
        var row = Assert.IsType<LogChange.Put>(Finish(told, "log.2", Row("unfounded")).Log).Row;
        Assert.Equal(("unfounded", 20), (row.Outcome, row.Days));
        Assert.IsType<LogChange.Remove>(CaseEngine.Close(again.Case, "withdrawn", "withdrawn", null, bench.By("ola")).Step!.Log);
    }

    [Fact]
    public void Of_two_cases_that_are_merged_one_row_is_left()
    {
        var duplicate = Finish(Told(), "log").Case;
        var into = bench.Opened().Case;
        var merged = CaseEngine.Merge(duplicate, into, isIntoOver: false, bench.Said(WordsKind.Reason, "the same"), bench.By("ola"));
        Assert.IsType<LogChange.Remove>(merged.One!.Log);
        Assert.Null(merged.Other!.Log);
    }

    [Fact]
    public void A_case_that_moves_to_another_school_takes_its_row_along()
    {
        var moved = CaseEngine.Transfer(Finish(Told(), "log").Case, "birch", "CA", bench.Ladder, bench.By("ola")).Step!;
        var row = Assert.IsType<LogChange.Put>(moved.Log).Row;
        Assert.Equal(("birch", "CA"), (row.SchoolId, row.Jurisdiction));
    }

    [Fact]
    public void Shredding_unties_the_row_and_never_takes_it_away()
    {
        var closed = CaseEngine.Close(Finish(Told(), "log").Case, "closed", "resolved", null, bench.By("ola")).Step!.Case;
        Assert.IsType<LogChange.Untie>(CaseEngine.Shred(closed, bench.By(Actor.Program)).Log);
    }

    [Fact]
    public void A_plan_without_a_log_never_touches_it()
    {
        var other = new Bench();
        Assert.Null(CaseEngine.Move(other.Opened().Case, "triaged", null, other.By("ola")).Step!.Log);
    }
}
