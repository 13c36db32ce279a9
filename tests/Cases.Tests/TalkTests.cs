namespace SupportBot.Cases.Tests;

/// <summary>What a live hand-over leaves in a case.</summary>
public sealed class TalkTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 18, 7, 31, TimeSpan.Zero);

    private static readonly CasePlan Plan = new()
    {
        Kind = "talk", Title = "A student asks for a person", Sees = ["counselor"], States = [new StatePlan("asked", "Asked", [], [], ReporterStatus.Received)],
    };

    private static readonly Case Asked = CaseEngine.Open(new CaseOpening(Guid.NewGuid(), "ABC-234", "talk-to-a-person@1", [], Severity.Urgent, "", "OR", true, "en", ["marcus"]), At(Actor.Reporter)).Case;

    [Fact]
    public void Whoever_joins_takes_a_case_that_nobody_works_and_the_trace_names_them_exactly()
    {
        var joined = CaseEngine.JoinTalk(Asked, "maya", "t1", At(Actor.Program)).Step!;
        Assert.Equal("maya", joined.Case.Owner);
        Assert.Equal((Actor.Staff("maya"), AuditAction.TalkJoined, "t1", Now), Only(joined.Audit));
        Assert.Equal("daniel", CaseEngine.JoinTalk(Asked with { Owner = "daniel" }, "maya", "t1", At(Actor.Program)).Step!.Case.Owner);
    }

    [Fact]
    public void Whoever_is_kept_out_does_not_join() => Assert.Equal(new Refusal.PersonExcluded("marcus"), CaseEngine.JoinTalk(Asked, "marcus", "t1", At(Actor.Program)).Refused);

    [Fact]
    public void A_reporter_who_leaves_is_kept_with_a_rounded_time_and_a_counselor_with_the_exact_one()
    {
        var rounded = new DateTimeOffset(2026, 11, 16, 18, 0, 0, TimeSpan.Zero);
        Assert.Equal((Actor.Reporter, AuditAction.TalkLeft, "t1", rounded), Only(CaseEngine.LeaveTalk(Asked, Actor.Reporter, "t1", At(Actor.Reporter)).Audit));
        Assert.Equal((Actor.Program, AuditAction.TalkLeft, "t1", rounded), Only(CaseEngine.LeaveTalk(Asked, Actor.Program, "t1", At(Actor.Program)).Audit));
        Assert.Equal((Actor.Staff("maya"), AuditAction.TalkLeft, "t1", Now), Only(CaseEngine.LeaveTalk(Asked, Actor.Staff("maya"), "t1", At(Actor.Staff("maya"))).Audit));
    }

    [Fact]
    public void A_reporter_who_waits_for_an_answer_is_told_to_the_cases_people_at_once()
    {
        var waits = CaseEngine.TalkUnanswered(Asked, "t1", At(Actor.Program));
        Assert.True(waits.Case.UnreadReply);
        var notice = Assert.Single(waits.Notices);
        Assert.Equal((NoticeKind.ReporterWrote, true, Now), (notice.Kind, notice.Urgent, notice.NotBefore));
    }

    [Fact]
    public void A_line_is_words_of_the_case_that_the_code_opens_again_and_calls_nobody()
    {
        var line = new Words(Guid.NewGuid(), Asked.Id, WordsKind.Said, "t1", "", Actor.Reporter, Now, new PersonText("hello"));
        var said = CaseEngine.Talk(Asked, line);
        Assert.Equal([line], said.Words);
        Assert.Empty(said.Notices);
        Assert.True(line.ReporterMaySee);
    }

    private static (Actor, string, string, DateTimeOffset) Only(IReadOnlyList<AuditEntry> audit) => Assert.Single(audit) is var e ? (e.Actor, e.Action, e.Subject, e.At) : default;

    private static CaseMoment At(Actor actor) => new(actor, Now, Plan, new NoTime(), () => "t");

    private sealed class NoTime : ICaseCalendar
    {
        public DateTimeOffset Add(DateTimeOffset from, Span span) => throw new NotSupportedException();
    }
}
