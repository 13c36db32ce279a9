using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests;

public class TestFlowTests
{
    private readonly TestAdapter _adapter = new();
    private int _turns;

    [Fact]
    public async Task Nothing_runs_before_the_start()
    {
        var flow = Flow().Send("hello").AssertReply("echo: hello");
        Assert.Equal(0, _turns);
        await flow.StartTestAsync();
        Assert.Equal(1, _turns);
    }

    [Fact]
    public async Task Each_step_makes_a_new_flow_and_leaves_the_old_one_as_it_was()
    {
        var shorter = Flow().Test("a", "echo: a");
        var longer = shorter.Test("b", "echo: b");
        Assert.NotSame(shorter, longer);
        await shorter.StartTestAsync();
        Assert.Equal(1, _turns);
        await longer.StartTestAsync();
        Assert.Equal(3, _turns);
    }

    [Fact]
    public async Task Blanks_around_the_text_do_not_count() => await Flow().Test("a", " echo: a ").StartTestAsync();

    [Fact]
    public async Task Another_text_fails_and_shows_both()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Flow().Send("a").AssertReply("other", "greeting").StartTestAsync());
        Assert.Equal("greeting:\nExpected:other\nReceived:echo: a", thrown.Message);
    }

    [Fact]
    public async Task Another_type_fails() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Flow().Send("a").AssertReply(new Activity(ActivityTypes.Typing)).StartTestAsync());

    [Fact]
    public async Task No_reply_in_time_is_a_cancelled_task() =>
        await Assert.ThrowsAsync<TaskCanceledException>(() => Flow().Send("be quiet").AssertReply("anything", timeout: 20).StartTestAsync());

    [Fact]
    public async Task Silence_can_be_expected()
    {
        await Flow().Send("be quiet").AssertNoReply(timeout: 20).StartTestAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Flow().Send("a").AssertNoReply(timeout: 20).StartTestAsync());
    }

    [Fact]
    public async Task A_part_of_the_text_or_one_of_several_texts_is_enough()
    {
        await Flow().Send("a").AssertReplyContains("ho: a").Send("b").AssertReplyOneOf(["x", "echo: b"]).StartTestAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Flow().Send("a").AssertReplyContains("zzz").StartTestAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Flow().Send("a").AssertReplyOneOf(["x", "y"]).StartTestAsync());
    }

    [Fact]
    public async Task A_reply_can_be_judged_by_the_test_itself()
    {
        IActivity seen = null;
        await Flow().Test("a", reply => seen = reply).StartTestAsync();
        Assert.Equal("echo: a", ((Activity)seen).Text);
        await Assert.ThrowsAsync<FormatException>(() => Flow().Test("a", _ => throw new FormatException()).StartTestAsync());
    }

    [Fact]
    public async Task A_reply_can_be_judged_by_a_comparer()
    {
        var expected = new Activity(ActivityTypes.Message) { Text = "ECHO: A" };
        await Flow().Send("a").AssertReply(expected, new ByText(StringComparer.OrdinalIgnoreCase)).StartTestAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Flow().Send("a").AssertReply(expected, new ByText(StringComparer.Ordinal)).StartTestAsync());
    }

    [Fact]
    public async Task A_transcript_is_played_with_the_bots_part_expected()
    {
        Activity[] transcript =
        [
            new(ActivityTypes.Message) { From = new ChannelAccount("user1", role: RoleTypes.User), Text = "a" },
            new(ActivityTypes.Message) { From = new ChannelAccount("bot", role: RoleTypes.Bot), Text = "echo: a" },
        ];
        await Flow().Test(transcript).StartTestAsync();
        transcript[1].Text = "other";
        await Assert.ThrowsAsync<InvalidOperationException>(() => Flow().Test(transcript).StartTestAsync());
    }

    [Fact]
    public async Task Joining_is_a_conversation_update_of_the_person()
    {
        Activity seen = null;
        await new TestFlow(_adapter, (turn, _) => { seen = turn.Activity; return Task.CompletedTask; }).SendConversationUpdate().StartTestAsync();
        Assert.Equal((ActivityTypes.ConversationUpdate, "user1"), (seen.Type, Assert.Single(seen.MembersAdded).Id));
    }

    private TestFlow Flow() => new(_adapter, async (turn, ct) =>
    {
        _turns++;
        if (turn.Activity.Text != "be quiet")
            await turn.SendActivityAsync("echo: " + turn.Activity.Text, cancellationToken: ct);
    });

    private sealed class ByText(StringComparer comparer) : IEqualityComparer<IActivity>
    {
        public bool Equals(IActivity x, IActivity y) => comparer.Equals(((Activity)x).Text, ((Activity)y).Text);

        public int GetHashCode(IActivity obj) => 0;
    }
}
