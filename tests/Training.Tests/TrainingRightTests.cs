namespace SupportBot.Training.Tests;

/// <summary>Whether somebody has a training that work asks for: what was done here, what another book says, and which of the two is believed.</summary>
public class TrainingRightTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static Completion Done(int daysAgo, int left = 300, bool revoked = false) => new("maya", "sp-l1", Today.AddDays(-daysAgo), Today.AddDays(left)) { Revoked = revoked };

    private static ToldTraining Told(int left = 300, int? daysAgo = null) => new(daysAgo is { } ago ? Today.AddDays(-ago) : null, Today.AddDays(left));

    private static bool IsHeld(IReadOnlyCollection<ToldTraining> told, params Completion[] done) => TrainingRight.IsHeldOn(Today, told, done);

    [Fact]
    public void Either_book_is_enough_and_none_is_not()
    {
        Assert.True(IsHeld([Told()]));
        Assert.True(IsHeld([], Done(10)));
        Assert.False(IsHeld([]));
    }

    [Fact]
    public void It_counts_on_its_last_day_and_not_on_the_next_nor_before_its_first()
    {
        Assert.True(IsHeld([Told(left: 0)]));
        Assert.False(IsHeld([Told(left: -1)]));
        Assert.False(IsHeld([Told(daysAgo: -1)]));
        Assert.True(IsHeld([], Done(10, left: 0)));
        Assert.False(IsHeld([], Done(10, left: -1)));
        Assert.False(IsHeld([], Done(-1)));
    }

    [Fact]
    public void What_was_taken_back_here_beats_a_book_that_tells_no_day_or_an_earlier_one_or_the_same()
    {
        var takenBack = Done(10, revoked: true);
        Assert.False(IsHeld([], takenBack));
        Assert.False(IsHeld([Told()], takenBack));
        Assert.False(IsHeld([Told(left: 4000)], takenBack));
        Assert.False(IsHeld([Told(daysAgo: 11)], takenBack));
        Assert.False(IsHeld([Told(daysAgo: 10)], takenBack));
        // Nor does time give it back: what was taken back would have ended long ago.
        Assert.False(IsHeld([Told()], Done(900, left: -200, revoked: true)));
    }

    [Fact]
    public void Whoever_was_trained_anew_after_it_has_it_again_by_either_book()
    {
        var takenBack = Done(10, revoked: true);
        Assert.True(IsHeld([Told(daysAgo: 9)], takenBack));
        Assert.True(IsHeld([], takenBack, Done(2)));
        Assert.True(IsHeld([Told()], takenBack, Done(2)));
        // The latest that was taken back counts.
        Assert.False(IsHeld([Told(daysAgo: 9)], takenBack, Done(5, revoked: true)));
    }

    [Fact]
    public void A_completion_that_was_not_taken_back_counts_beside_one_that_was() => Assert.True(IsHeld([], Done(400, left: 30), Done(10, revoked: true)));
}
