using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests;

public class TurnContextTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public void Starts_with_empty_state_and_nothing_sent()
    {
        var turn = _adapter.Turn();
        Assert.Empty(turn.TurnState);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task Has_responded_after_a_message_but_not_after_a_trace()
    {
        var turn = _adapter.Turn();
        await turn.SendActivityAsync(new Activity(ActivityTypes.Trace));
        Assert.False(turn.Responded);
        await turn.SendActivityAsync("hi");
        Assert.True(turn.Responded);
    }

    [Fact]
    public void Disposing_leaves_the_entries_of_the_state_alone()
    {
        var entry = new Disposable();
        var turn = _adapter.Turn();
        turn.TurnState.Add(entry);
        turn.Dispose();
        Assert.False(entry.Disposed);
    }

    [Fact]
    public async Task Everything_throws_after_disposal()
    {
        var turn = _adapter.Turn();
        turn.Dispose();
        turn.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivityAsync("hi"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivityAsync(new Activity()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivitiesAsync([new Activity()]));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.UpdateActivityAsync(new Activity()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.DeleteActivityAsync("1"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.DeleteActivityAsync(new ConversationReference()));
        Assert.Throws<ObjectDisposedException>(() => turn.OnSendActivities((_, _, next) => next()));
        Assert.Throws<ObjectDisposedException>(() => turn.OnUpdateActivity((_, _, next) => next()));
        Assert.Throws<ObjectDisposedException>(() => turn.OnDeleteActivity((_, _, next) => next()));
        Assert.Throws<ObjectDisposedException>(() => turn.TurnState.Get<string>("x"));
        Assert.Throws<ObjectDisposedException>(() => turn.TurnState.Add("x", "y"));
        Assert.Throws<ObjectDisposedException>(() => turn.TurnState.Set("x", "y"));
    }

    [Fact]
    public void The_exception_after_disposal_names_the_method()
    {
        var turn = _adapter.Turn();
        turn.Dispose();
        Assert.Equal("OnSendActivities", Assert.Throws<ObjectDisposedException>(() => turn.OnSendActivities((_, _, next) => next())).ObjectName);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Refuses_to_say_nothing(string text) =>
        await Assert.ThrowsAsync<ArgumentNullException>(() => _adapter.Turn().SendActivityAsync(text));

    [Fact]
    public async Task Text_becomes_a_message_without_an_input_hint_of_its_own()
    {
        await _adapter.Turn().SendActivityAsync("hi", "<speak>hi</speak>");
        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal((ActivityTypes.Message, "hi", "<speak>hi</speak>", null), (sent.Type, sent.Text, sent.Speak, sent.InputHint));
    }

    [Fact]
    public async Task Text_carries_the_input_hint_that_is_given()
    {
        await _adapter.Turn().SendActivityAsync("hi", null, InputHints.ExpectingInput);
        Assert.Equal(InputHints.ExpectingInput, Assert.Single(_adapter.Sent).InputHint);
    }

    [Fact]
    public async Task Refuses_no_activities_at_all()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _adapter.Turn().SendActivitiesAsync(null));
        await Assert.ThrowsAsync<ArgumentException>(() => _adapter.Turn().SendActivitiesAsync([]));
    }

    [Fact]
    public async Task Addresses_what_it_sends_in_place()
    {
        var reply = new Activity(ActivityTypes.Message) { Text = "hi" };
        await _adapter.Turn().SendActivityAsync(reply);
        Assert.Same(reply, Assert.Single(_adapter.Sent));
        Assert.Equal(("test", "https://test.com", "c1", "bot", "ada", "in-1", "es-MX"),
            (reply.ChannelId, reply.ServiceUrl, reply.Conversation.Id, reply.From.Id, reply.Recipient.Id, reply.ReplyToId, reply.Locale));
    }

    [Fact]
    public async Task Keeps_a_locale_that_the_bot_chose()
    {
        var reply = new Activity(ActivityTypes.Message) { Text = "hi", Locale = "en-US" };
        await _adapter.Turn().SendActivityAsync(reply);
        Assert.Equal("en-US", reply.Locale);
    }

    [Fact]
    public async Task Gives_each_activity_the_id_that_the_channel_gave_it()
    {
        var replies = new IActivity[] { new Activity(ActivityTypes.Message), new Activity(ActivityTypes.Typing) };
        var responses = await _adapter.Turn().SendActivitiesAsync(replies);
        Assert.Equal(["sent-1", "sent-2"], responses.Select(r => r.Id));
        Assert.Equal(["sent-1", "sent-2"], replies.Select(r => r.Id));
    }

    [Fact]
    public async Task Send_handlers_run_in_the_order_of_registration()
    {
        var order = new List<int>();
        var turn = _adapter.Turn();
        turn.OnSendActivities(async (_, _, next) => { order.Add(1); var r = await next(); order.Add(4); return r; });
        turn.OnSendActivities(async (_, _, next) => { order.Add(2); var r = await next(); order.Add(3); return r; });
        await turn.SendActivityAsync("hi");
        Assert.Equal([1, 2, 3, 4], order);
    }

    [Fact]
    public async Task A_send_handler_that_does_not_call_next_swallows_the_send()
    {
        var turn = _adapter.Turn();
        turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>(null));
        await turn.SendActivityAsync("hi");
        Assert.Empty(_adapter.Sent);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task A_send_handler_may_add_an_activity()
    {
        var turn = _adapter.Turn();
        turn.OnSendActivities((_, activities, next) => { activities.Add(new Activity(ActivityTypes.Typing)); return next(); });
        await turn.SendActivityAsync("hi");
        Assert.Equal([ActivityTypes.Message, ActivityTypes.Typing], _adapter.Sent.Select(a => a.Type));
    }

    [Fact]
    public async Task Buffers_replies_when_the_channel_expects_them_in_the_answer()
    {
        var incoming = RecordingAdapter.Incoming();
        incoming.DeliveryMode = DeliveryModes.ExpectReplies;
        var turn = _adapter.Turn(incoming);
        var response = await turn.SendActivityAsync("hi");

        Assert.Empty(_adapter.Sent);
        Assert.Null(response.Id);
        Assert.Equal("hi", Assert.Single(turn.BufferedReplyActivities).Text);
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task Keeps_a_buffered_invoke_response_in_the_turn_state()
    {
        var incoming = RecordingAdapter.Incoming();
        incoming.DeliveryMode = DeliveryModes.ExpectReplies;
        var turn = _adapter.Turn(incoming);
        var answer = new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 200 } };
        await turn.SendActivityAsync(answer);
        Assert.Same(answer, turn.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey));
        Assert.Same(answer, Assert.Single(turn.BufferedReplyActivities));
    }

    [Theory]
    [InlineData("directline", null)]
    [InlineData("webchat", null)]
    [InlineData("msteams", "in-1")]
    public async Task Nothing_is_a_reply_to_a_conversation_update_of_direct_line(string channelId, string replyToId)
    {
        var update = RecordingAdapter.Incoming(ActivityTypes.ConversationUpdate);
        update.ChannelId = channelId;
        await _adapter.Turn(update).SendActivityAsync("welcome");
        Assert.Equal(replyToId, Assert.Single(_adapter.Sent).ReplyToId);
        Assert.Equal(replyToId, update.GetConversationReference().ActivityId);
    }

    [Fact]
    public async Task Addresses_an_update_before_the_handlers_see_it()
    {
        string seen = null;
        var turn = _adapter.Turn();
        turn.OnUpdateActivity((_, activity, next) => { seen = activity.Conversation.Id; return next(); });
        await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "sent-1" });
        Assert.Equal("c1", seen);
        Assert.Equal("sent-1", Assert.Single(_adapter.Updated).Id);
    }

    [Fact]
    public async Task An_update_handler_that_does_not_call_next_swallows_the_update()
    {
        var turn = _adapter.Turn();
        turn.OnUpdateActivity((_, _, _) => Task.FromResult(new ResourceResponse()));
        await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "sent-1" });
        Assert.Empty(_adapter.Updated);
    }

    [Fact]
    public async Task Deletes_by_a_reference_to_the_given_id()
    {
        await _adapter.Turn().DeleteActivityAsync("sent-9");
        var reference = Assert.Single(_adapter.Deleted);
        Assert.Equal(("sent-9", "c1", "test"), (reference.ActivityId, reference.Conversation.Id, reference.ChannelId));
    }

    [Fact]
    public async Task A_delete_handler_that_does_not_call_next_swallows_the_deletion()
    {
        var turn = _adapter.Turn();
        turn.OnDeleteActivity((_, _, _) => Task.CompletedTask);
        await turn.DeleteActivityAsync("sent-9");
        Assert.Empty(_adapter.Deleted);
    }

    [Fact]
    public async Task A_context_made_from_another_shares_its_state_handlers_and_buffer()
    {
        var incoming = RecordingAdapter.Incoming();
        incoming.DeliveryMode = DeliveryModes.ExpectReplies;
        var turn = _adapter.Turn(incoming);
        var other = new TurnContext(turn, incoming);
        var handled = 0;
        turn.OnSendActivities((_, _, next) => { handled++; return next(); });
        await other.SendActivityAsync("hi");
        other.TurnState.Set("x", "y");

        Assert.Equal(1, handled);
        Assert.Equal("y", turn.TurnState.Get<string>("x"));
        Assert.Single(turn.BufferedReplyActivities);
    }

    private sealed class Disposable : IDisposable
    {
        public bool Disposed { get; private set; }

        public void Dispose() => Disposed = true;
    }
}
