using CsCheck;
using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

public class PrivacyTests
{
    private readonly Bench bench = new();

    [Fact]
    public void A_persons_words_print_as_dots()
    {
        var words = new PersonText("canary");
        Assert.Equal("•••", words.ToString());
        Assert.Equal("•••", $"{words}");
        Assert.DoesNotContain("canary", bench.Said(WordsKind.Report, "canary").ToString());
    }

    [Fact]
    public void A_reporter_has_no_id() => Assert.Null(Actor.Reporter.PersonId);

    [Theory]
    [InlineData(Severity.Standard, "2026-11-23T00:00:00Z")]
    [InlineData(Severity.Urgent, "2026-11-23T18:00:00Z")]
    public void Times_of_an_anonymous_report_are_rounded(Severity severity, string kept)
    {
        var step = bench.Opened(severity);
        var expected = DateTimeOffset.Parse(kept, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, step.Case.OpenedAt);
        Assert.All(step.Audit, a => Assert.Equal(expected, a.At));
        Assert.All(step.Case.Tasks, t => Assert.Equal(expected, t.OpenedAt));
    }

    [Fact]
    public void A_routine_release_waits_between_5_and_45_minutes() =>
        Gen.Double[0, 0.9999].Sample(r => Blur.Release(r) >= TimeSpan.FromMinutes(5) && Blur.Release(r) < TimeSpan.FromMinutes(45));

    [Fact]
    public void A_case_number_can_be_read_aloud_without_mistakes() =>
        Gen.Byte.Array[6].Sample(bytes => CaseNumber.From(bytes) is { Length: 7 } n && n[3] == '-' && !n.Any(c => "01ILOU".Contains(c)));

    [Theory]
    [InlineData("counselor", "cedar", true)]
    [InlineData("counselor", "maple", false)]
    [InlineData("counselor", "*", true)]
    [InlineData("hr", "cedar", false)]
    [InlineData("hr", "*", false)]
    public void Who_sees_a_case_is_role_times_school(string role, string school, bool sees) =>
        Assert.Equal(sees, CaseAccess.MaySee(new Viewer("p1", [new(role, school)]), bench.Opened().Case, bench.Plan));

    [Fact]
    public void Where_the_school_is_kept_out_only_the_district_lets_somebody_in_and_only_with_a_reason()
    {
        var @case = CaseEngine.Assign(bench.Alerted(), "maya", bench.By(Actor.Staff("maya"))).Step!.Case;
        var held = CaseEngine.KeepSchoolOut(@case, ["maya", "cy"], bench.By(Actor.Reporter));
        Assert.Equal((true, null, "cy maya"), (held.Case.SchoolKeptOut, held.Case.Owner, string.Join(' ', held.Case.Excluded)));
        Assert.Equal(AuditAction.SchoolExcluded, held.Audit[0].Action);
        Assert.Single(held.Notices, n => n.Kind == NoticeKind.CardsChanged);

        var district = bench.By(Actor.Staff("elena"));
        Assert.IsType<Refusal.ReasonMissing>(CaseEngine.LetIn(held.Case, "cy", null, district).Refused);
        Assert.IsType<Refusal.NotKeptOut>(CaseEngine.LetIn(held.Case, "li", bench.Said(WordsKind.Reason, "no"), district).Refused);
        Assert.IsType<Refusal.PersonExcluded>(CaseEngine.LetIn(held.Case, "cy", bench.Said(WordsKind.Reason, "no"), bench.By(Actor.Staff("maya"))).Refused);
        var after = CaseEngine.LetIn(held.Case, "cy", bench.Said(WordsKind.Reason, "it was somebody else"), district).Step!;
        Assert.Equal(("maya", 1), (string.Join(' ', after.Case.Excluded), after.Words.Count));
        // The same report does not take back what a person has decided.
        Assert.Equal(after.Case, CaseEngine.KeepSchoolOut(after.Case, ["maya", "cy"], bench.By(Actor.Reporter)).Case);
    }

    [Theory]
    [InlineData("safeguarding-lead", "*", "", true)]
    [InlineData("safeguarding-lead", "*", "cedar", false)]
    [InlineData("safeguarding-lead", "*", "maple", true)]
    [InlineData("counselor", "*", "", false)]
    [InlineData("administrator", "cedar", "", false)]
    public void Whom_to_let_in_is_decided_by_the_district_and_by_nobody_who_has_a_post_at_the_school(string role, string school, string alsoAt, bool may)
    {
        var plan = bench.Plan with { Sees = [.. bench.Plan.Sees, "safeguarding-lead"] };
        RoleAt[] roles = alsoAt.Length == 0 ? [new(role, school)] : [new(role, school), new("teacher", alsoAt)];
        Assert.Equal(may, CaseAccess.MayLetIn(new Viewer("p1", roles), bench.Opened().Case, plan));
    }

    [Fact]
    public void A_role_sees_a_case_once_its_ladder_has_told_it()
    {
        var lead = new Viewer("p9", [new("district-lead", "*")]);
        var @case = bench.Alerted();
        Assert.False(CaseAccess.MaySee(lead, @case, bench.Plan));
        for (var i = 0; i < 2; i++) @case = CaseEngine.RungRanOut(@case, "a1", @case.OpenAlert!.Token, bench.By(Actor.Program))!.Case;
        Assert.True(CaseAccess.MaySee(lead, @case, bench.Plan));
    }

    [Fact]
    public void Whoever_stands_in_for_a_role_sees_a_case_once_that_role_was_told_and_never_before()
    {
        var standIn = new Viewer("p8", []) { MayBeCalled = (role, school) => role == "principal" && school == "cedar" };
        var @case = bench.Alerted();
        Assert.False(CaseAccess.MaySee(standIn, @case, bench.Plan));
        @case = CaseEngine.RungRanOut(@case, "a1", @case.OpenAlert!.Token, bench.By(Actor.Program))!.Case;
        Assert.True(CaseAccess.MaySee(standIn, @case, bench.Plan));
        Assert.False(CaseAccess.MaySee(standIn, @case with { SchoolId = "maple" }, bench.Plan));
        Assert.False(CaseAccess.MaySee(standIn, @case with { Excluded = ["p8"] }, bench.Plan));
    }

    [Fact]
    public void Whoever_is_kept_out_sees_nothing_whatever_else_they_hold()
    {
        var viewer = new Viewer("p1", [new("counselor", "*"), new("administrator", "cedar")]);
        var @case = bench.Opened().Case with { Owner = "p1" };
        Assert.True(CaseAccess.MaySee(viewer, @case, bench.Plan));
        Assert.False(CaseAccess.MaySee(viewer, @case with { Excluded = ["p1"] }, bench.Plan));
    }

    [Fact]
    public void Keeping_the_owner_out_takes_the_case_away()
    {
        var @case = bench.Opened().Case with { Owner = "p1" };
        Assert.Null(CaseEngine.Exclude(@case, "p1", bench.By("p2")).Case.Owner);
        Assert.IsType<Refusal.PersonExcluded>(CaseEngine.Assign(@case with { Excluded = ["p3"] }, "p3", bench.By("p2")).Refused);
    }

    [Theory]
    [InlineData("5 minutes", true)]
    [InlineData("1 school-day", true)]
    [InlineData("10 working-days", true)]
    [InlineData("2 weeks", true)]
    [InlineData("0 days", false)]
    [InlineData("soon", false)]
    [InlineData("1 fortnight", false)]
    public void A_span_reads_back_as_it_was_written(string text, bool reads)
    {
        Assert.Equal(reads, Span.TryParse(text, out var span));
        if (reads) Assert.Equal(text, span.ToString());
    }
}
