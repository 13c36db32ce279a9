using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests;

public class ActivityTests
{
    [Fact]
    public void A_reply_swaps_sender_and_recipient()
    {
        var reply = RecordingAdapter.Incoming().CreateReply("hi");
        Assert.Equal((ActivityTypes.Message, "hi", "bot", "ada", "in-1", "c1", "test", "https://test.com", "es-MX"),
            (reply.Type, reply.Text, reply.From.Id, reply.Recipient.Id, reply.ReplyToId, reply.Conversation.Id, reply.ChannelId, reply.ServiceUrl, reply.Locale));
        Assert.Empty(reply.Attachments);
        Assert.Empty(reply.Entities);
        Assert.NotNull(reply.Timestamp);
        Assert.Equal("en-US", RecordingAdapter.Incoming().CreateReply("hi", "en-US").Locale);
        Assert.Equal("", RecordingAdapter.Incoming().CreateReply().Text);
    }

    [Fact]
    public void A_trace_names_the_type_of_its_value()
    {
        var trace = RecordingAdapter.Incoming().CreateTrace("state", new Version(1, 0), label: "State");
        Assert.Equal((ActivityTypes.Trace, "state", "State", "Version"), (trace.Type, trace.Name, trace.Label, trace.ValueType));
        Assert.Equal("Version", Activity.CreateTraceActivity("x", value: new Version(1, 0)).ValueType);
    }

    [Fact]
    public void A_reference_copies_where_an_activity_came_from()
    {
        var incoming = RecordingAdapter.Incoming();
        var reference = incoming.GetConversationReference();
        Assert.Equal(("in-1", "test", "https://test.com", "es-MX"), (reference.ActivityId, reference.ChannelId, reference.ServiceUrl, reference.Locale));
        Assert.Same(incoming.From, reference.User);
        Assert.Same(incoming.Recipient, reference.Bot);
        Assert.Same(incoming.Conversation, reference.Conversation);
        Assert.Equal("sent-7", incoming.GetReplyConversationReference(new ResourceResponse("sent-7")).ActivityId);
    }

    [Fact]
    public void Applying_a_reference_to_what_comes_in_makes_the_person_the_sender()
    {
        var activity = new Activity(ActivityTypes.Message).ApplyConversationReference(RecordingAdapter.Incoming().GetConversationReference(), isIncoming: true);
        Assert.Equal(("ada", "bot", "in-1", null), (activity.From.Id, activity.Recipient.Id, activity.Id, activity.ReplyToId));
    }

    [Fact]
    public void A_continuation_is_an_event_about_its_reference()
    {
        var reference = RecordingAdapter.Incoming().GetConversationReference();
        var first = reference.GetContinuationActivity();
        Assert.Equal((ActivityTypes.Event, "ContinueConversation", "ada", "bot", "test", "https://test.com", "es-MX"),
            (first.Type, first.Name, first.From.Id, first.Recipient.Id, first.ChannelId, first.ServiceUrl, first.Locale));
        Assert.Same(reference, first.RelatesTo);
        Assert.True(Guid.TryParse(first.Id, out _));
        Assert.NotEqual(first.Id, reference.GetContinuationActivity().Id);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message", true)]
    [InlineData("message/special", true)]
    [InlineData("messageUpdate", false)]
    [InlineData(null, false)]
    public void A_view_is_the_activity_itself_when_the_type_fits(string type, bool fits)
    {
        var activity = new Activity(type);
        Assert.Equal(fits ? activity : null, activity.AsMessageActivity());
    }

    [Fact]
    public void Content_is_text_summary_attachments_or_channel_data()
    {
        Assert.False(new Activity { Text = " ", Attachments = [] }.HasContent());
        Assert.True(new Activity { Text = "x" }.HasContent());
        Assert.True(new Activity { Summary = "x" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
        Assert.True(new Activity { ChannelData = new object() }.HasContent());
    }

    [Fact]
    public void The_mention_of_the_bot_can_be_taken_out_of_the_text()
    {
        var activity = RecordingAdapter.Incoming();
        activity.Text = "<at>Bot</at> help me";
        activity.Entities = [new Mention(new ChannelAccount("bot", "Bot"), "<at>Bot</at>"), new Entity("clientInfo")];
        Assert.True(activity.MentionsRecipient());
        Assert.False(activity.MentionsId("ada"));
        Assert.Equal("help me", activity.RemoveRecipientMention());
        Assert.Equal("help me", activity.Text);
    }

    [Fact]
    public void A_mention_without_text_is_found_by_its_name()
    {
        var activity = RecordingAdapter.Incoming();
        activity.Text = "<at>Bot (1)</at> help me";
        activity.Entities = [new Mention(new ChannelAccount("bot", "Bot (1)"))];
        Assert.Equal("help me", activity.RemoveRecipientMention());
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/", false)]
    [InlineData("urn:botframework:websocket:x", true)]
    [InlineData(null, false)]
    public void An_address_that_is_not_http_is_a_stream(string serviceUrl, bool streaming) =>
        Assert.Equal(streaming, new Activity { ServiceUrl = serviceUrl }.IsFromStreamingConnection());

    [Fact]
    public void Made_activities_have_their_type()
    {
        Assert.Equal(ActivityTypes.Message, Activity.CreateMessageActivity().Type);
        Assert.Equal(ActivityTypes.ConversationUpdate, Activity.CreateConversationUpdateActivity().Type);
        Assert.Equal(ActivityTypes.Typing, Activity.CreateTypingActivity().Type);
        Assert.Equal(ActivityTypes.Event, Activity.CreateEventActivity().Type);
        Assert.Equal(ActivityTypes.Invoke, Activity.CreateInvokeActivity().Type);
        Assert.Equal(ActivityTypes.EndOfConversation, Activity.CreateEndOfConversationActivity().Type);
        Assert.Equal(ActivityTypes.Handoff, Activity.CreateHandoffActivity().Type);
        Assert.Equal(ActivityTypes.ContactRelationUpdate, Activity.CreateContactRelationUpdateActivity().Type);
    }

    [Fact]
    public void A_text_is_a_button()
    {
        CardAction action = "Yes";
        Assert.Equal((ActionTypes.ImBack, "Yes", "Yes"), (action.Type, action.Title, (string)action.Value));
    }
}
