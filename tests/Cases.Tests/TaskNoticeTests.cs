using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

/// <summary>Who is told that tasks have opened, as the engine writes it down: roles, once a commit, and nobody of what they do themselves.</summary>
public class TaskNoticeTests
{
    private readonly Bench _bench = new(new CasePlan
    {
        Kind = "hand-over",
        Title = "Hand-over",
        Sees = ["counselor", "nurse", "principal"],
        States =
        [
            new("open", "Open", ["sent"], [], ReporterStatus.Received),
            new("sent", "Sent", ["closed"], [], ReporterStatus.BeingReviewed),
            new("closed", "Closed", ["open"], [], ReporterStatus.Closed, IsEnd: true),
        ],
        Tasks =
        [
            new TaskPlan { Id = "talk", Title = "Talk", Owner = "counselor", Opens = "open", Due = Span.Hours(2) },
            new TaskPlan { Id = "plan", Title = "Health plan", Owner = "nurse", Opens = "open", Due = Span.SchoolDays(1) },
            new TaskPlan { Id = "write", Title = "Write it down", Owner = "counselor", Opens = "open" },
            new TaskPlan { Id = "sign", Title = "Sign", Owner = "counselor", Opens = "sent", TwoPerson = true, AgreedBy = ["principal", "nurse"] },
            new TaskPlan { Id = "accept", Title = "Accept", Owner = "counselor", Opens = "sent", ByReceivingSchool = true },
        ],
        Outcomes = [new("done", "Done")],
    });

    private static IEnumerable<(string Role, string Subject)> Told(CaseStep step) => step.Notices.Where(n => n.Kind == NoticeKind.TaskOpened).Select(n => (n.Role, n.Subject));

    private CaseMoment By(string person, params string[] roles) => _bench.By(person) with { RolesHere = roles.ToHashSet() };

    private Case Alerted(params string[] ladder)
    {
        var opened = _bench.Opened();
        return opened.Then(CaseEngine.Raise(opened.Case, Severity.Standard, [.. ladder.Select(r => new Rung(r, Span.Hours(1)))], _bench.Now, _bench.By(Actor.Reporter))).Case;
    }

    private Case Sent(string by = "maya", params string[] roles) => CaseEngine.Move(Alerted("counselor"), "sent", null, By(by, roles)).Step!.Case;

    [Fact]
    public void What_opens_for_a_role_in_one_commit_is_one_notice_and_each_role_has_its_own()
    {
        Assert.Equal([("counselor", "tasks:talk,write"), ("nurse", "tasks:plan")], Told(_bench.Opened()));
        Assert.All(_bench.Opened().Notices, n => Assert.False(n.Urgent));
    }

    [Fact]
    public void Whoever_opens_what_their_own_role_does_is_told_nothing_and_the_other_roles_are()
    {
        var opening = new CaseOpening(Guid.NewGuid(), "K7M-2QD", "hand-over@1", [], Severity.Standard, "cedar", "OR", false, "en", []);
        Assert.Equal([("nurse", "tasks:plan")], Told(CaseEngine.Open(opening, By("maya", "counselor"))));
    }

    [Fact]
    public void A_notice_that_waits_because_another_of_its_role_waits_leaves_with_the_later_one()
    {
        var one = new CaseStep(_bench.Opened().Case) { Notices = [new Notice(Guid.Empty, NoticeKind.TaskOpened, "tasks:a", "nurse", 0, false, _bench.Now)] };
        var both = one.Then(one with { Notices = [one.Notices[0] with { Subject = "tasks:b,a", NotBefore = _bench.Now.AddMinutes(7) }] });
        Assert.Equal(("tasks:a,b", _bench.Now.AddMinutes(7)), (Assert.Single(both.Notices).Subject, both.Notices[0].NotBefore));
    }

    [Fact]
    public void A_taker_of_another_role_leaves_a_word_for_the_roles_that_the_alert_alone_had_called()
    {
        var called = Alerted("counselor", "principal");
        Assert.Equal([("counselor", "tasks:talk,write")], Told(CaseEngine.Acknowledge(called, "a1", By("thomas", "principal")).Step!));
        Assert.Empty(Told(CaseEngine.Acknowledge(called, "a1", By("maya", "counselor")).Step!));
        // The second alert of a case that somebody works says nothing anew of tasks.
        var worked = CaseEngine.Acknowledge(called, "a1", By("thomas", "principal")).Step!.Case;
        var again = CaseEngine.Raise(worked, Severity.Urgent, [new Rung("counselor", Span.Hours(1))], _bench.Now, _bench.By(Actor.Program)).Case;
        Assert.Empty(Told(CaseEngine.Acknowledge(again, "a2", By("priya", "nurse")).Step!));
    }

    [Fact]
    public void What_only_the_receiving_school_does_is_told_when_the_case_has_come_there_with_all_that_is_open()
    {
        var sent = CaseEngine.Move(Alerted("counselor"), "sent", null, By("thomas", "principal")).Step!;
        Assert.Equal([("counselor", "tasks:sign")], Told(sent));
        var moved = CaseEngine.Transfer(sent.Case, "birch", "OR", [new Rung("counselor", Span.Hours(1))], By("thomas", "principal")).Step!;
        Assert.Equal([("counselor", "tasks:talk,write,sign,accept"), ("nurse", "tasks:plan")], Told(moved));
    }

    [Fact]
    public void Whoever_is_handed_a_task_is_told_and_whoever_takes_it_is_not()
    {
        var @case = Sent();
        Assert.Equal([("nurse", "tasks:plan")], Told(CaseEngine.HandOver(@case, "plan", "priya", By("maya")).Step!));
        Assert.Empty(Told(CaseEngine.HandOver(@case, "plan", "maya", By("maya")).Step!));
    }

    [Fact]
    public void What_one_person_has_filled_in_is_told_to_every_role_that_may_agree()
    {
        var filledIn = CaseEngine.FinishTask(Sent(), "sign", new Dictionary<string, string>(), [], By("maya", "counselor")).Step!;
        Assert.Equal([("principal", "tasks:sign"), ("nurse", "tasks:sign")], Told(filledIn));
        var (maya, thomas) = (OpenedTasks.For("maya", filledIn.Case, "tasks:sign"), OpenedTasks.For("thomas", filledIn.Case, "tasks:sign"));
        Assert.Equal((0, 1), (maya.Count, thomas.Count));
        Assert.Equal(["principal", "nurse"], thomas[0].Roles);
    }

    [Fact]
    public void What_the_second_person_does_not_agree_to_is_told_to_the_role_that_filled_it_in()
    {
        var filled = CaseEngine.FinishTask(Sent(), "sign", new Dictionary<string, string>(), [], By("maya", "counselor")).Step!.Case;
        Assert.Equal([("counselor", "tasks:sign")], Told(CaseEngine.Agree(filled, "sign", false, By("chen", "principal")).Step!));
        Assert.Empty(Told(CaseEngine.Agree(filled, "sign", true, By("chen", "principal")).Step!));
    }

    [Fact]
    public void People_of_a_school_that_is_learned_later_hear_of_what_is_open_unless_its_alert_has_still_to_leave()
    {
        var opening = new CaseOpening(Guid.NewGuid(), "K7M-2QD", "hand-over@1", [], Severity.Standard, "", "OR", true, "en", []);
        var opened = CaseEngine.Open(opening, _bench.By(Actor.Reporter)).Case;
        Case Raised(TimeSpan wait) => CaseEngine.Raise(opened, Severity.Standard, [new Rung("counselor", Span.Hours(1))], _bench.Now + wait, _bench.By(Actor.Reporter)).Case;
        Assert.Equal(["counselor", "nurse"], Told(CaseEngine.LearnSchool(Raised(TimeSpan.Zero), "cedar", "OR", _bench.By(Actor.Reporter))).Select(t => t.Role));
        Assert.Empty(Told(CaseEngine.LearnSchool(Raised(TimeSpan.FromMinutes(20)), "cedar", "OR", _bench.By(Actor.Reporter))));
    }

    [Fact]
    public void A_task_that_is_done_or_with_somebody_else_is_nobodys_to_be_told_of()
    {
        var @case = Sent();
        Assert.Equal(["talk", "write"], OpenedTasks.For("maya", @case, "tasks:talk,write").Select(t => t.Id));
        var handed = CaseEngine.HandOver(@case, "talk", "priya", By("maya")).Step!.Case;
        var done = CaseEngine.FinishTask(handed, "write", new Dictionary<string, string>(), [], By("maya")).Step!.Case;
        Assert.Empty(OpenedTasks.For("maya", done, "tasks:talk,write"));
        Assert.Equal("talk", Assert.Single(OpenedTasks.For("priya", done, "tasks:talk,write")).Id);
        Assert.Empty(OpenedTasks.StillOpen(done, "a1"));
    }

    [Fact]
    public void The_last_day_of_a_name_is_this_years_or_the_one_before()
    {
        Assert.Equal(new DateOnly(2027, 2, 1), new YearDay(2, 1).LastBefore(new DateOnly(2027, 2, 1)));
        Assert.Equal(new DateOnly(2026, 2, 1), new YearDay(2, 1).LastBefore(new DateOnly(2027, 1, 31)));
    }
}
