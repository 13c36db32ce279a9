using System.Net;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Bot.Channels.WebChat;

namespace SupportBot.Bot.Tests.WebChat;

public sealed class SourceBucketTests
{
    private static readonly IPAddress School = IPAddress.Parse("203.0.113.7");
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Whoever_stays_within_the_pace_waits_for_nothing()
    {
        var buckets = new SourceBuckets(_clock);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(TimeSpan.Zero, buckets.Delay("say", School, capacity: 1, perSecond: 1));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void A_flood_waits_five_seconds_at_the_most_and_is_soon_forgiven()
    {
        var buckets = new SourceBuckets(_clock);
        var delays = Enumerable.Range(0, 10_000).Select(_ => buckets.Delay("say", School, capacity: 10, perSecond: 1)).ToList();

        Assert.All(delays, d => Assert.InRange(d!.Value, TimeSpan.Zero, SourceBuckets.LongestDelay));
        Assert.Equal(SourceBuckets.LongestDelay, delays[^1]);
        _clock.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(TimeSpan.Zero, buckets.Delay("say", School, capacity: 10, perSecond: 1));
    }

    [Fact]
    public void Another_source_does_not_feel_the_flood()
    {
        var buckets = new SourceBuckets(_clock);
        for (var i = 0; i < 10_000; i++) buckets.Delay("say", School, capacity: 10, perSecond: 1);

        Assert.Equal(TimeSpan.Zero, buckets.Delay("say", IPAddress.Parse("203.0.113.8"), capacity: 10, perSecond: 1));
    }

    [Fact]
    public void Opening_chats_is_refused_only_far_beyond_a_whole_school_at_once()
    {
        var buckets = new SourceBuckets(_clock);

        var answers = Enumerable.Range(0, 5000).Select(_ => buckets.Delay("open", School, capacity: 1000, perSecond: 20, refuseAfter: 45)).ToList();

        Assert.All(answers.Take(1900), a => Assert.NotNull(a));
        Assert.Null(answers[^1]);
    }

    [Fact]
    public void A_new_hour_remembers_nobody()
    {
        var buckets = new SourceBuckets(_clock);
        for (var i = 0; i < 10_000; i++) buckets.Delay("say", School, capacity: 10, perSecond: 0.001);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.Zero, buckets.Delay("say", School, capacity: 10, perSecond: 0.001));
    }
}
