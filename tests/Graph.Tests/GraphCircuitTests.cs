using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace SupportBot.Graph.Tests;

/// <summary>The way to Graph: where it leads, what failures mean, when it rests, and that one channel's trouble is no other's.</summary>
public sealed class GraphCircuitTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
    private readonly FakeCredential _credential = new();
    private FakeGraph _graph = null!;
    private GraphConnection _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _connection = Connect(TimeSpan.FromSeconds(10));
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task A_call_carries_the_apps_token_for_Graphs_own_host()
    {
        _graph.On("users/7", GraphReply.Ok("""{"id":"7","displayName":"Carol"}"""));
        var answer = await ReadAsync();
        Assert.Equal("Carol", answer.Value?.DisplayName);
        Assert.Equal($"Bearer {_graph.Endpoint.GetLeftPart(UriPartial.Authority)}/.default#1", Assert.Single(_graph.Requests).Headers["Authorization"]);
        GraphContract.Check(_graph);
    }

    [Theory]
    [InlineData(403, "Authorization_RequestDenied", GraphFailureKind.Forbidden, "Authorization_RequestDenied")]
    [InlineData(404, "Request_ResourceNotFound", GraphFailureKind.NotFound, "Request_ResourceNotFound")]
    [InlineData(409, "Conflict", GraphFailureKind.Conflict, "Conflict")]
    [InlineData(410, "resyncRequired", GraphFailureKind.Gone, "resyncRequired")]
    [InlineData(500, "generalException", GraphFailureKind.Unreachable, "generalException")]
    [InlineData(503, "serviceNotAvailable", GraphFailureKind.Unreachable, "serviceNotAvailable")]
    [InlineData(400, "BadRequest", GraphFailureKind.Refused, "BadRequest")]
    [InlineData(404, "what <b>Ana</b> wrote", GraphFailureKind.NotFound, "404")]
    public async Task A_failure_is_a_value_that_says_what_to_do_and_holds_no_words(int status, string code, GraphFailureKind kind, string told)
    {
        _graph.On("users", GraphReply.Error(status, code));
        var failure = (await ReadAsync()).Failure;
        Assert.Equal((kind, told, status), (failure!.Kind, failure.Code, failure.Status));
        Assert.DoesNotContain("words", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_link_to_another_host_is_not_opened()
    {
        await using var elsewhere = await FakeGraph.StartAsync();
        _graph.Next("users", new GraphReply(302) { Location = elsewhere.Endpoint + "/users" });
        Assert.False((await ReadAsync()).IsSuccess);
        var answer = await _connection[GraphChannel.People].CallAsync((c, stop) => c.Users.WithUrl(elsewhere.Endpoint + "/users?$skiptoken=x").GetAsync(cancellationToken: stop), Never);
        Assert.Equal((GraphFailureKind.OurCredentials, "foreign-address"), (answer.Failure!.Kind, answer.Failure.Code));
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_replaced_once()
    {
        await ReadAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _graph.Next("users", GraphReply.Error(401, "InvalidAuthenticationToken"));
        Assert.True((await ReadAsync()).IsSuccess);
        Assert.EndsWith("#2", _graph.Requests.Last().Headers["Authorization"], StringComparison.Ordinal);

        _graph.On("users", GraphReply.Error(401, "InvalidAuthenticationToken"));
        var before = _graph.Requests.Count;
        Assert.Equal(GraphFailureKind.OurCredentials, (await ReadAsync()).Failure?.Kind);
        Assert.Equal(before + 2, _graph.Requests.Count);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_asked()
    {
        _credential.IsDown = true;
        Assert.Equal((GraphFailureKind.OurCredentials, "no-token"), await FailureAsync());
        Assert.Empty(_graph.Requests);
    }

    [Fact]
    public async Task Whoever_does_not_answer_in_time_is_not_waited_for()
    {
        using var connection = Connect(TimeSpan.FromMilliseconds(200));
        _graph.On("users", GraphReply.Never);
        var answer = await connection[GraphChannel.People].CallAsync(Read, Never);
        Assert.Equal((GraphFailureKind.Unreachable, "timeout"), (answer.Failure!.Kind, answer.Failure.Code));
    }

    [Fact]
    public async Task Whoever_gives_up_gets_an_exception_and_no_verdict()
    {
        _graph.On("users", GraphReply.Never);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _connection[GraphChannel.People].CallAsync(Read, cancel.Token));
        Assert.True(_connection[GraphChannel.People].State.IsUp);
    }

    [Fact]
    public async Task A_wait_that_Graph_asks_for_is_kept_by_the_channel_and_by_no_other()
    {
        _graph.Next("users", GraphReply.Error(429, "TooManyRequests", "90"));
        var failure = (await ReadAsync()).Failure!;
        Assert.Equal((GraphFailureKind.Throttled, TimeSpan.FromSeconds(90)), (failure.Kind, failure.RetryAfter));
        Assert.Single(_graph.Requests);

        _clock.Advance(TimeSpan.FromSeconds(89));
        var resting = (await ReadAsync()).Failure!;
        Assert.Equal((GraphFailureKind.Resting, TimeSpan.FromSeconds(1)), (resting.Kind, resting.RetryAfter));
        Assert.Single(_graph.Requests);
        Assert.True((await ReadAsync(GraphChannel.Feed)).IsSuccess);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await ReadAsync()).IsSuccess);
    }

    [Theory]
    [InlineData("86400", 600)]
    [InlineData("Mon, 16 Nov 2026 18:08:00 GMT", 60)]
    [InlineData("soon", 5)]
    public async Task However_long_Graph_asks_to_wait_it_is_asked_again_within_ten_minutes(string asked, int seconds)
    {
        _graph.Next("users", GraphReply.Error(429, "TooManyRequests", asked));
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await ReadAsync()).Failure!.RetryAfter);
        Assert.True(_connection[GraphChannel.People].State.IsResting);
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.True((await ReadAsync()).IsSuccess);
    }

    [Fact]
    public async Task After_five_failures_a_channel_rests_half_a_minute_and_the_others_go_on()
    {
        _graph.On("users", GraphReply.Error(502, "BadGateway"));
        for (var i = 0; i < 5; i++) Assert.Equal(GraphFailureKind.Unreachable, (await ReadAsync()).Failure?.Kind);
        Assert.Equal((GraphFailureKind.Resting, "circuit-open"), await FailureAsync());
        Assert.Equal(5, _graph.Requests.Count);
        Assert.True(_connection[GraphChannel.People].State is { IsResting: true, IsUp: false, Code: "BadGateway" });
        Assert.True(_connection[GraphChannel.People].State.IsResting);
        Assert.False(_connection[GraphChannel.Mail].State.IsResting);

        _graph.On("users", (GraphRequest _) => GraphReply.Ok("{}"));
        Assert.True((await ReadAsync(GraphChannel.Mail)).IsSuccess);
        Assert.False((await ReadAsync()).IsSuccess);
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.False(_connection[GraphChannel.People].State.IsResting);
        Assert.True((await ReadAsync()).IsSuccess);
        Assert.True(_connection[GraphChannel.People].State is { IsResting: false, IsUp: true });
    }

    [Fact]
    public async Task Refusals_that_are_about_one_person_open_no_circuit()
    {
        _graph.On("users", GraphReply.Error(404, "NotFound"));
        for (var i = 0; i < 20; i++) Assert.Equal(GraphFailureKind.NotFound, (await ReadAsync(GraphChannel.Feed)).Failure?.Kind);
        Assert.True(_connection[GraphChannel.Feed].State.IsUp);
    }

    [Fact]
    public async Task It_is_down_since_the_first_failure_until_the_next_success()
    {
        _graph.Next("users", GraphReply.Error(500, "a"), GraphReply.Error(502, "b"));
        await ReadAsync();
        var since = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromMinutes(2));
        await ReadAsync();
        Assert.Equal(new GraphState(since, "b", false), _connection[GraphChannel.People].State);
        await ReadAsync();
        Assert.Equal(new GraphState(null, null, false), _connection[GraphChannel.People].State);
    }

    [Fact]
    public async Task An_outage_that_nobody_has_met_for_long_is_forgotten_and_a_missing_permission_is_not()
    {
        _graph.Next("users", GraphReply.Error(500, "a"), GraphReply.Error(403, "AccessDenied"));
        await ReadAsync(GraphChannel.Mail);
        await ReadAsync(GraphChannel.Presence);
        _clock.Advance(TimeSpan.FromMinutes(16));
        Assert.True(_connection[GraphChannel.Mail].State.IsUp);
        Assert.Equal("AccessDenied", _connection[GraphChannel.Presence].State.Code);
    }

    private static Task<User?> Read(GraphServiceClient client, CancellationToken stop) => client.Users["7"].GetAsync(cancellationToken: stop);

    private Task<GraphAnswer<User>> ReadAsync(GraphChannel channel = GraphChannel.People) => _connection[channel].CallAsync(Read, Never);

    private async Task<(GraphFailureKind, string)> FailureAsync()
    {
        var failure = (await ReadAsync()).Failure!;
        return (failure.Kind, failure.Code);
    }

    private GraphConnection Connect(TimeSpan timeout) => new(
        new GraphOptions { Enabled = true, Endpoint = _graph.Endpoint, Timeout = timeout }, new AppTokens(_credential, _clock), _clock, NullLoggerFactory.Instance, onLoopback: true);
}
