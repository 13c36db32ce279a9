using SupportBot.Cases;

namespace SupportBot.Bot.Tests.Alerts;

/// <summary>A student in danger who waits in the chat: people who join, and silence, are noticed without the tab.</summary>
public sealed class WaitingChatTests
{
    [Fact]
    public async Task A_chat_that_waits_is_told_when_somebody_acknowledges()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await WaitingAsync(bot);
        await bot.WorkAsync();
        Assert.DoesNotContain("is here now", await student.TranscriptAsync(), StringComparison.Ordinal);

        await bot.AcknowledgeAsync("maya-okafor");
        await bot.WorkAsync();

        Assert.Contains("Maya Okafor, school counselor, is here now.", await student.TranscriptAsync(), StringComparison.Ordinal);
        // Nobody else is called any more, and the wait for a person is over.
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("Nobody has joined", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Null((await bot.OnlyCaseAsync()).OpenAlert);
    }

    [Fact]
    public async Task Silence_of_a_closed_tab_still_calls_a_person()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = new Student(bot);
        await student.SayAsync("I want to kill myself");
        await bot.WorkAfterAsync(new TimeSpan(0, 1, 50));
        Assert.Empty(await bot.InboxAsync("maya-okafor"));

        await bot.WorkAfterAsync(TimeSpan.FromSeconds(15));

        Assert.Equal(Severity.Critical, Assert.Single(await bot.InboxAsync("maya-okafor")).Case.Severity);
        Assert.Contains("I have called the duty counselor", await student.TranscriptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_waits_in_vain_is_shown_help_again_and_the_ladder_climbs()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await WaitingAsync(bot);
        for (var minute = 0; minute < 60; minute++) await bot.WorkAfterAsync(TimeSpan.FromMinutes(1));

        var said = await student.TranscriptAsync();
        Assert.Contains("Nobody has joined yet. I am still calling people.", said, StringComparison.Ordinal);
        Assert.Contains("Nobody has joined this chat so far", said, StringComparison.Ordinal);
        Assert.Contains(await bot.InboxAsync("elena-petrova"), i => i.Role == "safeguarding-lead");
        Assert.True((await bot.OnlyCaseAsync()).Alerts[0].IsUnanswered);
    }

    private static async Task<Student> WaitingAsync(RealBot bot)
    {
        var student = new Student(bot);
        await student.SayAsync("I want to kill myself");
        await student.PressAsync("No, I am not safe");
        await student.PressAsync("Skip");
        await student.PressAsync("Skip");
        return student;
    }
}
