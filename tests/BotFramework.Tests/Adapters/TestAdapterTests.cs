using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests;

public class TestAdapterTests
{
    private readonly TestAdapter _adapter = new();

    [Fact]
    public void Has_a_conversation_of_its_own()
    {
        var conversation = _adapter.Conversation;
        Assert.Equal(("test", "https://test.com", "user1", "User1", "bot", "Bot", "convo1", "en-us"),
            (conversation.ChannelId, conversation.ServiceUrl, conversation.User.Id, conversation.User.Name, conversation.Bot.Id, conversation.Bot.Name,
                conversation.Conversation.ConversationType, _adapter.Locale));
        Assert.Equal("msteams", new TestAdapter("msteams").Conversation.ChannelId);
    }

    [Fact]
    public void A_conversation_can_be_made_for_a_test()
    {
        var conversation = TestAdapter.CreateConversation("Lunch", "Ada");
        Assert.Equal(("Lunch", "ada", "Ada", "bot", "test"), (conversation.Conversation.Id, conversation.User.Id, conversation.User.Name, conversation.Bot.Id, conversation.ChannelId));
    }

    [Fact]
    public async Task Fills_in_what_an_activity_lacks()
    {
        var activity = new Activity();
        await _adapter.ProcessActivityAsync(activity, (_, _) => Task.CompletedTask);
        Assert.Equal((ActivityTypes.Message, "test", "user1", "bot", "https://test.com"), (activity.Type, activity.ChannelId, activity.From.Id, activity.Recipient.Id, activity.ServiceUrl));
        Assert.NotNull(activity.Timestamp);
        Assert.NotNull(activity.LocalTimestamp);
    }

    [Fact]
    public async Task Keeps_a_sender_who_is_no_bot()
    {
        var person = new Activity { From = new ChannelAccount("ada") };
        var bot = new Activity { From = new ChannelAccount("other", role: RoleTypes.Bot) };
        await _adapter.ProcessActivityAsync(person, (_, _) => Task.CompletedTask);
        await _adapter.ProcessActivityAsync(bot, (_, _) => Task.CompletedTask);
        Assert.Equal(("ada", "user1"), (person.From.Id, bot.From.Id));
    }

    [Fact]
    public async Task Numbers_activities_upwards()
    {
        var ids = new List<int>();
        for (var i = 0; i < 3; i++)
            await _adapter.ProcessActivityAsync(new Activity(), (turn, _) => { ids.Add(int.Parse(turn.Activity.Id, System.Globalization.CultureInfo.InvariantCulture)); return Task.CompletedTask; });
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public async Task Queues_replies_with_an_id_and_a_time()
    {
        await SendAsync(new Activity(ActivityTypes.Message) { Text = "one" }, new Activity(ActivityTypes.Message) { Text = "two", Id = "mine" });
        var one = (Activity)_adapter.GetNextReply();
        Assert.Equal("one", one.Text);
        Assert.True(Guid.TryParse(one.Id, out _));
        Assert.NotNull(one.Timestamp);
        Assert.Equal("mine", _adapter.GetNextReply().Id);
        Assert.Null(_adapter.GetNextReply());
    }

    [Fact]
    public async Task Queues_traces_only_when_asked_to()
    {
        await SendAsync(new Activity(ActivityTypes.Trace));
        Assert.Empty(_adapter.ActiveQueue);
        _adapter.EnableTrace = true;
        await SendAsync(new Activity(ActivityTypes.Trace));
        Assert.Single(_adapter.ActiveQueue);
    }

    [Fact]
    public async Task Waits_out_a_delay_and_does_not_queue_it()
    {
        await SendAsync(new Activity(ActivityTypesEx.Delay) { Value = 1 });
        Assert.Empty(_adapter.ActiveQueue);
    }

    [Fact]
    public async Task Queues_the_answer_to_an_invoke()
    {
        await SendAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 200 } });
        Assert.Equal(ActivityTypesEx.InvokeResponse, _adapter.GetNextReply().Type);
    }

    [Fact]
    public async Task An_update_replaces_a_queued_reply_and_a_deletion_takes_it_away()
    {
        await _adapter.ProcessActivityAsync(_adapter.MakeActivity("hi"), async (turn, ct) =>
        {
            var first = await turn.SendActivityAsync("first", cancellationToken: ct);
            var second = await turn.SendActivityAsync("second", cancellationToken: ct);
            await turn.SendActivityAsync("third", cancellationToken: ct);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = first.Id, Text = "changed" }, ct);
            await turn.DeleteActivityAsync(second.Id, ct);
        });
        Assert.Equal(["changed", "third"], _adapter.ActiveQueue.Select(a => a.Text));
    }

    [Fact]
    public async Task Waits_for_a_reply()
    {
        var waiting = _adapter.GetNextReplyAsync();
        Assert.False(waiting.IsCompleted);
        await SendAsync(new Activity(ActivityTypes.Message) { Text = "late" });
        Assert.Equal("late", ((Activity)await waiting).Text);
    }

    [Fact]
    public async Task A_cancelled_wait_takes_no_reply()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = _adapter.GetNextReplyAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await SendAsync(new Activity(ActivityTypes.Message) { Text = "late" });
        Assert.Equal("late", ((Activity)_adapter.GetNextReply()).Text);
    }

    [Fact]
    public async Task A_turn_with_claims_returns_no_answer() =>
        Assert.Null(await _adapter.ProcessActivityAsync(null, _adapter.MakeActivity("hi"), (_, _) => Task.CompletedTask, default));

    [Fact]
    public async Task A_new_conversation_starts_with_an_update()
    {
        await SendAsync(new Activity(ActivityTypes.Message) { Text = "old" });
        string seen = null;
        await _adapter.CreateConversationAsync("msteams", (turn, _) => { seen = turn.Activity.Type + " " + turn.Activity.ChannelId; return Task.CompletedTask; }, default);
        Assert.Equal("conversationUpdate msteams", seen);
        Assert.Empty(_adapter.ActiveQueue);
    }

    [Fact]
    public async Task Middleware_runs_for_a_test_too()
    {
        var state = new ConversationState(new MemoryStorage());
        _adapter.Use(new AutoSaveStateMiddleware(state));
        var count = state.CreateProperty<int>("count");
        BotCallbackHandler bot = async (turn, ct) =>
        {
            await count.SetAsync(turn, await count.GetAsync(turn, () => 0, ct) + 1, ct);
            await turn.SendActivityAsync($"{await count.GetAsync(turn, cancellationToken: ct)}", cancellationToken: ct);
        };
        await new TestFlow(_adapter, bot).Test("a", "1").Test("b", "2").StartTestAsync();
    }

    private Task SendAsync(params IActivity[] replies) =>
        _adapter.ProcessActivityAsync(_adapter.MakeActivity("hi"), (turn, ct) => turn.SendActivitiesAsync(replies, ct));
}
