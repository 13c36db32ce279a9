using SupportBot.Bot.Channels.Teams;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>Sends stay within the channel's limits, and routine ones never use them up.</summary>
public sealed class PaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 18, 7, 0, TimeSpan.Zero);
    private readonly TeamsOptions _options = new();

    [Theory]
    [InlineData(0), InlineData(9), InlineData(29), InlineData(500), InlineData(2400), InlineData(3500)]
    public void An_urgent_send_finds_a_place_at_once_however_many_routine_ones_wait(int seconds)
    {
        var pace = new Pace(_options);
        Drain(pace, "maya", Start, TimeSpan.FromSeconds(seconds), urgent: false);
        Assert.Equal(TimeSpan.Zero, pace.Take("maya", Start.AddSeconds(seconds), urgent: true));
        Assert.True(pace.Free(Start.AddSeconds(seconds)) > 0);
    }

    [Fact]
    public void Routine_sends_are_told_of_no_place_that_is_kept_for_urgent_ones()
    {
        var pace = new Pace(new TeamsOptions { ChatLimits = [new(60, 60)], TenantLimits = [new(5, 1)] });
        for (var i = 0; pace.Free(Start, urgent: false) > 0; i++) Assert.Equal(TimeSpan.Zero, pace.Take($"p{i}", Start, urgent: false));
        Assert.NotEqual(TimeSpan.Zero, pace.Take("one-more", Start, urgent: false));
        Assert.Equal(1, pace.Free(Start));
        Assert.Equal(TimeSpan.Zero, pace.Take("one-more", Start, urgent: true));
    }

    [Fact]
    public void No_window_of_a_chat_ever_holds_more_than_its_limit()
    {
        var sent = Drain(new Pace(_options), "maya", Start, TimeSpan.FromMinutes(70), urgent: true);
        foreach (var limit in _options.ChatLimits)
            Assert.All(sent, first => Assert.True(sent.Count(t => t >= first && t < first.AddSeconds(limit.Seconds)) <= limit.Count, $"{limit} from {first:T}"));
        Assert.True(sent.Count >= 1800, "The limits are used.");
    }

    [Fact]
    public void Routine_sends_use_three_quarters_and_no_more()
    {
        var sent = Drain(new Pace(_options), "maya", Start, TimeSpan.FromSeconds(30), urgent: false);
        Assert.Equal(45, sent.Count);
    }

    [Fact]
    public void The_tenant_is_one_window_for_all_chats()
    {
        var pace = new Pace(_options);
        var (routine, urgent) = (Enumerable.Range(0, 100).Count(i => pace.Take($"a{i}", Start, urgent: false) == TimeSpan.Zero), Enumerable.Range(0, 100).Count(i => pace.Take($"b{i}", Start, urgent: true) == TimeSpan.Zero));
        Assert.Equal((38, 12), (routine, urgent));
        Assert.Equal(0, pace.Free(Start));
    }

    [Fact]
    public void A_limit_of_one_lets_routine_sends_leave_too() =>
        Assert.Equal(TimeSpan.Zero, new Pace(_options with { ChatLimits = [new PaceLimit(1, 60)] }).Take("maya", Start, urgent: false));

    [Fact]
    public void What_must_wait_is_told_when_there_is_a_place()
    {
        var pace = new Pace(_options);
        for (var now = Start; ; now = now.AddMilliseconds(100))
        {
            var wait = pace.Take("maya", now, urgent: false);
            if (wait == TimeSpan.Zero) continue;
            Assert.Equal(TimeSpan.Zero, pace.Take("maya", now + wait, urgent: false));
            return;
        }
    }

    // Somebody sends whenever there is a place: when they did.
    private static List<DateTimeOffset> Drain(Pace pace, string chat, DateTimeOffset from, TimeSpan time, bool urgent)
    {
        var sent = new List<DateTimeOffset>();
        for (var now = from; now < from + time;)
        {
            var wait = pace.Take(chat, now, urgent);
            if (wait == TimeSpan.Zero) sent.Add(now);
            else now += wait;
        }

        return sent;
    }
}
