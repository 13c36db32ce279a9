using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

/// <summary>Steps that go from one person to another: taken once, due as before, and never given up.</summary>
public class StepsTests
{
    private readonly Bench _bench = new();

    private static CaseSteps Only(Case @case) => Assert.Single(@case.Steps);

    private CaseStep Handed(Case @case, string? to = "maya", StepsReason why = StepsReason.HandedOver, TimeSpan? due = null) =>
        CaseEngine.HandStepsOver(@case, "r1", why, "counselor", to, _bench.Now + (due ?? TimeSpan.FromMinutes(10)), _bench.By("thomas")).Step!;

    [Fact]
    public void The_first_who_takes_them_has_them_and_the_next_hears_who()
    {
        var handed = Handed(_bench.Alerted());
        Assert.Equal((AuditAction.StepsHandedOver, "maya"), (Assert.Single(handed.Audit).Action, handed.Audit[0].Subject));
        var taken = CaseEngine.TakeSteps(handed.Case, "r1", _bench.By("maya")).Step!;
        Assert.Equal((AuditAction.StepsTaken, Actor.Staff("maya")), (Assert.Single(taken.Audit).Action, taken.Audit[0].Actor));
        Assert.Equal("maya", Assert.IsType<Refusal.AlreadyTakenBy>(CaseEngine.TakeSteps(taken.Case, "r1", _bench.By("eve")).Refused).PersonId);
    }

    [Fact]
    public void Nobody_kept_out_is_asked_or_takes_them()
    {
        var @case = _bench.Alerted(excluded: "eve");
        Assert.IsType<Refusal.PersonExcluded>(CaseEngine.HandStepsOver(@case, "r1", StepsReason.HandedOver, "counselor", "eve", null, _bench.By("thomas")).Refused);
        Assert.IsType<Refusal.PersonExcluded>(CaseEngine.TakeSteps(Handed(@case).Case, "r1", _bench.By("eve")).Refused);
        Assert.IsType<Refusal.NoStepsWait>(CaseEngine.TakeSteps(@case, "r1", _bench.By("maya")).Refused);
    }

    [Fact]
    public void Whoever_keeps_them_for_later_is_not_told_at_once_and_the_role_is_when_they_fall_due()
    {
        var due = _bench.Now + TimeSpan.FromMinutes(10);
        var kept = CaseEngine.HandStepsOver(_bench.Alerted(), "r1", StepsReason.HandedOver, "counselor", "thomas", due, _bench.By("thomas")).Step!;
        Assert.Empty(kept.Notices);
        Assert.Equal(due, Assert.Single(kept.Deadlines).Due);
        Assert.Equal(("thomas", "thomas"), (kept.Case.Steps[^1].From, kept.Case.Steps[^1].To));
        Assert.Null(CaseEngine.TakeSteps(kept.Case, "r1", _bench.By("thomas")).Refused);
        var late = CaseEngine.StepsFellDue(kept.Case, kept.Case.Steps[^1].Subject, kept.Case.Steps[^1].Token, _bench.By("thomas"))!;
        Assert.Equal("counselor", Assert.Single(late.Notices).Role);
    }

    [Fact]
    public void What_is_due_still_counts_and_then_the_role_is_told_again_and_again_until_a_person_takes_them()
    {
        var step = Handed(_bench.Alerted());
        var deadline = Assert.Single(step.Deadlines);
        Assert.Equal((DeadlineKind.Steps, _bench.Now + TimeSpan.FromMinutes(10)), (deadline.Kind, deadline.Due));
        for (var told = 1; told <= 3; told++)
        {
            _bench.Now = deadline.Due;
            step = CaseEngine.StepsFellDue(step.Case, deadline.Subject, deadline.Token, _bench.By(Actor.Program))!;
            Assert.Equal(told, Only(step.Case).Told);
            Assert.Equal((NoticeKind.StepsWait, "counselor"), (Assert.Single(step.Notices).Kind, step.Notices[0].Role));
            Assert.Null(CaseEngine.StepsFellDue(step.Case, deadline.Subject, deadline.Token, _bench.By(Actor.Program)));
            deadline = Assert.Single(step.Deadlines);
        }

        var taken = CaseEngine.TakeSteps(step.Case, "r1", _bench.By("maya")).Step!;
        Assert.Null(CaseEngine.StepsFellDue(taken.Case, deadline.Subject, deadline.Token, _bench.By(Actor.Program)));
    }

    [Fact]
    public void Handed_over_late_or_without_a_time_the_role_is_still_told_later()
    {
        Assert.True(Assert.Single(Handed(_bench.Alerted(), due: TimeSpan.FromMinutes(-5)).Deadlines).Due > _bench.Now);
        Assert.True(Assert.Single(CaseEngine.HandStepsOver(_bench.Alerted(), "r1", StepsReason.HandedOver, "counselor", null, null, _bench.By("thomas")).Step!.Deadlines).Due > _bench.Now);
    }

    [Fact]
    public void One_person_never_confirms_alone()
    {
        var @case = _bench.Alerted();
        Assert.IsType<Refusal.SamePerson>(CaseEngine.ConfirmStep(@case, "thomas", _bench.By("thomas")).Refused);
        Assert.Equal((AuditAction.StepConfirmed, "thomas"), (CaseEngine.ConfirmStep(@case, "thomas", _bench.By("maya")).Step!.Audit[0].Action, CaseEngine.ConfirmStep(@case, "thomas", _bench.By("maya")).Step!.Audit[0].Subject));
        Assert.Equal(AuditAction.StepsWaitForSecond, Handed(@case, why: StepsReason.SecondPerson).Audit[0].Action);
    }

    [Fact]
    public void Whoever_is_asked_sees_the_case_and_whoever_is_not_does_not()
    {
        var stranger = new Viewer("maya", [new RoleAt("nurse", "cedar")]);
        var nurse = new Viewer("ned", [new RoleAt("nurse", "cedar")]);
        var before = _bench.Alerted();
        Assert.False(CaseAccess.MaySee(stranger, before, _bench.Plan));
        var asked = CaseEngine.HandStepsOver(before, "r1", StepsReason.HandedOver, "nurse", "maya", null, _bench.By("thomas")).Step!;
        Assert.True(CaseAccess.MayTake(stranger, asked.Case, Only(asked.Case), _bench.Plan));
        Assert.False(CaseAccess.MayTake(nurse, asked.Case, Only(asked.Case), _bench.Plan));

        // Nobody came in time, so the role is asked: whoever holds it at that school.
        var deadline = asked.Deadlines[0];
        var overdue = CaseEngine.StepsFellDue(asked.Case, deadline.Subject, deadline.Token, _bench.By(Actor.Program))!.Case;
        Assert.True(CaseAccess.MayTake(nurse, overdue, Only(overdue), _bench.Plan));
        Assert.False(CaseAccess.MayTake(nurse with { Roles = [new RoleAt("nurse", "birch")] }, overdue, Only(overdue), _bench.Plan));

        // Once somebody has them, the role's errand is over.
        var taken = CaseEngine.TakeSteps(overdue, "r1", _bench.By("ned")).Step!.Case;
        Assert.True(CaseAccess.MaySee(nurse, taken, _bench.Plan));
        Assert.False(CaseAccess.MaySee(stranger, taken, _bench.Plan));
    }

    [Fact]
    public void Whoever_gave_them_away_may_take_them_back_unless_kept_out()
    {
        var @case = Handed(_bench.Alerted()).Case;
        var thomas = new Viewer("thomas", []);
        Assert.True(CaseAccess.MayTake(thomas, @case, Only(@case), _bench.Plan));
        Assert.False(CaseAccess.MayTake(thomas, @case with { Excluded = ["thomas"] }, Only(@case), _bench.Plan));
    }
}
