using System.Net;
using System.Security.Principal;
using System.Text;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;

namespace SupportBot.BotFramework.Tests;

public class CloudAdapterTests
{
    private const string Hello = "\"type\":\"message\",\"text\":\"hello\"";

    private readonly CloudAdapter _adapter = new();
    private int _turns;

    [Fact]
    public async Task A_message_is_answered_200_with_an_empty_body_and_the_reply_is_posted()
    {
        await using var host = await StartAsync(Echo);
        using var response = await host.PostAsync(Hello);
        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        var call = Assert.Single(host.Calls);
        Assert.Equal(("POST", "/v3/conversations/c1/activities/in-1"), (call.Method, call.Path));
        var reply = JsonDocument.Parse(call.Body).RootElement;
        Assert.Equal(("echo: hello", "bot", "ada", "in-1"),
            (reply.GetProperty("text").GetString(), reply.GetProperty("from").GetProperty("id").GetString(),
                reply.GetProperty("recipient").GetProperty("id").GetString(), reply.GetProperty("replyToId").GetString()));
        Assert.False(reply.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task The_request_is_answered_after_the_turn_has_finished()
    {
        var finished = false;
        await using var host = await StartAsync(async (turn, ct) =>
        {
            await turn.SendActivityAsync("one", cancellationToken: ct);
            await Task.Yield();
            finished = true;
        });
        using var response = await host.PostAsync(Hello);
        Assert.True(finished);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Another_verb_is_answered_405(string verb)
    {
        await using var host = await StartAsync(Echo);
        using var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(verb), "/api/messages"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(0, _turns);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"type\":\" \",\"serviceUrl\":\"http://127.0.0.1/\"}")]
    [InlineData("{\"type\":7,\"serviceUrl\":\"http://127.0.0.1/\"}")]
    [InlineData("{\"type\":\"message\"}")]
    [InlineData("{\"type\":\"message\",\"serviceUrl\":\"not an address\"}")]
    [InlineData("{\"type\":\"message\",\"serviceUrl\":\"file:///etc/passwd\"}")]
    public async Task A_body_that_is_no_activity_is_answered_400(string body)
    {
        await using var host = await StartAsync(Echo);
        using var response = await host.PostRawAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, _turns);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_answered_413(bool lengthIsTold)
    {
        await using var host = await StartAsync(Echo);
        var body = new StringContent($$"""{"type":"message","text":"{{new string('x', 300_000)}}"}""", Encoding.UTF8, "application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        request.Headers.TransferEncodingChunked = !lengthIsTold;
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(0, _turns);
    }

    [Fact]
    public async Task A_token_that_cannot_be_checked_is_answered_401_and_runs_no_turn()
    {
        await using var host = await StartAsync(Echo);
        host.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer x.y.z");
        using var response = await host.PostAsync(Hello);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(0, _turns);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer x.y.z")]
    public async Task With_an_app_id_every_request_is_answered_401(string authorization)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("MicrosoftAppId", "00000000-0000-0000-0000-000000000001")]).Build();
        await using var host = await BotHost.StartAsync(new CloudAdapter(configuration), Echo);
        host.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        using var response = await host.PostAsync(Hello);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(0, _turns);
    }

    [Fact]
    public async Task An_access_error_of_the_bot_itself_is_not_taken_for_a_refused_caller()
    {
        await using var host = await StartAsync((_, _) => throw new UnauthorizedAccessException("a file"));
        using var response = await host.PostAsync(Hello);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task An_exception_is_answered_500_unless_an_error_handler_takes_it()
    {
        await using var host = await StartAsync((_, _) => throw new InvalidOperationException());
        using (var response = await host.PostAsync(Hello))
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);

        _adapter.OnTurnError = (turn, _) => turn.SendActivityAsync("sorry");
        using (var response = await host.PostAsync(Hello))
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("sorry", Assert.Single(host.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expected_replies_are_the_body_of_the_answer()
    {
        await using var host = await StartAsync(async (turn, ct) =>
        {
            await turn.SendActivityAsync("one", cancellationToken: ct);
            await turn.SendActivityAsync("two", cancellationToken: ct);
        });
        using var response = await host.PostAsync(Hello + ",\"deliveryMode\":\"expectReplies\"");
        Assert.Equal("application/json", response.Content.Headers.ContentType.MediaType);
        var replies = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("activities");
        Assert.Equal(["one", "two"], replies.EnumerateArray().Select(r => r.GetProperty("text").GetString()));
        Assert.Empty(host.Calls);
    }

    [Fact]
    public async Task An_invoke_that_nobody_answers_is_501()
    {
        await using var host = await StartAsync((_, _) => Task.CompletedTask);
        using var response = await host.PostAsync("\"type\":\"invoke\",\"name\":\"x\"");
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task An_invoke_is_answered_with_the_status_and_body_the_bot_gave()
    {
        await using var host = await StartAsync((turn, ct) => turn.SendActivityAsync(
            new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 412, Body = new { Reason = "no" } } }, ct));
        using var response = await host.PostAsync("\"type\":\"invoke\",\"name\":\"x\"");
        Assert.Equal((HttpStatusCode.PreconditionFailed, "{\"Reason\":\"no\"}"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Empty(host.Calls);
    }

    [Fact]
    public async Task An_invoke_answered_without_content_has_no_body()
    {
        await using var host = await StartAsync((turn, ct) => turn.SendActivityAsync(
            new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse<string> { Status = 204, Body = "ignored" } }, ct));
        using var response = await host.PostAsync("\"type\":\"invoke\",\"name\":\"x\"");
        Assert.Equal((HttpStatusCode.NoContent, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_typed_body_of_an_invoke_response_is_its_body()
    {
        await using var host = await StartAsync((turn, ct) => turn.SendActivityAsync(
            new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse<string> { Status = 200, Body = "typed" } }, ct));
        using var response = await host.PostAsync("\"type\":\"invoke\",\"name\":\"x\"");
        Assert.Equal("\"typed\"", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_turn_state_holds_what_bots_look_for()
    {
        var missing = new List<string>();
        await using var host = await StartAsync((turn, _) =>
        {
            var state = turn.TurnState;
            Check("identity", state.Get<IIdentity>(BotAdapter.BotIdentityKey));
            Check("connector", state.Get<IConnectorClient>());
            Check("tokens", state.Get<UserTokenClient>());
            Check("callback", state.Get<BotCallbackHandler>());
            Check("factory", state.Get<ConnectorFactory>());
            Check("scope", state.Get<string>(BotAdapter.OAuthScopeKey));
            return Task.CompletedTask;

            void Check(string name, object entry)
            {
                if (entry is null)
                    missing.Add(name);
            }
        });
        using var response = await host.PostAsync(Hello);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(missing);
    }

    [Fact]
    public async Task A_caller_cannot_say_who_it_is()
    {
        string seen = "not run";
        await using var host = await StartAsync((turn, _) => { seen = turn.Activity.CallerId; return Task.CompletedTask; });
        using var response = await host.PostAsync(Hello + ",\"callerId\":\"urn:botframework:azure\"");
        Assert.Null(seen);
    }

    [Fact]
    public async Task Continuing_a_conversation_sends_into_it()
    {
        ConversationReference reference = null;
        await using var host = await StartAsync((turn, _) => { reference = turn.Activity.GetConversationReference(); return Task.CompletedTask; });
        using (await host.PostAsync(Hello))
        {
        }

        Activity seen = null;
        await _adapter.ContinueConversationAsync("app", reference, async (turn, ct) =>
        {
            seen = turn.Activity;
            await turn.SendActivityAsync("later", cancellationToken: ct);
        }, CancellationToken.None);

        Assert.Equal((ActivityTypes.Event, "ContinueConversation", "bot", "ada"), (seen.Type, seen.Name, seen.Recipient.Id, seen.From.Id));
        Assert.Contains("later", Assert.Single(host.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_continuation_needs_a_conversation_and_an_address()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _adapter.ContinueConversationAsync("app", new Activity { ServiceUrl = "https://x.test" }, Echo, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _adapter.ContinueConversationAsync("app", new Activity { Conversation = new ConversationAccount(id: "c") }, Echo, default));
    }

    [Fact]
    public async Task A_conversation_can_be_opened()
    {
        await using var host = await StartAsync(Echo);
        host.Answer = _ => (201, """{"id":"new-1","activityId":"a-1"}""", null);
        Activity seen = null;
        await _adapter.CreateConversationAsync("app", "test", host.ServiceUrl, "audience", new ConversationParameters(bot: new ChannelAccount("bot"), tenantId: "t-1"),
            (turn, _) => { seen = turn.Activity; return Task.CompletedTask; }, default);
        Assert.Equal(("CreateConversation", "new-1", "a-1", "t-1", "bot"), (seen.Name, seen.Conversation.Id, seen.Id, seen.Conversation.TenantId, seen.Recipient.Id));
        Assert.Equal(("POST", "/v3/conversations"), (Assert.Single(host.Calls).Method, host.Calls.Single().Path));
    }

    private Task<BotHost> StartAsync(BotCallbackHandler turn) => BotHost.StartAsync(_adapter, turn);

    private Task Echo(ITurnContext turn, CancellationToken cancellationToken)
    {
        _turns++;
        return turn.SendActivityAsync("echo: " + turn.Activity.Text, cancellationToken: cancellationToken);
    }
}
