using SupportBot.Cases;

namespace SupportBot.Cases.Tests;

/// <summary>How long a case is kept, and what stops its end.</summary>
public class KeepingTests
{
    private readonly Bench shreds = new(retention: new Retention("closed", 5, "shred"));
    private readonly Bench asks = new(retention: new Retention("closed", 5, "ask"));

    private static Case Closed(Bench bench) => bench.Opened().Case with { State = "closed", ClosedAt = bench.Now };

    private static KeepingDue After(Bench bench, Case @case, int years) => CaseEngine.DueFor(@case, bench.Plan, bench.Now.AddYears(years));

    [Fact]
    public void A_closed_case_is_shredded_when_its_years_are_over_and_not_a_day_before()
    {
        var @case = Closed(shreds);
        Assert.Equal(KeepingDue.Nothing, CaseEngine.DueFor(@case, shreds.Plan, shreds.Now.AddYears(5).AddDays(-1)));
        Assert.Equal(KeepingDue.Shred, After(shreds, @case, 5));
    }

    [Fact]
    public void An_open_case_or_one_without_a_rule_is_kept()
    {
        Assert.Equal(KeepingDue.Nothing, After(shreds, shreds.Opened().Case, 50));
        var without = new Bench();
        Assert.Equal(KeepingDue.Nothing, After(without, Closed(without), 50));
    }

    [Fact]
    public void A_hold_stops_the_shredding_until_it_is_lifted()
    {
        var held = CaseEngine.Hold(Closed(shreds), shreds.Said(WordsKind.Reason, "a court asks"), shreds.By("chen")).Step!.Case;
        Assert.Equal(KeepingDue.Nothing, After(shreds, held, 20));
        Assert.Throws<InvalidOperationException>(() => CaseEngine.Shred(held, shreds.By(Actor.Program)));
        var lifted = CaseEngine.LiftHold(held, shreds.Said(WordsKind.Reason, "it is over"), shreds.By("chen")).Step!.Case;
        Assert.Equal(KeepingDue.Shred, After(shreds, lifted, 20));
    }

    [Fact]
    public void A_hold_needs_a_reason_in_words() =>
        Assert.IsType<Refusal.ReasonMissing>(CaseEngine.Hold(Closed(shreds), null, shreds.By("chen")).Refused);

    [Fact]
    public void Where_the_plan_asks_a_person_decides_and_is_asked_once()
    {
        var @case = Closed(asks);
        Assert.Equal(KeepingDue.Ask, After(asks, @case, 5));
        var asked = CaseEngine.AskToKeep(@case, "safeguarding-lead", asks.By(Actor.Program));
        Assert.Equal((NoticeKind.KeepingOver, "safeguarding-lead"), (asked.Notices[0].Kind, asked.Notices[0].Role));
        Assert.Equal(KeepingDue.Nothing, After(asks, asked.Case, 6));
        Assert.Equal(KeepingDue.Nothing, After(asks, CaseEngine.DecideToKeep(asked.Case, shred: false, asks.By("chen")).Step!.Case, 6));
        Assert.Equal(KeepingDue.Shred, After(asks, CaseEngine.DecideToKeep(asked.Case, shred: true, asks.By("chen")).Step!.Case, 6));
    }

    [Fact]
    public void Nobody_shreds_what_is_held_or_what_nobody_was_asked_about()
    {
        Assert.IsType<Refusal.TaskNotOpen>(CaseEngine.DecideToKeep(Closed(asks), shred: true, asks.By("chen")).Refused);
        var asked = CaseEngine.AskToKeep(Closed(asks), "safeguarding-lead", asks.By(Actor.Program)).Case;
        var held = CaseEngine.Hold(asked, asks.Said(WordsKind.Reason, "a court asks"), asks.By("chen")).Step!.Case;
        Assert.IsType<Refusal.OnHold>(CaseEngine.DecideToKeep(held, shred: true, asks.By("chen")).Refused);
    }

    [Fact]
    public void What_is_left_of_a_shredded_case_says_nothing_of_anybody()
    {
        var shredded = CaseEngine.Shred(Closed(shreds) with { Owner = "maya", Excluded = ["coach"] }, shreds.By(Actor.Program)).Case;
        Assert.Equal((true, null, 0, 0), (shredded.Shredded, shredded.Owner, shredded.Excluded.Count, shredded.Walked.Count));
        Assert.Equal(KeepingDue.Nothing, After(shreds, shredded, 50));
    }
}
