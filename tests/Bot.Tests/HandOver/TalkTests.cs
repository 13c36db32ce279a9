using SupportBot.Bot.Tests.Alerts;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using static SupportBot.Bot.Tests.HandOver.Talk;

namespace SupportBot.Bot.Tests.HandOver;

/// <summary>The story of a live hand-over against the whole application: ask, join, talk both ways, leave.</summary>
public sealed class TalkTests
{
    [Fact]
    public async Task A_student_asks_for_a_person_and_both_write_to_each_other()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.AskAsync("it is about my friend");
        Assert.Equal(TalkState.Waits, (await bot.TalkNowAsync()).State);
        Assert.Contains(await bot.InboxAsync(Maya), i => i.Role == "duty-counselor");

        Assert.Equal(TalkAnswer.Done, await bot.JoinAsync(Maya));
        await student.LookAsync();
        Assert.Contains("Maya Okafor, school counselor, is here now.", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Contains("Microsoft Teams", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Equal(["Leave this chat"], student.Offered);

        await student.SayAsync("can you hear me");
        Assert.Equal(TalkAnswer.Done, await bot.SayAsync(Maya, "Yes. What *is* it about?"));
        await student.SayAsync("stop");
        await bot.WorkAsync();

        Assert.Equal([("reporter", "can you hear me"), ("staff:maya-okafor", "Yes. What *is* it about?"), ("reporter", "stop")], await bot.LinesAsync(Maya));
        Assert.Contains("Maya Okafor: Yes. What *is* it about?", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Equal([(HandOverNewsKind.Joined, null), (HandOverNewsKind.StudentSaid, "can you hear me"), (HandOverNewsKind.StudentSaid, "stop")], bot.ToldTo(Maya));
        Assert.Equal(TalkState.Open, (await bot.TalkNowAsync()).State);
    }

    [Fact]
    public async Task Acknowledging_the_alert_is_joining()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.AskAsync();
        await bot.AcknowledgeAsync(Maya);
        await bot.WorkAsync();

        Assert.Contains("Maya Okafor, school counselor, is here now.", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Equal((TalkState.Open, Maya), ((await bot.TalkNowAsync()).State, (await bot.TalkNowAsync()).PersonId));
    }

    [Fact]
    public async Task The_counselor_leaves_and_the_thread_stays_with_the_case()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.TalkAsync();
        await student.SayAsync("hello");
        Assert.Equal(TalkAnswer.Done, await bot.LeaveAsync(Maya));
        await bot.WorkAsync();

        var said = await student.TranscriptAsync();
        Assert.Contains("Maya Okafor has left this chat.", said, StringComparison.Ordinal);
        Assert.Contains("988", said[said.LastIndexOf("has left this chat", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("What would you like to do next?", said, StringComparison.Ordinal);
        Assert.Equal(TalkState.Over, (await bot.TalkNowAsync()).State);
        Assert.Equal(TalkAnswer.Over, await bot.SayAsync(Maya, "one more thing"));
        // Whoever is no longer in the chat reads it on the case page, where each reading is kept.
        Assert.Null(await bot.LinesAsync(Maya));
        var @case = await bot.OnlyCaseAsync();
        var words = await bot.Cases.OpenWordsAsync(CaseEngine.Read(@case, bot.Moment(@case, Maya)), @case.Revision, CancellationToken.None);
        Assert.Contains(words!, w => w.Kind == WordsKind.Said && w.Text.Reveal() == "hello");
        var acts = (await bot.TimelineAsync(@case)).Where(e => e.Action is AuditAction.TalkJoined or AuditAction.TalkLeft).Select(e => (e.Actor.ToString(), e.Action));
        Assert.Equal([("staff:maya-okafor", AuditAction.TalkJoined), ("staff:maya-okafor", AuditAction.TalkLeft)], acts);
    }

    [Fact]
    public async Task The_student_leaves_by_the_button_and_the_counselor_is_told_no_more_than_that()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.TalkAsync();
        await student.PressAsync("Leave this chat");
        await bot.WorkAsync();

        Assert.Contains("You have left the chat with Maya Okafor.", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Equal((HandOverNewsKind.StudentLeft, null), bot.ToldTo(Maya)[^1]);
        Assert.Equal(TalkAnswer.Over, await bot.SayAsync(Maya, "are you there"));
        // The reporter's time is kept rounded, also of leaving.
        var left = Assert.Single(await bot.TimelineAsync(await bot.OnlyCaseAsync()), e => e.Action == AuditAction.TalkLeft);
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 18, 0, 0, TimeSpan.Zero), left.At);
    }

    [Fact]
    public async Task Quick_exit_ends_the_talk_and_forgets_the_chat()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.TalkAsync();
        await student.SayAsync("hello");
        await student.LeaveTabAsync();
        await bot.WorkAsync();

        Assert.Equal((HandOverNewsKind.StudentLeft, null), bot.ToldTo(Maya)[^1]);
        Assert.Equal(TalkState.Over, (await bot.TalkNowAsync()).State);
        Assert.Null(await bot.Get<ITurnStore>().LoadAsync(student.Key, student.Tab, CancellationToken.None));
        Assert.Null(await bot.Get<ITurnStore>().LoadForServerAsync(student.Key, CancellationToken.None));
    }

    [Fact]
    public async Task A_tab_that_only_vanished_is_over_after_half_an_hour()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.TalkAsync();
        await student.SayAsync("hello");
        await bot.SayAsync(Maya, "I am here");
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(29));
        Assert.Equal(TalkState.Open, (await bot.TalkNowAsync()).State);
        // Lines of the counselor are no sign of life of the tab.
        await bot.SayAsync(Maya, "still here?");
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(TalkState.Over, (await bot.TalkNowAsync()).State);
        Assert.Equal((HandOverNewsKind.StudentLeft, null), bot.ToldTo(Maya)[^1]);
    }

    [Fact]
    public async Task Whoever_joins_after_the_tab_was_left_finds_nobody_and_is_told_so()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.AskAsync();
        await student.LeaveTabAsync();

        Assert.Equal(TalkAnswer.NobodyWaits, await bot.JoinAsync(Maya));
        Assert.Empty(bot.ToldTo(Maya));
        Assert.Equal(Maya, (await bot.OnlyCaseAsync()).Owner);
    }

    [Fact]
    public async Task A_restart_in_the_middle_loses_nothing_and_doubles_nothing()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.TalkAsync();
        await student.SayAsync("before", id: "m1");
        await bot.SayAsync(Maya, "I read you", key: "k1");
        await bot.RestartAsync();
        await student.SayAsync("before", id: "m1");
        await bot.SayAsync(Maya, "I read you", key: "k1");
        await student.SayAsync("after", id: "m2");
        await bot.WorkAsync();

        Assert.Equal([("reporter", "before"), ("staff:maya-okafor", "I read you"), ("reporter", "after")], await bot.LinesAsync(Maya));
        Assert.Equal([(HandOverNewsKind.Joined, null), (HandOverNewsKind.StudentSaid, "before"), (HandOverNewsKind.StudentSaid, "after")], bot.ToldTo(Maya));
        var shown = await student.TranscriptAsync();
        Assert.Equal(shown.IndexOf("I read you", StringComparison.Ordinal), shown.LastIndexOf("I read you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_told_now_is_told_later_and_in_order()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.AskAsync();
        bot.Teams.IsDown = true;
        await bot.JoinAsync(Maya);
        await student.SayAsync("one");
        await student.SayAsync("two");
        await bot.WorkAsync();
        Assert.Empty(bot.ToldTo(Maya));

        bot.Teams.IsDown = false;
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal([(HandOverNewsKind.Joined, null), (HandOverNewsKind.StudentSaid, "one"), (HandOverNewsKind.StudentSaid, "two")], bot.ToldTo(Maya));
    }

    [Fact]
    public async Task A_district_may_keep_the_words_out_of_Teams_and_the_student_reads_that()
    {
        await using var bot = await RealBot.BuildAsync(settings: [("HandOver:Teams", "false")]);
        var student = await bot.TalkAsync();
        await student.SayAsync("hello");
        await bot.WorkAsync();

        Assert.DoesNotContain("Microsoft Teams", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Contains("reads what you write on a page of the school", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Empty(bot.Teams.Told);
        Assert.Equal([("reporter", "hello")], await bot.LinesAsync(Maya));
    }
}
