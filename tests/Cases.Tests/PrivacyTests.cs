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
