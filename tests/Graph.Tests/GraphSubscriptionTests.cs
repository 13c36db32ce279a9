using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace SupportBot.Graph.Tests;

/// <summary>The subscription on the calendar, as Graph sees it.</summary>
public sealed class GraphSubscriptionTests : IAsyncLifetime
{
    private const string Mailbox = "trainings@district.example", Secret = "0123456789abcdef0123456789abcdef", Path = "/api/graph/notifications";
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly GraphOptions Options = new() { Enabled = true, Calendar = Mailbox, NotifyAt = new Uri("https://help.district.example") };
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
    private FakeGraph _graph = null!;
    private FakeSubscriptions _told = null!;
    private GraphConnection _connection = null!;
    private GraphSubscriptions _subscriptions = null!;
    private WebApplication _door = null!;

    /// <summary>What the door answers to a token.</summary>
    private Func<string, string> _answer = token => token;

    private DateTimeOffset Until => _clock.GetUtcNow() + GraphSubscriptions.Lifetime;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _told = FakeSubscriptions.On(_graph, _clock);
        _connection = new GraphConnection(Options with { Endpoint = _graph.Endpoint }, new AppTokens(new FakeCredential(), _clock), _clock, NullLoggerFactory.Instance, onLoopback: true);
        _subscriptions = new GraphSubscriptions(_connection);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _door = builder.Build();
        _door.MapPost(Path, (string validationToken) => Results.Text(_answer(validationToken)));
        await _door.StartAsync();
        _told.OpenAt(new Uri(_door.Urls.First()));
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        _told.Dispose();
        await _door.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task One_is_made_on_the_mailboxs_events_renewed_and_ended_and_no_request_asks_for_more_than_Graph_takes()
    {
        var made = (await _subscriptions.MakeAsync(Path, Secret, Until, Never)).Value!;
        var sent = _graph.Requests.Single().Json;
        Assert.Equal(("created,updated,deleted", $"users/{Mailbox}/events", Secret), ((string?)sent["changeType"], (string?)sent["resource"], (string?)sent["clientState"]));
        Assert.Equal(($"https://help.district.example{Path}", $"https://help.district.example{Path}"), ((string?)sent["notificationUrl"], (string?)sent["lifecycleNotificationUrl"]));
        // No content is asked for: what has changed is read from the calendar.
        Assert.False(sent.AsObject().ContainsKey("includeResourceData"));
        Assert.Equal(Until, made.Until);
        _clock.Advance(TimeSpan.FromHours(40));
        Assert.Equal(Until, (await _subscriptions.RenewAsync(made.Id, Until, Never)).Value!.Until);
        Assert.True((await _subscriptions.EndAsync(made.Id, Never)).IsSuccess);
        Assert.Empty(_told.Living);
        GraphContract.Check(_graph);
    }

    [Fact]
    public async Task A_door_that_does_not_answer_as_Graph_asks_gets_none_and_the_calendar_goes_on()
    {
        _answer = token => $"\"{token}\"";
        var answer = await _subscriptions.MakeAsync(Path, Secret, Until, Never);
        Assert.Equal((GraphFailureKind.Refused, "ValidationError"), (answer.Failure!.Kind, answer.Failure.Code));
        Assert.Empty(_told.Living);
        _graph.On("subscriptions", GraphReply.Error(403, "Forbidden"));
        Assert.Equal(GraphFailureKind.Forbidden, (await _subscriptions.MakeAsync(Path, Secret, Until, Never)).Failure!.Kind);
        _graph.On("subscriptions", new GraphReply(201, "{}"));
        Assert.Equal("no-answer", (await _subscriptions.MakeAsync(Path, Secret, Until, Never)).Failure!.Code);
        Assert.True(_connection[GraphChannel.Calendar].State.IsUp);
    }

    [Fact]
    public async Task One_that_Graph_has_lost_or_that_is_over_is_not_there_to_be_renewed()
    {
        var made = (await _subscriptions.MakeAsync(Path, Secret, Until, Never)).Value!;
        _clock.Advance(GraphSubscriptions.Lifetime);
        Assert.Equal(GraphFailureKind.NotFound, (await _subscriptions.RenewAsync(made.Id, Until, Never)).Failure!.Kind);
        Assert.True(_connection[GraphChannel.Subscription].State.IsUp);
    }

    [Theory]
    [InlineData("http://help.district.example")]
    [InlineData("https://help.district.example/bot")]
    [InlineData("https://help.district.example/?a=b")]
    [InlineData("https://me@help.district.example")]
    [InlineData("https://help.district.example/#there")]
    [InlineData("/api")]
    public void An_address_that_Graph_cannot_reach_is_named(string address) =>
        Assert.Contains("Graph:NotifyAt", (Options with { NotifyAt = new Uri(address, UriKind.RelativeOrAbsolute) }).Fault(onLoopback: true), StringComparison.Ordinal);

    [Fact]
    public void It_needs_a_calendar_a_secret_must_be_one_and_the_settings_do_not_print_it()
    {
        Assert.Null(Options.Fault(onLoopback: false));
        Assert.Contains("needs Graph:Calendar", (Options with { Calendar = null }).Fault(onLoopback: false), StringComparison.Ordinal);
        foreach (var weak in new[] { "short", new string('a', 129), Secret + " and more", Secret[..31] })
            Assert.Contains("Graph:NotificationSecret", (Options with { NotificationSecret = weak }).Fault(onLoopback: false), StringComparison.Ordinal);
        Assert.Null((Options with { NotificationSecret = Secret }).Fault(onLoopback: false));
        Assert.DoesNotContain(Secret, (Options with { NotificationSecret = Secret }).ToString(), StringComparison.Ordinal);
        using var without = new GraphConnection(Options with { NotifyAt = null, Endpoint = _graph.Endpoint }, new AppTokens(new FakeCredential(), _clock), _clock, NullLoggerFactory.Instance, onLoopback: true);
        Assert.False(new GraphSubscriptions(without).IsOn);
    }
}
