using CsCheck;
using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

public class LadderTests
{
    private readonly Bench bench = new();

    [Fact]
    public void Raising_tells_the_first_role_and_promises_a_time()
    {
        var opened = bench.Opened(Severity.Urgent);
        var step = CaseEngine.Raise(opened.Case, Severity.Urgent, bench.Ladder, bench.Now, bench.By(Actor.Reporter));

        var notice = Assert.Single(step.Notices);
        Assert.Equal(("counselor", true), (notice.Role, notice.Urgent));
        Assert.Equal(bench.Now.AddMinutes(10), Assert.Single(step.Deadlines).Due);
    }

    [Fact]
    public void Escalates_when_nobody_acknowledges_in_time()
    {
        var @case = bench.Alerted();
        bench.Now = bench.Now.AddMinutes(10);
        var step = CaseEngine.RungRanOut(@case, "a1", @case.OpenAlert!.Token, bench.By(Actor.Program));

        Assert.NotNull(step);
        Assert.Equal("principal", step.Case.OpenAlert!.Rung.Role);
        Assert.Contains(step.Notices, n => n.Kind == NoticeKind.Alert && n.Role == "principal");
        Assert.Contains(step.Notices, n => n.Kind == NoticeKind.CardsChanged);
        Assert.Equal(bench.Now.AddMinutes(20), Assert.Single(step.Deadlines).Due);
    }

    [Fact]
    public void The_last_rung_is_told_again_and_again_and_the_case_turns_red()
    {
        var @case = bench.Alerted();
        for (var i = 0; i < 10; i++)
            @case = CaseEngine.RungRanOut(@case, "a1", @case.OpenAlert!.Token, bench.By(Actor.Program))!.Case;

        Assert.Equal("district-lead", @case.OpenAlert!.Rung.Role);
        Assert.Equal(8, @case.OpenAlert.Repeats);
        Assert.True(@case.OpenAlert.IsUnanswered);
    }

    [Fact]
    public void A_deadline_with_an_old_token_does_nothing()
    {
        var @case = bench.Alerted();
        var old = @case.OpenAlert!.Token;
        @case = CaseEngine.RungRanOut(@case, "a1", old, bench.By(Actor.Program))!.Case;
        Assert.Null(CaseEngine.RungRanOut(@case, "a1", old, bench.By(Actor.Program)));
    }

    [Fact]
    public void The_first_acknowledgement_wins_and_everybody_after_learns_who_has_it()
    {
        var @case = bench.Alerted();
        @case = CaseEngine.Acknowledge(@case, "a1", bench.By("rivera")).Step!.Case;
        var second = CaseEngine.Acknowledge(@case, "a1", bench.By("chen"));

        Assert.Equal("rivera", @case.Owner);
        Assert.Equal(new Refusal.AlreadyTakenBy("rivera", bench.Now), second.Refused);
    }

    [Fact]
    public void After_an_acknowledgement_the_ladder_stands_still()
    {
        var @case = bench.Alerted();
        var token = @case.OpenAlert!.Token;
        @case = CaseEngine.Acknowledge(@case, "a1", bench.By("rivera")).Step!.Case;
        Assert.Null(CaseEngine.RungRanOut(@case, "a1", token, bench.By(Actor.Program)));
        Assert.Null(CaseEngine.RungRanOut(@case, "a1", @case.Alerts[0].Token, bench.By(Actor.Program)));
    }

    [Fact]
    public void Somebody_kept_out_cannot_acknowledge()
    {
        var @case = bench.Alerted(Severity.Urgent, "rivera");
        Assert.IsType<Refusal.PersonExcluded>(CaseEngine.Acknowledge(@case, "a1", bench.By("rivera")).Refused);
    }

    [Fact]
    public void Where_whoever_works_a_case_is_kept_out_somebody_else_is_called()
    {
        var taken = CaseEngine.Acknowledge(bench.Alerted(), "a1", bench.By("rivera")).Step!.Case;
        var left = CaseEngine.KeepOut(taken, ["rivera", "moss"], bench.By(Actor.Reporter));
        Assert.Equal(["moss", "rivera"], left.Case.Excluded);
        Assert.Equal((null, "a2"), (left.Case.Owner, left.Case.OpenAlert!.Id));
        Assert.Equal(taken.Alerts[0].Ladder, left.Case.OpenAlert.Ladder);
        Assert.Single(left.Notices, n => n.Kind == NoticeKind.Alert);

        Assert.Single(CaseEngine.KeepOut(taken, ["moss"], bench.By(Actor.Reporter)).Case.Alerts);
        Assert.Single(CaseEngine.KeepOut(bench.Alerted() with { Owner = "rivera" }, ["rivera"], bench.By(Actor.Reporter)).Case.Alerts);
    }

    [Fact]
    public void A_school_that_becomes_known_later_is_learned_once_and_never_changed_that_way()
    {
        var @case = bench.Alerted() with { SchoolId = "" };
        var learned = CaseEngine.LearnSchool(@case, "maple", "CA", bench.By(Actor.Reporter));
        Assert.Equal(("maple", "CA"), (learned.Case.SchoolId, learned.Case.Jurisdiction));
        Assert.Equal("maple", CaseEngine.LearnSchool(learned.Case, "cedar", "OR", bench.By(Actor.Reporter)).Case.SchoolId);
    }

    [Fact]
    public void The_program_cannot_acknowledge() =>
        Assert.Throws<InvalidOperationException>(() => CaseEngine.Acknowledge(bench.Alerted(), "a1", bench.By(Actor.Program)));

    [Fact]
    public void A_second_alert_raises_severity_and_never_lowers_it()
    {
        var @case = bench.Alerted(Severity.Critical);
        @case = CaseEngine.Raise(@case, Severity.Standard, bench.Ladder, bench.Now, bench.By(Actor.Reporter)).Case;
        Assert.Equal(Severity.Critical, @case.Severity);
        Assert.Equal(2, @case.Alerts.Count);
    }

    [Fact]
    public void No_order_of_events_ends_a_ladder_but_a_persons_acknowledgement() =>
        Gen.Int[0, 6].Array[1, 40].Sample(events =>
        {
            var @case = bench.Alerted();
            foreach (var e in events)
            {
                @case = e switch
                {
                    0 or 1 => CaseEngine.RungRanOut(@case, "a1", @case.Alerts[0].Token, bench.By(Actor.Program))?.Case ?? @case,
                    2 => CaseEngine.RungRanOut(@case, "a1", "stale", bench.By(Actor.Program))?.Case ?? @case,
                    3 => CaseEngine.ReporterWrites(@case, bench.Said(WordsKind.Reply, "more"), bench.By(Actor.Reporter)).Case,
                    4 => CaseEngine.Read(@case, bench.By("rivera")).Case,
                    5 => CaseEngine.Assign(@case, "chen", bench.By("rivera")).Step?.Case ?? @case,
                    _ => CaseEngine.Move(@case, "triaged", null, bench.By("rivera")).Step?.Case ?? @case,
                };
                if (@case.OpenAlert is null) return false;
            }

            return CaseEngine.RungRanOut(@case, "a1", @case.OpenAlert!.Token, bench.By(Actor.Program)) is { Deadlines.Count: 1 };
        });
}
