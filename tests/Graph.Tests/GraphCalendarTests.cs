using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace SupportBot.Graph.Tests;

/// <summary>Events and busy times, as Graph sees them.</summary>
public sealed class GraphCalendarTests : IAsyncLifetime
{
    private const string Mailbox = "trainings@district.example", Maya = "maya@district.example", Noor = "noor@district.example", Library = "library@district.example";
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Guid Key = new("00000000-0000-0000-0000-0000000000aa");
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 18, 7, 0, TimeSpan.Zero), Starts = new(2026, 12, 1, 17, 0, 0, TimeSpan.Zero);
    private static readonly CalendarEntry Entry = new(Key, 1, "QPR", "Bring nothing.", Starts, Starts.AddHours(2), "Riverbend High, library", true, [new(Maya), new(Library, IsRoom: true)]);
    private readonly FakeTimeProvider _clock = new(Now);
    private FakeGraph _graph = null!;
    private FakeCalendar _outlook = null!;
    private GraphConnection _connection = null!;
    private GraphCalendar _calendar = null!;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _outlook = FakeCalendar.On(_graph, Mailbox);
        _connection = Connect(new GraphOptions { Calendar = Mailbox });
        _calendar = new GraphCalendar(_connection);
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task An_event_is_made_in_the_one_mailbox_with_a_meeting_hidden_guests_and_a_key_to_find_it_by()
    {
        var made = (await _calendar.CreateAsync(Entry, Never)).Value!;
        var sent = Assert.Single(_graph.Requests);
        Assert.Equal(("POST", $"users/{Mailbox}/events"), (sent.Method, sent.Path));
        Assert.Equal($"{Key:N}-1", (string?)sent.Json["transactionId"]);
        Assert.Equal(("2026-12-01T17:00:00", "UTC"), ((string?)sent.Json["start"]!["dateTime"], (string?)sent.Json["start"]!["timeZone"]));
        Assert.Equal((true, true, "teamsForBusiness"), ((bool)sent.Json["hideAttendees"]!, (bool)sent.Json["isOnlineMeeting"]!, (string?)sent.Json["onlineMeetingProvider"]));
        Assert.Equal([$"{Maya} required", $"{Library} resource"], sent.Json["attendees"]!.AsArray().Select(a => $"{a!["emailAddress"]!["address"]} {a["type"]}"));
        Assert.Contains("IdType=\"ImmutableId\"", sent.Headers["Prefer"], StringComparison.Ordinal);
        Assert.Equal((Starts, Starts.AddHours(2), "https://teams.example/join/1"), (made.Starts, made.Ends, made.JoinUrl));

        Assert.Equal(made.Id, (await _calendar.FindAsync(Key, Never)).Value!.Id);
        Assert.Equivalent(made, (await _calendar.GetAsync(made.Id, Never)).Value);
        var none = await _calendar.FindAsync(Guid.NewGuid(), Never);
        Assert.True(none is { IsSuccess: true, Value: null });
        GraphContract.Check(_graph);
    }

    [Fact]
    public async Task Without_an_online_meeting_none_is_asked_for()
    {
        await _calendar.CreateAsync(Entry with { Online = false }, Never);
        Assert.False(_graph.Requests.Single().Json.AsObject().ContainsKey("isOnlineMeeting"));
    }

    [Fact]
    public async Task A_repeat_after_a_lost_answer_makes_no_second_event_and_tells_nobody_twice()
    {
        var lost = 0;
        _graph.On("/events", r => Interlocked.Exchange(ref lost, 1) == 0 && _outlook.Answer(r) is not null ? GraphReply.Error(504, "GatewayTimeout") : null);
        Assert.Equal(GraphFailureKind.Unreachable, (await _calendar.CreateAsync(Entry, Never)).Failure!.Kind);
        Assert.True((await _calendar.CreateAsync(Entry, Never)).IsSuccess);
        Assert.Equal([$"invited {Maya}", $"invited {Library}"], _outlook.Told);
        Assert.Single(_outlook.Events);
    }

    [Fact]
    public async Task Where_Graph_says_that_it_is_there_already_it_is_found_again()
    {
        var made = (await _calendar.CreateAsync(Entry, Never)).Value!;
        _graph.On("/events", r => r.Method == "POST" ? GraphReply.Error(409, "ErrorDuplicateTransactionId") : null);
        Assert.Equal(made.Id, (await _calendar.CreateAsync(Entry, Never)).Value!.Id);
        // Said to be there, and not to be found: nothing is claimed.
        Assert.Equal(GraphFailureKind.Conflict, (await _calendar.CreateAsync(Entry with { Key = Guid.NewGuid() }, Never)).Failure!.Kind);
        GraphContract.Check(_graph);
    }

    [Fact]
    public async Task One_guest_more_or_less_changes_the_list_and_nothing_else_so_that_nobody_else_is_told_and_the_meeting_stays()
    {
        var made = (await _calendar.CreateAsync(Entry, Never)).Value!;
        _outlook.Told.Clear();
        var more = (await _calendar.InviteAsync(made, [.. made.Guests, new CalendarGuest(Noor)], Never)).Value!;
        var sent = _graph.Requests.Last();
        Assert.Equal(("PATCH", $"users/{Mailbox}/events/{made.Id}"), (sent.Method, sent.Path));
        Assert.Equal(["attendees"], ChangedBy(sent));
        Assert.Equal([$"invited {Noor}"], _outlook.Told);
        Assert.Equal(made.JoinUrl, more.JoinUrl);
        await _calendar.InviteAsync(more, [.. more.Guests.Where(g => g.Address != Maya)], Never);
        Assert.Equal([$"invited {Noor}", $"cancelled {Maya}"], _outlook.Told);
        GraphContract.Check(_graph);
    }

    [Fact]
    public async Task Another_time_is_one_change_of_time_and_place_and_calling_off_says_why()
    {
        var made = (await _calendar.CreateAsync(Entry, Never)).Value!;
        _outlook.Told.Clear();
        var later = Entry with { Starts = Starts.AddDays(1), Ends = Starts.AddDays(1).AddHours(2), Place = "Office", Guests = made.Guests };
        var moved = (await _calendar.ChangeAsync(made, later, Never)).Value!;
        Assert.Equal(["end", "location", "start"], ChangedBy(_graph.Requests.Last()));
        Assert.Equal((Starts.AddDays(1), "Office", made.JoinUrl), (moved.Starts, moved.Place, moved.JoinUrl));
        Assert.Equal([$"moved {Maya}", $"moved {Library}"], _outlook.Told);
        // Asked again, nothing is left to change, and nobody hears of it.
        var asked = _graph.Requests.Count;
        await _calendar.ChangeAsync(moved, later, Never);
        await _calendar.InviteAsync(moved, moved.Guests, Never);
        Assert.Equal(asked, _graph.Requests.Count);

        Assert.True((await _calendar.CancelAsync(made.Id, "It is called off.", Never)).IsSuccess);
        Assert.Equal("It is called off.", (string?)_graph.Requests.Last().Json["Comment"]);
        Assert.Empty(_outlook.Events);
        GraphContract.Check(_graph);
    }

    [Theory]
    [InlineData(429, "ApplicationThrottled", "40", GraphFailureKind.Throttled)]
    [InlineData(503, "ServerBusy", "7", GraphFailureKind.Throttled)]
    [InlineData(503, "ServiceUnavailable", null, GraphFailureKind.Unreachable)]
    [InlineData(403, "ErrorAccessDenied", null, GraphFailureKind.Forbidden)]
    [InlineData(400, "ErrorInvalidRecipients", null, GraphFailureKind.Refused)]
    public async Task What_the_calendar_refuses_is_a_value(int status, string code, string? after, GraphFailureKind kind)
    {
        _graph.On("/events", GraphReply.Error(status, code, after));
        var answer = await _calendar.CreateAsync(Entry, Never);
        Assert.Equal((kind, code), (answer.Failure!.Kind, answer.Failure.Code));
        if (after is not null) Assert.Equal(after, $"{answer.Failure.RetryAfter.TotalSeconds}");
    }

    [Fact]
    public async Task No_answer_is_a_value_and_while_Graph_has_asked_to_wait_nothing_is_asked()
    {
        using var hasty = Connect(new GraphOptions { Calendar = Mailbox, Timeout = TimeSpan.FromMilliseconds(200) });
        _graph.Next("/events", GraphReply.Never, GraphReply.Error(429, "ApplicationThrottled", "40"));
        var calendar = new GraphCalendar(hasty);
        Assert.Equal(new GraphFailure(GraphFailureKind.Unreachable, "timeout"), (await calendar.CreateAsync(Entry, Never)).Failure);
        Assert.Equal(GraphFailureKind.Throttled, (await calendar.CreateAsync(Entry, Never)).Failure!.Kind);
        Assert.True(calendar.Rests);
        Assert.Equal(GraphFailureKind.Resting, (await calendar.CreateAsync(Entry, Never)).Failure!.Kind);
        Assert.Equal(2, _graph.Requests.Count);
    }

    [Fact]
    public async Task An_event_that_is_gone_is_told_apart_from_a_mailbox_that_is_gone()
    {
        var gone = (await _calendar.GetAsync("E7", Never)).Failure;
        Assert.True(GraphCalendar.IsGone(gone));
        Assert.True(_connection[GraphChannel.Calendar].State.IsUp);
        _graph.On("/events", GraphReply.Error(404, "ErrorInvalidUser"));
        Assert.False(GraphCalendar.IsGone((await _calendar.GetAsync("E7", Never)).Failure));
        Assert.False(_connection[GraphChannel.Calendar].State.IsUp);
    }

    [Fact]
    public async Task Busy_times_come_for_people_and_rooms_and_whom_Graph_does_not_know_is_named()
    {
        _outlook.Busy[Maya] = [(Starts, Starts.AddHours(1), "busy"), (Starts.AddHours(2), Starts.AddHours(3), "free"), (Starts.AddHours(4), Starts.AddHours(5), "workingElsewhere"), (Starts.AddHours(6), Starts.AddHours(7), "tentative")];
        _outlook.Busy[Library] = [];
        var busy = (await _calendar.BusyAsync([Maya, Library, "gone@district.example"], Now, Now.AddDays(30), Never)).Value!;
        Assert.Equal([new BusyTime(Maya, Starts, Starts.AddHours(1)), new BusyTime(Maya, Starts.AddHours(6), Starts.AddHours(7))], busy.Times);
        Assert.Equal(["gone@district.example"], busy.Unknown);
        GraphContract.Check(_graph);
    }

    [Fact]
    public async Task Many_schedules_and_a_long_time_are_asked_for_in_portions_that_Graph_takes()
    {
        var answer = await _calendar.BusyAsync([.. Enumerable.Range(0, 45).Select(n => $"p{n}@district.example")], Now, Now.AddDays(90), Never);
        Assert.Equal(45, answer.Value!.Unknown.Count);
        Assert.Equal([20, 20, 20, 20, 20, 20, 5, 5, 5], _graph.Requests.Select(r => r.Json["Schedules"]!.AsArray().Count));
        Assert.All(_graph.Requests, r => Assert.True(DateTime.Parse((string)r.Json["EndTime"]!["dateTime"]!, System.Globalization.CultureInfo.InvariantCulture) - DateTime.Parse((string)r.Json["StartTime"]!["dateTime"]!, System.Globalization.CultureInfo.InvariantCulture) <= TimeSpan.FromDays(62)));
        _graph.On("getSchedule", GraphReply.Error(500, "down"));
        Assert.Null((await _calendar.BusyAsync([Maya], Now, Now.AddDays(1), Never)).Value);
    }

    [Fact]
    public async Task What_is_changed_and_deleted_by_hand_comes_back_and_a_forgotten_link_asks_for_everything_again()
    {
        var made = (await _calendar.CreateAsync(Entry, Never)).Value!;
        var first = (await _calendar.ChangesAsync(null, Now, Now.AddDays(400), Never)).Value!;
        Assert.True(first.IsWhole);
        Assert.Equal(made.Id, Assert.Single(first.Events).Id);
        _outlook.Drag(_outlook.Only, TimeSpan.FromHours(3));
        var second = (await _calendar.ChangesAsync(first.Link, Now, Now.AddDays(400), Never)).Value!;
        Assert.Equal((false, Starts.AddHours(3)), (second.IsWhole, Assert.Single(second.Events).Starts));
        _outlook.Delete(_outlook.Only);
        var third = (await _calendar.ChangesAsync(second.Link, Now, Now.AddDays(400), Never)).Value!;
        Assert.Equal([made.Id], third.Removed);

        _graph.Next("calendarView", GraphReply.Error(410, "SyncStateNotFound"));
        Assert.True((await _calendar.ChangesAsync(third.Link, Now, Now.AddDays(400), Never)).Value!.IsWhole);
        _graph.On("calendarView", GraphReply.Error(500, "down"));
        Assert.Equal("down", (await _calendar.ChangesAsync(third.Link, Now, Now.AddDays(400), Never)).Failure!.Code);
        GraphContract.Check(_graph);
    }

    [Fact]
    public async Task A_time_in_another_zone_is_read_in_that_zone()
    {
        var made = (await _calendar.CreateAsync(Entry, Never)).Value!;
        var told = _outlook.Only;
        told["start"] = new JsonObject { ["dateTime"] = "2026-12-01T09:00:00.0000000", ["timeZone"] = "America/Los_Angeles" };
        _graph.On($"/events/{made.Id}", GraphReply.Ok(told.ToJsonString()));
        Assert.Equal(Starts, (await _calendar.GetAsync(made.Id, Never)).Value!.Starts);
    }

    private static IEnumerable<string> ChangedBy(GraphRequest request) => request.Json.AsObject().Select(m => m.Key).Where(k => k != "@odata.type").Order();

    private GraphConnection Connect(GraphOptions options) =>
        new(options with { Enabled = true, Endpoint = _graph.Endpoint }, new AppTokens(new FakeCredential(), _clock), _clock, NullLoggerFactory.Instance, onLoopback: true);
}
