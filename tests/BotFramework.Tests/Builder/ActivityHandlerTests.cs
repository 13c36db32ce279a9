using System.Net;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Wire;

namespace SupportBot.BotFramework.Tests;

public class ActivityHandlerTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly Handler _bot = new();

    [Fact]
    public async Task An_activity_without_a_type_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(RecordingAdapter.Incoming(null)));

    [Theory]
    [InlineData(ActivityTypes.Message, "OnMessageActivity")]
    [InlineData(ActivityTypes.MessageUpdate, "OnMessageUpdateActivity")]
    [InlineData(ActivityTypes.MessageDelete, "OnMessageDeleteActivity")]
    [InlineData(ActivityTypes.EndOfConversation, "OnEndOfConversationActivity")]
    [InlineData(ActivityTypes.Typing, "OnTypingActivity")]
    [InlineData(ActivityTypes.Command, "OnCommandActivity")]
    [InlineData(ActivityTypes.CommandResult, "OnCommandResultActivity")]
    [InlineData(ActivityTypes.Event, "OnEvent")]
    [InlineData("surprise", "OnUnrecognizedActivityType")]
    public async Task Each_type_has_its_method(string type, string method)
    {
        await RunAsync(RecordingAdapter.Incoming(type));
        Assert.Equal([method], _bot.Called);
    }

    [Fact]
    public async Task A_token_event_has_a_method_of_its_own()
    {
        var activity = RecordingAdapter.Incoming(ActivityTypes.Event);
        activity.Name = "tokens/response";
        await RunAsync(activity);
        Assert.Equal(["OnTokenResponseEvent"], _bot.Called);
    }

    [Theory]
    [InlineData("add", "OnInstallationUpdateAdd")]
    [InlineData("add-upgrade", "OnInstallationUpdateAdd")]
    [InlineData("remove", "OnInstallationUpdateRemove")]
    [InlineData("remove-upgrade", "OnInstallationUpdateRemove")]
    public async Task An_installation_is_added_or_removed(string action, string method)
    {
        var activity = RecordingAdapter.Incoming(ActivityTypes.InstallationUpdate);
        activity.Action = action;
        await RunAsync(activity);
        Assert.Equal([method], _bot.Called);
    }

    [Fact]
    public async Task Members_who_came_are_told_with_the_whole_list()
    {
        var activity = RecordingAdapter.Incoming(ActivityTypes.ConversationUpdate);
        activity.MembersAdded = [new ChannelAccount("bot"), new ChannelAccount("ada")];
        await RunAsync(activity);
        Assert.Equal(["OnMembersAdded bot,ada"], _bot.Called);
    }

    [Fact]
    public async Task Members_who_went_are_told()
    {
        var activity = RecordingAdapter.Incoming(ActivityTypes.ConversationUpdate);
        activity.MembersRemoved = [new ChannelAccount("ada")];
        await RunAsync(activity);
        Assert.Equal(["OnMembersRemoved ada"], _bot.Called);
    }

    [Fact]
    public async Task The_bots_own_coming_and_going_is_not_told()
    {
        var activity = RecordingAdapter.Incoming(ActivityTypes.ConversationUpdate);
        activity.MembersAdded = [new ChannelAccount("bot")];
        activity.MembersRemoved = [new ChannelAccount("bot")];
        await RunAsync(activity);
        Assert.Empty(_bot.Called);
    }

    [Fact]
    public async Task Reactions_are_told_as_added_and_removed()
    {
        var activity = RecordingAdapter.Incoming(ActivityTypes.MessageReaction);
        activity.ReactionsAdded = [new MessageReaction("like")];
        activity.ReactionsRemoved = [new MessageReaction("plusOne")];
        await RunAsync(activity);
        Assert.Equal(["OnReactionsAdded", "OnReactionsRemoved"], _bot.Called);
    }

    [Theory]
    [InlineData("anything/else", 501)]
    [InlineData(null, 501)]
    [InlineData("signin/verifyState", 200)]
    [InlineData("signin/tokenExchange", 200)]
    public async Task An_invoke_is_answered_by_its_name(string name, int status) => Assert.Equal(status, (await InvokeAsync(name, null)).Status);

    [Fact]
    public async Task A_sign_in_that_no_bot_handles_is_not_implemented()
    {
        var answer = await InvokeAsync("signin/verifyState", null, new ActivityHandler());
        Assert.Equal(501, answer.Status);
    }

    [Fact]
    public async Task A_card_action_is_handed_over_and_answered()
    {
        var answer = await InvokeAsync("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"ack","data":{"case":7}}}""");
        Assert.Equal(["OnAdaptiveCardInvoke ack 7"], _bot.Called);
        Assert.Equal((200, 200), (answer.Status, Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body).StatusCode));
    }

    [Theory]
    [InlineData(null, "BadRequest")]
    [InlineData("[]", "BadRequest")]
    [InlineData("\"text\"", "BadRequest")]
    [InlineData("{}", "BadRequest")]
    [InlineData("""{"action":5}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""", "NotSupported")]
    public async Task A_card_action_of_another_shape_is_a_bad_request(string value, string code)
    {
        var answer = await InvokeAsync("adaptiveCard/action", value);
        AssertRefused(answer, code);
        Assert.Empty(_bot.Called);
    }

    [Fact]
    public async Task A_card_action_that_no_bot_handles_is_not_implemented() =>
        Assert.Equal(501, (await InvokeAsync("adaptiveCard/action", """{"action":{"type":"Action.Execute"}}""", new ActivityHandler())).Status);

    [Theory]
    [InlineData("test", """{"kind":"typeahead","queryText":"lin"}""", "typeahead")]
    [InlineData("msteams", """{"queryText":"lin"}""", "search")]
    public async Task A_search_is_handed_over(string channelId, string value, string kind)
    {
        await InvokeAsync("application/search", value, channelId: channelId);
        Assert.Equal([$"OnSearchInvoke {kind} lin"], _bot.Called);
    }

    [Theory]
    [InlineData("""{"queryText":"lin"}""")]
    [InlineData("""{"kind":"search"}""")]
    [InlineData(null)]
    public async Task A_search_without_kind_or_text_is_a_bad_request(string value) => AssertRefused(await InvokeAsync("application/search", value), "BadRequest");

    [Fact]
    public async Task A_bot_may_refuse_an_invoke_with_a_status_and_a_body()
    {
        _bot.Refusal = HttpStatusCode.Forbidden;
        var answer = await InvokeAsync("adaptiveCard/action", """{"action":{"type":"Action.Execute"}}""");
        Assert.Equal((403, "no"), (answer.Status, (string)answer.Body));
    }

    [Fact]
    public async Task An_invoke_that_was_answered_already_is_not_answered_again()
    {
        var activity = RecordingAdapter.Incoming(ActivityTypes.Invoke);
        var turn = _adapter.Turn(activity);
        turn.TurnState.Set(BotAdapter.InvokeResponseKey, new Activity(ActivityTypesEx.InvokeResponse));
        await _bot.OnTurnAsync(turn);
        Assert.Empty(_adapter.Sent);
    }

    private static void AssertRefused(InvokeResponse answer, string code)
    {
        Assert.Equal(400, answer.Status);
        var body = Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body);
        Assert.Equal((400, "application/vnd.microsoft.error", code), (body.StatusCode, body.Type, Assert.IsType<Error>(body.Value).Code));
    }

    private Task RunAsync(Activity activity) => _bot.OnTurnAsync(_adapter.Turn(activity));

    private async Task<InvokeResponse> InvokeAsync(string name, string value, ActivityHandler bot = null, string channelId = "test")
    {
        var activity = RecordingAdapter.Incoming(ActivityTypes.Invoke);
        activity.ChannelId = channelId;
        activity.Name = name;
        activity.Value = value is null ? null : JsonDocument.Parse(value).RootElement;
        await (bot ?? _bot).OnTurnAsync(_adapter.Turn(activity));
        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(ActivityTypesEx.InvokeResponse, sent.Type);
        return Assert.IsType<InvokeResponse>(sent.Value);
    }

    private sealed class Handler : ActivityHandler
    {
        public List<string> Called { get; } = [];

        public HttpStatusCode? Refusal { get; set; }

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            Assert.Equal("hello", turnContext.Activity.Text);
            return Call("OnMessageActivity");
        }

        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Call("OnMessageUpdateActivity");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Call("OnMessageDeleteActivity");

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Call("OnMembersAdded " + string.Join(',', membersAdded.Select(m => m.Id)));

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Call("OnMembersRemoved " + string.Join(',', membersRemoved.Select(m => m.Id)));

        protected override Task OnReactionsAddedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Call("OnReactionsAdded");

        protected override Task OnReactionsRemovedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Call("OnReactionsRemoved");

        protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Call("OnTokenResponseEvent");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Call("OnEvent");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Call("OnEndOfConversationActivity");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Call("OnTypingActivity");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call("OnInstallationUpdateAdd");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Call("OnInstallationUpdateRemove");

        protected override Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) => Call("OnCommandActivity");

        protected override Task OnCommandResultActivityAsync(ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) => Call("OnCommandResultActivity");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Call("OnUnrecognizedActivityType");

        protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            if (Refusal is { } status)
                throw new InvokeResponseException(status, "no");
            Called.Add($"OnAdaptiveCardInvoke {invokeValue.Action.Verb} {JsonValue.Number(invokeValue.Action.Data, "case")}");
            return Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200 });
        }

        protected override Task<SearchInvokeResponse> OnSearchInvokeAsync(ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            Called.Add($"OnSearchInvoke {invokeValue.Kind} {invokeValue.QueryText}");
            return Task.FromResult(new SearchInvokeResponse());
        }

        private Task Call(string method)
        {
            Called.Add(method);
            return Task.CompletedTask;
        }
    }
}
