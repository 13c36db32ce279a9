using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

/// <summary>Cases that belong together.</summary>
public class LinkTests
{
    private readonly Bench bench = new();

    private (CaseStep Duplicate, CaseStep Into)? Merge(Case duplicate, Case into, out Refusal? refused, string by = "chen", string why = "the same fight")
    {
        var merged = CaseEngine.Merge(duplicate, into, CaseEngine.IsOver(into, bench.Plan), bench.Said(WordsKind.Reason, why), bench.By(by));
        refused = merged.Refused;
        return merged is { One: { } one, Other: { } other } ? (one, other) : null;
    }

    [Fact]
    public void A_child_takes_school_language_and_exclusions_and_nothing_of_the_reporter()
    {
        var parent = bench.Opened(excluded: "coach").Case;
        var (after, child) = CaseEngine.OpenChild(parent, Guid.NewGuid(), "A2B-C3D", "reentry@1", Severity.Urgent, bench.By("chen"));
        Assert.Equal((parent.SchoolId, parent.Language, false), (child.Case.SchoolId, child.Case.Language, child.Case.Anonymous));
        Assert.Equal(["coach"], child.Case.Excluded);
        Assert.Empty(child.Words);
        Assert.Equal((LinkKind.Child, "A2B-C3D"), (after.Case.Links[0].Kind, after.Case.Links[0].Number));
        Assert.Equal((LinkKind.Parent, parent.Number), (child.Case.Links[0].Kind, child.Case.Links[0].Number));
        Assert.Equal(["reentry/submitted"], after.Case.ChildProtocols);
    }

    private static Bench Followed(bool once) => new(new CasePlan
    {
        Kind = "small",
        Title = "Small case",
        Sees = ["counselor"],
        States =
        [
            new("open", "Open", ["two-weeks"], [], ReporterStatus.Received),
            new("two-weeks", "Two weeks", ["six-weeks"], [], ReporterStatus.ActionTaken),
            new("six-weeks", "Six weeks", ["two-weeks", "closed"], [], ReporterStatus.ActionTaken),
            new("closed", "Closed", ["two-weeks"], [], ReporterStatus.Closed, IsEnd: true),
        ],
        Outcomes = [new("done", "Done")],
        Opens = [new ChildPlan("payback", "two-weeks", null, once), new ChildPlan("payback", "six-weeks", null, once), new ChildPlan("payback", "six-weeks", null, once)],
    });

    // The case in its next state, with what opened there on record as the edge does it.
    private static (Case Case, IReadOnlyList<string> Opened) On(CaseResult moved, Bench small) =>
        (moved.Step!.Children.Aggregate(moved.Step.Case, (@case, id) => CaseEngine.OpenChild(@case, Guid.NewGuid(), "A2B-C3D", $"{id}@1", Severity.Standard, small.By("chen")).Parent.Case), moved.Step.Children);

    [Fact]
    public void What_is_found_again_in_a_later_state_opens_a_second_child_and_what_is_come_by_again_does_not()
    {
        var small = Followed(once: false);
        var two = On(CaseEngine.Move(small.Opened(anonymous: false).Case, "two-weeks", null, small.By("chen")), small);
        var six = On(CaseEngine.Move(two.Case, "six-weeks", null, small.By("chen")), small);
        var back = On(CaseEngine.Move(six.Case, "two-weeks", null, small.By("chen")), small);
        Assert.Equal([["payback"], ["payback"], []], [two.Opened, six.Opened, back.Opened]);

        var closed = CaseEngine.Close(six.Case, "closed", "done", null, small.By("chen")).Step!.Case;
        Assert.Equal(["payback"], On(CaseEngine.Reopen(closed, "two-weeks", small.Said(WordsKind.Reason, "again"), small.By("chen")), small).Opened);
    }

    [Fact]
    public void What_opens_once_opens_beside_none_of_its_kind_whoever_opened_that()
    {
        var small = Followed(once: true);
        var two = On(CaseEngine.Move(small.Opened(anonymous: false).Case, "two-weeks", null, small.By("chen")), small);
        Assert.Equal(["payback"], two.Opened);
        Assert.Empty(On(CaseEngine.Move(two.Case, "six-weeks", null, small.By("chen")), small).Opened);
        var byHand = CaseEngine.OpenChild(small.Opened(anonymous: false).Case, Guid.NewGuid(), "A2B-C3D", "payback@2", Severity.Standard, small.By("chen")).Parent.Case;
        Assert.Empty(On(CaseEngine.Move(byHand, "two-weeks", null, small.By("chen")), small).Opened);
    }

    [Fact]
    public void A_child_that_was_kept_without_its_state_counts_for_each()
    {
        var before = bench.Opened().Case with { ChildProtocols = ["reentry"] };
        Assert.True(before.HasOpened("reentry") && before.HasOpened("reentry", "anywhere"));
        Assert.False(before.HasOpened("re"));
        var now = bench.Opened().Case.WithChild("reentry");
        Assert.True(now.HasOpened("reentry") && now.HasOpened("reentry", now.State));
        Assert.False(now.HasOpened("reentry", "closed") || now.HasOpened("re"));
    }

    [Fact]
    public void Two_cases_are_related_once()
    {
        var (one, other) = (bench.Opened().Case, bench.Opened().Case);
        var (first, second) = CaseEngine.Relate(one, other, bench.By("chen"));
        Assert.Equal((other.Id, one.Id), (first.Case.Links[0].CaseId, second.Case.Links[0].CaseId));
        Assert.Empty(CaseEngine.Relate(first.Case, second.Case, bench.By("chen")).One.Audit);
    }

    [Fact]
    public void A_duplicate_ends_with_its_ladder_tasks_and_clocks_and_the_other_goes_on()
    {
        var (duplicate, into) = (bench.Alerted(), bench.Alerted());
        var merged = Merge(duplicate, into, out var refused)!.Value;
        Assert.Null(refused);
        Assert.True(CaseEngine.IsOver(merged.Duplicate.Case, bench.Plan));
        Assert.Null(merged.Duplicate.Case.OpenAlert);
        Assert.Empty(merged.Duplicate.Case.OpenTasks);
        Assert.NotNull(merged.Into.Case.OpenAlert);
        Assert.Equal(into.Id, merged.Duplicate.Case.MergedInto!.CaseId);
    }

    [Fact]
    public void Whoever_is_kept_out_of_the_duplicate_is_kept_out_of_both()
    {
        var duplicate = bench.Alerted(Severity.Urgent, "coach");
        var into = bench.Alerted() with { Owner = "coach" };
        var kept = Merge(duplicate, into, out _)!.Value.Into.Case;
        Assert.Equal(["coach"], kept.Excluded);
        Assert.Null(kept.Owner);
    }

    [Fact]
    public void The_graver_of_two_severities_stays() =>
        Assert.Equal(Severity.Critical, Merge(Taken(bench.Alerted(Severity.Critical)), bench.Alerted(), out _)!.Value.Into.Case.Severity);

    private Case Taken(Case @case) => CaseEngine.Acknowledge(@case, @case.Alerts[^1].Id, bench.By("ana")).Step!.Case;

    private Case Triaged(Case @case) => CaseEngine.Move(@case, "triaged", null, bench.By("chen")).Step!.Case;

    private Refusal.MergeLeavesUndone Undone(Case duplicate, Case into)
    {
        Assert.Null(Merge(duplicate, into, out var refused));
        return Assert.IsType<Refusal.MergeLeavesUndone>(refused);
    }

    [Fact]
    public void A_critical_case_does_not_end_with_a_task_that_is_not_open_in_the_other()
    {
        var duplicate = Triaged(Taken(bench.Alerted(Severity.Critical)));
        Assert.Equal(["parent-notice"], Undone(duplicate, Taken(bench.Alerted(Severity.Critical))).TaskIds);
        // Done there before counts for what was known then.
        var done = CaseEngine.FinishTask(Triaged(Taken(bench.Alerted(Severity.Critical))), "parent-notice", new Dictionary<string, string> { ["outcome"] = "told" }, [], bench.By("chen")).Step!.Case;
        Assert.Equal(["parent-notice"], Undone(duplicate, done).TaskIds);
        Assert.NotNull(Merge(duplicate, Triaged(Taken(bench.Alerted(Severity.Critical))), out _));
        Assert.NotNull(Merge(duplicate with { Severity = Severity.Urgent }, bench.Alerted(), out _));
    }

    [Fact]
    public void A_critical_case_ends_with_a_task_that_nobody_waits_for()
    {
        var duplicate = Taken(bench.Alerted(Severity.Critical)) with { Tasks = [new CaseTask("officer", "k", bench.Now, null) { Role = "principal" }] };
        Assert.NotNull(Merge(duplicate, Taken(bench.Alerted(Severity.Critical)), out _));
    }

    [Fact]
    public void A_critical_alert_that_nobody_has_acknowledged_ends_only_where_the_other_calls_as_urgently()
    {
        var calling = bench.Alerted(Severity.Critical);
        Assert.True(Undone(calling, Taken(bench.Alerted(Severity.Critical))).AlertOpen);
        Assert.True(Undone(calling, bench.Alerted(Severity.Urgent)).AlertOpen);
        // Whom the first has reached knows; the principal, whom the second calls beside them, does not.
        var both = CaseEngine.Raise(calling, Severity.Critical, [new Rung("principal", Span.Minutes(5))], bench.Now, bench.By("chen")).Case;
        Assert.True(Undone(both, bench.Alerted(Severity.Critical)).AlertOpen);
        Assert.NotNull(Merge(calling, bench.Alerted(Severity.Critical), out _));
    }

    [Fact]
    public void A_critical_case_does_not_end_while_steps_of_its_protocol_wait()
    {
        var waiting = CaseEngine.HandStepsOver(Taken(bench.Alerted(Severity.Critical)), "r1", StepsReason.HandedOver, "counselor", null, null, bench.By("chen")).Step!.Case;
        Assert.Equal((0, false, true), Undone(waiting, Taken(bench.Alerted(Severity.Critical))) is var left ? (left.TaskIds.Count, left.AlertOpen, left.StepsWait) : default);
    }

    [Fact]
    public void A_case_is_not_merged_into_itself_a_closed_one_another_school_or_twice()
    {
        var (one, other) = (bench.Alerted(), bench.Alerted());
        Assert.Null(Merge(one, one, out var itself));
        Assert.Null(Merge(one, other with { State = "closed" }, out var closed));
        Assert.Null(Merge(one, other with { SchoolId = "alder" }, out var school));
        Assert.Null(Merge(one, other with { Kind = "reentry" }, out var kind));
        Assert.Null(Merge(one, Merge(other, bench.Alerted(), out _)!.Value.Duplicate.Case, out var merged));
        Assert.All([itself, closed, school, kind, merged], refused => Assert.IsType<Refusal.CannotMerge>(refused));
        Assert.Null(Merge(one, other, out var silent, why: " "));
        Assert.IsType<Refusal.ReasonMissing>(silent);
    }

    [Fact]
    public void Nobody_merges_into_a_case_that_they_are_kept_out_of()
    {
        Assert.Null(Merge(bench.Alerted(), bench.Alerted(Severity.Urgent, "chen"), out var refused));
        Assert.IsType<Refusal.PersonExcluded>(refused);
    }
}
