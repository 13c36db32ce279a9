using System.Text;
using SupportBot.Bot.Tests.Alerts;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Storage;
using static SupportBot.Bot.Tests.HandOver.Talk;

namespace SupportBot.Bot.Tests.HandOver;

/// <summary>Who may come into a chat, what happens when that person does not answer, and that nobody else reads a word.</summary>
public sealed class TalkPeopleTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Of_two_who_join_at_once_one_is_in()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.AskAsync();
        var answers = await Task.WhenAll(Task.Run(() => bot.JoinAsync(Maya)), Task.Run(() => bot.JoinAsync(Daniel)));
        await bot.WorkAsync();

        Assert.Equal([TalkAnswer.Done, TalkAnswer.Taken], answers.Order());
        var (first, second) = answers[0] == TalkAnswer.Done ? (Maya, Daniel) : (Daniel, Maya);
        Assert.Equal(first, (await bot.TalkNowAsync()).PersonId);
        Assert.Single(Count(await student.TranscriptAsync(), "is here now."));
        Assert.Equal(TalkAnswer.Taken, await bot.JoinAsync(second));
        Assert.Equal(TalkAnswer.Over, await bot.SayAsync(second, "me too"));
        Assert.Null(await bot.LinesAsync(second));
        Assert.Equal(TalkAnswer.Done, await bot.JoinAsync(first));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_case_cannot_join_or_learn_that_there_is_one()
    {
        await using var bot = await RealBot.BuildAsync();
        await bot.AskAsync();
        Assert.Equal(TalkAnswer.Unseen, await bot.JoinAsync("naomi-fisher"));
        Assert.Equal(TalkAnswer.Unseen, await bot.JoinAsync("nobody-at-all"));
        Assert.Equal(TalkAnswer.Unseen, await bot.Get<HandOverDesk>().JoinAsync(Maya, "AAA-AAA", Never));
        Assert.Equal(TalkState.Waits, (await bot.TalkNowAsync()).State);
    }

    [Fact]
    public async Task Staff_named_by_the_student_are_not_called_and_cannot_join()
    {
        await using var bot = await RealBot.BuildAsync();
        await bot.AskAsync("it is about Maya Okafor");
        Assert.Contains(Maya, (await bot.OnlyCaseAsync()).Excluded);
        Assert.Empty(await bot.InboxAsync(Maya));
        Assert.Equal(TalkAnswer.Unseen, await bot.JoinAsync(Maya));
        Assert.Equal(TalkAnswer.Done, await bot.JoinAsync(Daniel));
    }

    [Fact]
    public async Task Whoever_is_kept_out_meanwhile_gets_no_further_word()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.TalkAsync();
        var @case = await bot.OnlyCaseAsync();
        await bot.CommitAsync(@case, CaseEngine.Exclude(@case, Maya, bot.Moment(@case, Daniel)));
        await student.SayAsync("she is the one");
        await bot.WorkAsync();

        Assert.DoesNotContain(bot.ToldTo(Maya), t => t.Kind == HandOverNewsKind.StudentSaid);
        Assert.Equal(TalkAnswer.Unseen, await bot.SayAsync(Maya, "what"));
    }

    [Fact]
    public async Task A_silent_counselor_is_said_to_be_silent_with_numbers_and_called_again()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.TalkAsync();
        await bot.SayAsync(Maya, "Hello");
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain("has not answered", await student.TranscriptAsync(), StringComparison.Ordinal);

        await student.SayAsync("are you there");
        await bot.WorkAfterAsync(TimeSpan.FromSeconds(170));
        Assert.DoesNotContain("has not answered", await student.TranscriptAsync(), StringComparison.Ordinal);
        await bot.WorkAfterAsync(TimeSpan.FromSeconds(11));

        var said = await student.TranscriptAsync();
        Assert.Contains("Maya Okafor has not answered for some minutes.", said, StringComparison.Ordinal);
        Assert.Contains("988", said[said.IndexOf("has not answered", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal((HandOverNewsKind.StudentWaits, null), bot.ToldTo(Maya)[^1]);
        Assert.Contains(bot.Told.Sent, s => s.Person == Maya && s.Notice.Kind == NoticeKind.ReporterWrote);
        Assert.Null((await bot.OnlyCaseAsync()).OpenAlert);

        // Still nothing: the promise is made anew, to everybody on duty.
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(6));
        Assert.NotNull((await bot.OnlyCaseAsync()).OpenAlert);
        Assert.Equal(2, (await bot.InboxAsync(Daniel)).Select(i => i.AlertId).Distinct().Count());
    }

    [Fact]
    public async Task Another_person_may_come_where_the_first_does_not_answer_and_not_before()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.TalkAsync();
        await student.SayAsync("hello");
        Assert.Equal(TalkAnswer.Taken, await bot.JoinAsync(Daniel));
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(4));

        Assert.Equal(TalkAnswer.Done, await bot.JoinAsync(Daniel));
        await bot.WorkAsync();
        Assert.Contains("Daniel Reyes, school counselor, is here now.", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Equal((HandOverNewsKind.TakenOver, null), bot.ToldTo(Maya)[^1]);
        Assert.Equal(TalkAnswer.Over, await bot.SayAsync(Maya, "sorry"));
        await student.SayAsync("thank you");
        await bot.WorkAsync();
        Assert.Equal((HandOverNewsKind.StudentSaid, "thank you"), bot.ToldTo(Daniel)[^1]);
    }

    [Fact]
    public async Task One_person_is_in_as_many_chats_as_the_district_allows()
    {
        await using var bot = await RealBot.BuildAsync(settings: [("HandOver:Most", "1")]);
        await bot.TalkAsync();
        await bot.AskAsync();
        var second = (await bot.Cases.QueueAsync(new QueueFilter(null), Never)).Single(c => c.OpenAlert is not null);
        Assert.Equal(TalkAnswer.TooMany, await bot.Get<HandOverDesk>().JoinAsync(Maya, second.Number, Never));
        Assert.Equal(TalkAnswer.Done, await bot.Get<HandOverDesk>().JoinAsync(Daniel, second.Number, Never));
    }

    [Fact]
    public async Task Outside_the_hours_the_student_is_told_at_once_and_leaves_a_message()
    {
        await using var bot = await RealBot.BuildAsync();
        bot.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 26, 5, 30, 0, TimeSpan.Zero)); // the evening before Thanksgiving
        var student = await bot.AskAsync();
        var said = await student.TranscriptAsync();
        Assert.Contains("Nobody is here to chat right now. A counselor can come into this chat on Monday, November 30, from 8:00 AM to 4:30 PM.", said, StringComparison.Ordinal);
        Assert.Empty(await bot.Cases.QueueAsync(new QueueFilter(null), Never));

        await student.PressAsync("Leave a message for a counselor");
        await student.SayAsync("please write to me");
        await student.PressAsync("Skip");
        var @case = await bot.OnlyCaseAsync();
        Assert.Equal(("talk", "counselor"), (@case.Kind, @case.OpenAlert!.Rung.Role));
        Assert.Contains("Your code is", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Equal(TalkState.None, (await bot.TalkNowAsync()).State);
    }

    [Fact]
    public async Task Nobody_who_comes_is_said_and_the_ladder_goes_on()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.AskAsync();
        await bot.WorkAfterAsync(TimeSpan.FromMinutes(6));
        Assert.Contains("Nobody has come into this chat yet.", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.NotNull((await bot.OnlyCaseAsync()).OpenAlert);
        await student.LookAsync();
        await student.PressAsync("Ask for a person again");
        Assert.Equal(TalkAnswer.Done, await bot.JoinAsync(Maya));
    }

    [Fact]
    public async Task Words_that_raise_the_alarm_show_help_go_on_to_the_person_and_call_another()
    {
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.TalkAsync();
        await student.SayAsync("I want to kill myself");
        Assert.Contains("Leave this chat", student.Offered);
        await student.SayAsync("I want to die");
        await bot.WorkAsync();

        Assert.Contains("I saw words that worry me.", await student.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Equal((HandOverNewsKind.StudentSaid, "I want to kill myself"), bot.ToldTo(Maya)[1]);
        var @case = await bot.OnlyCaseAsync();
        Assert.Equal(Severity.Critical, @case.Severity);
        Assert.Equal(["duty-counselor", "safeguarding-lead", "principal"], @case.OpenAlert!.Ladder.Select(r => r.Role));
        Assert.Equal(2, @case.Alerts.Count);
        Assert.Equal(TalkState.Open, (await bot.TalkNowAsync()).State);
        // The colleague who takes that alert does not push the counselor out of the chat.
        await bot.AcknowledgeAsync(Daniel);
        await bot.WorkAsync();
        Assert.Equal(Maya, (await bot.TalkNowAsync()).PersonId);
    }

    [Fact]
    public async Task Words_rest_sealed_and_stand_in_no_log()
    {
        const string Heard = "kestrel-canary-student", Said = "kestrel-canary-counselor";
        await using var bot = await RealBot.BuildAsync();
        var student = await bot.TalkAsync();
        await student.SayAsync(Heard);
        await bot.SayAsync(Maya, Said);
        bot.Teams.IsDown = true;
        await student.SayAsync(Heard + "2");
        await bot.WorkAsync();
        await bot.LeaveAsync(Maya);

        Assert.DoesNotContain(bot.Logged.Written, l => l.Contains("kestrel", StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(bot.Logged.Written);
        Assert.DoesNotContain(bot.Logged.Written, l => l.Contains(student.Key.Id, StringComparison.Ordinal));
        foreach (var file in bot.Files()) Assert.False(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes("kestrel")) >= 0, file);
        Assert.Contains((await bot.TimelineAsync(await bot.OnlyCaseAsync())), e => e.Action == AuditAction.TalkJoined);
    }

    private static IEnumerable<int> Count(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal)) yield return at;
    }
}
