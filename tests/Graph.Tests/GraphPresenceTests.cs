using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace SupportBot.Graph.Tests;

/// <summary>Who counts as away: only those of whom Teams says so clearly, and nobody where Teams says nothing.</summary>
public sealed class GraphPresenceTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
    private readonly Dictionary<string, JsonObject> _people = [];
    private FakeGraph _graph = null!;
    private GraphConnection _connection = null!;
    private GraphPresence _presence = null!;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _graph.On("getPresencesByUserId", r => GraphReply.Ok(new JsonObject
        {
            ["value"] = new JsonArray([.. r.Json["ids"]!.AsArray().Select(id => (string)id!).Where(_people.ContainsKey).Select(id => _people[id].DeepClone())]),
        }.ToJsonString()));
        _connection = new GraphConnection(new GraphOptions { Enabled = true, Endpoint = _graph.Endpoint }, new AppTokens(new FakeCredential(), _clock), _clock, NullLoggerFactory.Instance, onLoopback: true);
        _presence = new GraphPresence(_connection, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await _graph.DisposeAsync();
    }

    [Theory]
    [InlineData("Available", false), InlineData("AvailableIdle", false), InlineData("Busy", false), InlineData("BusyIdle", false), InlineData("BeRightBack", false)]
    [InlineData("PresenceUnknown", false), InlineData("SomethingNew", false)]
    [InlineData("Offline", true), InlineData("Away", true), InlineData("DoNotDisturb", true)]
    public async Task Only_a_clear_word_counts_as_away(string availability, bool away)
    {
        Say("maya", availability);
        Assert.Equal(away, (await _presence.AwayAsync(["maya"], Never)).Contains("maya"));
        GraphContract.Check(_graph);
    }

    [Fact]
    public async Task Whoever_is_out_of_office_is_away_and_whoever_Graph_does_not_know_is_there()
    {
        Say("maya", "Available", outOfOffice: true);
        Assert.Equal(["maya"], await _presence.AwayAsync(["maya", "grace"], Never));
    }

    [Fact]
    public async Task An_answer_is_kept_for_a_minute_and_no_longer()
    {
        Say("maya", "Offline");
        await _presence.AwayAsync(["maya"], Never);
        Say("maya", "Available");
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.NotEmpty(await _presence.AwayAsync(["maya"], Never));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await _presence.AwayAsync(["maya"], Never));
        Assert.Equal(2, _graph.Requests.Count);
    }

    [Fact]
    public async Task Many_are_asked_for_in_portions_that_Graph_takes()
    {
        await _presence.AwayAsync([.. Enumerable.Range(0, 1400).Select(i => $"p{i}")], Never);
        Assert.Equal([650, 650, 100], _graph.Requests.Select(r => r.Json["ids"]!.AsArray().Count));
    }

    [Fact]
    public async Task Where_Graph_is_down_or_slow_nobody_is_away_and_nobody_waits()
    {
        Say("maya", "Offline");
        _graph.Next("getPresences", GraphReply.Error(503, "serviceNotAvailable"), GraphReply.Never);
        Assert.Empty(await _presence.AwayAsync(["maya"], Never));
        var began = TimeProvider.System.GetTimestamp();
        Assert.Empty(await _presence.AwayAsync(["maya"], Never));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(["maya"], await _presence.AwayAsync(["maya"], Never));
    }

    private void Say(string id, string availability, bool outOfOffice = false) =>
        _people[id] = new JsonObject { ["id"] = id, ["availability"] = availability, ["activity"] = availability, ["outOfOfficeSettings"] = new JsonObject { ["isOutOfOffice"] = outOfOffice } };
}
