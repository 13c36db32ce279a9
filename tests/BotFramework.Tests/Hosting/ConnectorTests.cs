using System.Net;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests;

public class ConnectorTests
{
    private const string Hello = "\"type\":\"message\",\"text\":\"hello\"";

    [Fact]
    public async Task Replies_arrive_in_the_order_they_were_sent()
    {
        await using var host = await StartAsync(async (turn, ct) =>
        {
            for (var i = 0; i < 10; i++)
                await turn.SendActivityAsync($"{i}", cancellationToken: ct);
            await turn.SendActivitiesAsync([MessageFactory.Text("10"), MessageFactory.Text("11")], ct);
        });
        using var response = await host.PostAsync(Hello);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"{i}"), host.Calls.Select(c => JsonDocument.Parse(c.Body).RootElement.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("a:1/2 ñ", "/v3/conversations/a%3A1%2F2%20%C3%B1/activities/in-1")]
    [InlineData("19:x@thread.v2;messageid=5", "/v3/conversations/19%3Ax%40thread.v2%3Bmessageid%3D5/activities/in-1")]
    [InlineData("a?b#c%2e", "/v3/conversations/a%3Fb%23c%252e/activities/in-1")]
    [InlineData("..%2f..", "/v3/conversations/..%252f../activities/in-1")]
    public async Task An_id_stays_one_segment_of_the_path(string conversationId, string path)
    {
        await using var host = await StartAsync(Say("hi"));
        using var response = await host.PostAsync(Hello, conversationId);
        Assert.Equal(path, Assert.Single(host.Calls).Path);
    }

    [Fact]
    public async Task An_id_that_climbs_the_path_is_sent_nowhere()
    {
        await using var host = await StartAsync(Say("hi"));
        using var response = await host.PostAsync(Hello, "..");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(host.Calls);
    }

    [Fact]
    public async Task Without_an_activity_to_answer_a_message_goes_to_the_conversation()
    {
        await using var host = await StartAsync(Say("hi"));
        using var response = await host.PostAsync(Hello, id: "");
        Assert.Equal("/v3/conversations/c1/activities", Assert.Single(host.Calls).Path);
    }

    [Fact]
    public async Task Updating_and_deleting_name_the_activity()
    {
        await using var host = await StartAsync(async (turn, ct) =>
        {
            var sent = await turn.SendActivityAsync("first", cancellationToken: ct);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent.Id, Text = "second" }, ct);
            await turn.DeleteActivityAsync(sent.Id, ct);
        });
        using var response = await host.PostAsync(Hello);
        Assert.Equal(
            [("POST", "/v3/conversations/c1/activities/in-1"), ("PUT", "/v3/conversations/c1/activities/sent-0"), ("DELETE", "/v3/conversations/c1/activities/sent-0")],
            host.Calls.Select(c => (c.Method, c.Path)));
    }

    [Theory]
    [InlineData("test", 0)]
    [InlineData("emulator", 1)]
    public async Task A_trace_goes_to_the_emulator_only(string channelId, int calls)
    {
        await using var host = await StartAsync((turn, ct) => turn.SendActivityAsync((Activity)Activity.CreateTraceActivity("t"), ct));
        using var response = await host.PostAsync($"\"type\":\"message\",\"channelId\":\"{channelId}\"");
        Assert.Equal(calls, host.Calls.Count);
    }

    [Fact]
    public async Task A_delay_is_waited_out_and_not_sent()
    {
        await using var host = await StartAsync((turn, ct) => turn.SendActivitiesAsync([new Activity(ActivityTypesEx.Delay) { Value = 1 }, MessageFactory.Text("hi")], ct));
        using var response = await host.PostAsync(Hello);
        Assert.Single(host.Calls);
    }

    [Fact]
    public async Task A_call_says_which_software_makes_it()
    {
        await using var host = await StartAsync(Say("hi"));
        using var response = await host.PostAsync(Hello);
        Assert.Contains("Microsoft-BotFramework/3.1", Assert.Single(host.Calls).Agent, StringComparison.Ordinal);
        Assert.Contains("BotBuilder/", host.Calls.Single().Agent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_call_throws_what_the_channel_said_and_nothing_of_what_was_sent()
    {
        ErrorResponseException thrown = null;
        await using var host = await StartAsync(async (turn, ct) =>
            thrown = await Assert.ThrowsAsync<ErrorResponseException>(() => turn.SendActivityAsync("a secret", cancellationToken: ct)));
        host.Answer = _ => (403, """{"error":{"code":"Forbidden","message":"not here"}}""", null);
        using var response = await host.PostAsync(Hello);

        Assert.Equal("Operation returned an invalid status code 'Forbidden'", thrown.Message);
        Assert.Equal(("Forbidden", "not here"), (thrown.Body.Error.Code, thrown.Body.Error.Message));
        Assert.Equal(HttpStatusCode.Forbidden, thrown.Response.StatusCode);
        Assert.Equal(HttpMethod.Post, thrown.Request.Method);
        Assert.Null(thrown.Request.Content);
        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_in_another_form_has_no_body()
    {
        ErrorResponseException thrown = null;
        await using var host = await StartAsync(async (turn, ct) => thrown = await Assert.ThrowsAsync<ErrorResponseException>(() => turn.SendActivityAsync("hi", cancellationToken: ct)));
        host.Answer = _ => (500, "<html>", null);
        using var response = await host.PostAsync(Hello);
        Assert.Null(thrown.Body);
        Assert.Equal("<html>", thrown.Response.Content);
        Assert.Single(host.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("OK")]
    public async Task A_message_that_was_taken_is_taken_even_when_the_answer_has_no_id(string answer)
    {
        ResourceResponse got = null;
        await using var host = await StartAsync(async (turn, ct) => got = await turn.SendActivityAsync("hi", cancellationToken: ct));
        host.Answer = _ => (202, answer, null);
        using var response = await host.PostAsync(Hello);
        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, got.Id));
    }

    [Fact]
    public async Task A_channel_that_is_busy_is_asked_again()
    {
        await using var host = await StartAsync(Say("hi"));
        host.Answer = n => n == 0 ? (429, "", "0") : (200, """{"id":"x"}""", null);
        using var response = await host.PostAsync(Hello);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, host.Calls.Count);
        Assert.Single(host.Calls.Select(c => c.Body).Distinct());
    }

    [Theory]
    [InlineData("0", 4)]
    [InlineData("3600", 1)]
    public async Task A_channel_that_stays_busy_is_not_asked_for_ever(string retryAfter, int calls)
    {
        await using var host = await StartAsync(async (turn, ct) => await Assert.ThrowsAsync<ErrorResponseException>(() => turn.SendActivityAsync("hi", cancellationToken: ct)));
        host.Answer = _ => (429, "", retryAfter);
        using var response = await host.PostAsync(Hello);
        Assert.Equal(calls, host.Calls.Count);
    }

    [Fact]
    public async Task Many_turns_at_once_keep_their_words_apart()
    {
        await using var host = await StartAsync((turn, ct) => turn.SendActivityAsync(turn.Activity.Text, cancellationToken: ct));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            using var response = await host.PostAsync($"\"type\":\"message\",\"text\":\"{new string((char)('a' + (n % 26)), n * 20)}{n}\"", $"c{n}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }));
        foreach (var call in host.Calls)
        {
            var reply = JsonDocument.Parse(call.Body).RootElement;
            Assert.EndsWith(reply.GetProperty("conversation").GetProperty("id").GetString()[1..], reply.GetProperty("text").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(200, host.Calls.Count);
    }

    [Fact]
    public async Task A_direct_conversation_is_opened_by_its_two_members()
    {
        await using var host = await StartAsync(async (turn, ct) =>
            await turn.TurnState.Get<IConnectorClient>().Conversations.CreateDirectConversationAsync(new ChannelAccount("bot"), new ChannelAccount("ada"), cancellationToken: ct));
        using var response = await host.PostAsync(Hello);
        Assert.Equal("""{"bot":{"id":"bot"},"members":[{"id":"ada"}]}""", Assert.Single(host.Calls).Body);
    }

    [Fact]
    public async Task A_member_is_asked_for_by_id_and_comes_with_the_account()
    {
        ChannelAccount member = null;
        await using var host = await StartAsync(async (turn, ct) =>
            member = await ((Conversations)turn.TurnState.Get<IConnectorClient>().Conversations).GetConversationMemberAsync("29:a/b", "c 1", ct));
        host.Answer = _ => (200, """{"id":"29:a/b","name":"Ada","aadObjectId":"o-1","email":"ada@x.test"}""", null);
        using var response = await host.PostAsync(Hello);
        Assert.Equal(("29:a/b", "Ada", "o-1"), (member.Id, member.Name, member.AadObjectId));
        Assert.Equal(("GET", "/v3/conversations/c%201/members/29%3Aa%2Fb", ""), Call(host));
    }

    [Fact]
    public async Task All_members_come_as_a_list()
    {
        IList<ChannelAccount> members = null;
        await using var host = await StartAsync(async (turn, ct) => members = await turn.TurnState.Get<IConnectorClient>().Conversations.GetConversationMembersAsync("c1", ct));
        host.Answer = _ => (200, """[{"id":"a"},{"id":"b"}]""", null);
        using var response = await host.PostAsync(Hello);
        Assert.Equal(["a", "b"], members.Select(m => m.Id));
        Assert.Equal(("GET", "/v3/conversations/c1/members", ""), Call(host));
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData(100, null, "?pageSize=100")]
    [InlineData(null, "t&u=1", "?continuationToken=t%26u%3D1")]
    [InlineData(5, "t", "?pageSize=5&continuationToken=t")]
    public async Task A_page_of_members_is_asked_for_with_its_size_and_the_token_of_the_page_before(int? size, string token, string query)
    {
        PagedMembersResult page = null;
        await using var host = await StartAsync(async (turn, ct) =>
            page = await turn.TurnState.Get<IConnectorClient>().Conversations.GetConversationPagedMembersAsync("c1", size, token, ct));
        host.Answer = _ => (200, """{"continuationToken":"next","members":[{"id":"a"}]}""", null);
        using var response = await host.PostAsync(Hello);
        Assert.Equal(("next", "a"), (page.ContinuationToken, Assert.Single(page.Members).Id));
        Assert.Equal(("GET", "/v3/conversations/c1/pagedmembers" + query, ""), Call(host));
    }

    private static (string, string, string) Call(BotHost host)
    {
        var call = Assert.Single(host.Calls);
        return (call.Method, call.Path, call.Body);
    }

    private static Task<BotHost> StartAsync(BotCallbackHandler turn) => BotHost.StartAsync(new CloudAdapter(), turn);

    private static BotCallbackHandler Say(string text) => (turn, ct) => turn.SendActivityAsync(text, cancellationToken: ct);
}
