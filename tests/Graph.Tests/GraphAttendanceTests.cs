using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace SupportBot.Graph.Tests;

/// <summary>Attendance reports of a mailbox's meetings, as Graph gives them.</summary>
public sealed class GraphAttendanceTests : IAsyncLifetime
{
    private const string Mailbox = "trainings@district.example", Account = "00000000-0000-0000-0000-0000000000c1";
    private const string JoinUrl = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_O'Neill%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%2c%22Oid%22%3a%22o%22%7d";
    private const string Maya = "maya@district.example", Noor = "noor@district.example", Jun = "jun@district.example";
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateTimeOffset Starts = new(2026, 12, 1, 17, 0, 0, TimeSpan.Zero), Ends = Starts.AddHours(1);
    private readonly FakeTimeProvider _clock = new(Ends.AddMinutes(20));
    private FakeGraph _graph = null!;
    private FakeMeetings _teams = null!;
    private GraphConnection _connection = null!;
    private GraphMeetings _meetings = null!;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _teams = FakeMeetings.On(_graph, Account);
        _connection = Connect(new GraphOptions { Calendar = Mailbox, AttendanceReports = Account });
        _meetings = new GraphMeetings(_connection);
    }

    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task The_meeting_is_found_by_its_address_and_every_report_of_that_time_is_read_to_its_last_page()
    {
        _teams.Held("https://teams.microsoft.com/l/meetup-join/another", Starts, Ends, FakeMeetings.Record("someone@district.example", (Starts, Ends)));
        _teams.Held(JoinUrl, Starts.AddMinutes(-5), Starts.AddMinutes(30), FakeMeetings.Record(Maya, (Starts, Starts.AddMinutes(30))), FakeMeetings.Record(Noor, (Starts, Starts.AddMinutes(9))), FakeMeetings.Record(Jun, (Starts, Starts.AddMinutes(1))));
        _teams.Held(JoinUrl, Starts.AddMinutes(31), Ends, FakeMeetings.Record(Maya, (Starts.AddMinutes(31), Ends), (Starts.AddMinutes(40), Ends)));
        var read = (await _meetings.ReadAsync(JoinUrl, Starts, Ends, Never)).Value!;
        Assert.Equal(2, read.Reports);
        Assert.Equal([Maya, Noor, Jun, Maya], read.People.Select(p => p.Address));
        Assert.Equal([(Starts.AddMinutes(31), Ends), (Starts.AddMinutes(40), Ends)], read.People[3].Stays);
        Assert.Equal(0, read.People[3].UntimedSeconds);
        // One for the meeting, one for its reports, two pages of the first report, one of the second.
        Assert.Equal(5, _graph.Requests.Count);
        Assert.All(_graph.Requests, r => Assert.StartsWith($"users/{Account}/onlineMeetings", r.Path, StringComparison.Ordinal));
        // What was escaped in the address is escaped once more, so that Graph finds the address that it gave.
        Assert.Contains("19%253ameeting", _graph.Requests.First().Query, StringComparison.OrdinalIgnoreCase);
        GraphContract.Check(_graph);
    }

    [Fact]
    public async Task A_report_of_another_time_is_not_opened()
    {
        _teams.Held(JoinUrl, Starts.AddDays(-1), Ends.AddDays(-1), FakeMeetings.Record(Maya, (Starts.AddDays(-1), Ends.AddDays(-1))));
        _teams.Held(JoinUrl, Starts.AddMinutes(-30), Starts, FakeMeetings.Record(Maya, (Starts.AddMinutes(-30), Starts)));
        _teams.Held(JoinUrl, Ends, Ends.AddMinutes(30), FakeMeetings.Record(Maya, (Ends, Ends.AddMinutes(30))));
        var read = (await _meetings.ReadAsync(JoinUrl, Starts, Ends, Never)).Value!;
        Assert.Equal(0, read.Reports);
        Assert.Empty(read.People);
        Assert.Empty(_graph.Of("attendanceRecords"));
    }

    [Fact]
    public async Task Whoever_has_no_address_is_left_out_and_what_Teams_does_not_say_is_taken_from_what_it_does()
    {
        var untimed = FakeMeetings.Record(Noor);
        untimed["totalAttendanceInSeconds"] = 1234;
        var without = FakeMeetings.Record(Jun, (Starts, Starts.AddMinutes(3)));
        without["attendanceIntervals"]![0]!.AsObject().Remove("leaveDateTime");
        var backwards = FakeMeetings.Record(Maya, (Ends, Starts));
        backwards["totalAttendanceInSeconds"] = -5;
        _teams.Held(JoinUrl, Starts, Ends, FakeMeetings.Record(null, (Starts, Ends)), FakeMeetings.Record("", (Starts, Ends)), untimed, without, backwards);
        var people = (await _meetings.ReadAsync(JoinUrl, Starts, Ends, Never)).Value!.People;
        Assert.Equal([Noor, Jun, Maya], people.Select(p => p.Address));
        Assert.Equal([1234, 0, 0], people.Select(p => p.UntimedSeconds));
        Assert.Equal([(Starts, Starts.AddMinutes(3))], people[1].Stays);
        Assert.Empty(people[2].Stays);
    }

    [Fact]
    public async Task A_meeting_that_is_not_there_and_a_report_that_is_not_there_yet_are_told_apart()
    {
        Assert.Equal(GraphFailureKind.NotFound, (await _meetings.ReadAsync(JoinUrl, Starts, Ends, Never)).Failure!.Kind);
        _graph.Next("onlineMeetings", GraphReply.Ok("""{"value":[]}"""));
        Assert.Equal(new GraphFailure(GraphFailureKind.NotFound, GraphMeetings.NoMeeting), (await _meetings.ReadAsync(JoinUrl, Starts, Ends, Never)).Failure);
        _teams.Planned(JoinUrl);
        Assert.Equal(0, (await _meetings.ReadAsync(JoinUrl, Starts, Ends, Never)).Value!.Reports);
        // One meeting that is gone says nothing about the service.
        Assert.True(_connection[GraphChannel.Meetings].State.IsUp);
    }

    [Theory]
    [InlineData("onlineMeetings", 403, "Forbidden", null, GraphFailureKind.Forbidden)]
    [InlineData("attendanceReports", 403, "Forbidden", null, GraphFailureKind.Forbidden)]
    [InlineData("attendanceRecords", 404, "NotFound", null, GraphFailureKind.NotFound)]
    [InlineData("attendanceRecords", 429, "TooManyRequests", "40", GraphFailureKind.Throttled)]
    [InlineData("attendanceReports", 503, "ServiceUnavailable", "7", GraphFailureKind.Throttled)]
    [InlineData("attendanceReports", 503, "ServiceUnavailable", null, GraphFailureKind.Unreachable)]
    public async Task Half_a_reading_is_none_and_what_Graph_refuses_is_a_value(string part, int status, string code, string? after, GraphFailureKind kind)
    {
        _teams.Held(JoinUrl, Starts, Ends, FakeMeetings.Record(Maya, (Starts, Ends)));
        _graph.On(part, r => r.Path.EndsWith(part, StringComparison.Ordinal) ? GraphReply.Error(status, code, after) : null);
        var answer = await _meetings.ReadAsync(JoinUrl, Starts, Ends, Never);
        Assert.Null(answer.Value);
        Assert.Equal((kind, code, status), (answer.Failure!.Kind, answer.Failure.Code, answer.Failure.Status));
        if (after is not null) Assert.Equal(after, $"{answer.Failure.RetryAfter.TotalSeconds}");
        // Whatever Teams says of meetings, the calendar goes on.
        Assert.True(_connection[GraphChannel.Calendar].State is { IsUp: true, IsResting: false });
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_waited_for_a_few_answers_long_and_no_longer()
    {
        using var hasty = Connect(new GraphOptions { Calendar = Mailbox, AttendanceReports = Account, Timeout = TimeSpan.FromMilliseconds(300) });
        _teams.Held(JoinUrl, Starts, Ends, FakeMeetings.Record(Maya, (Starts, Ends)));
        _graph.On("attendanceRecords", GraphReply.Never);
        Assert.Equal(new GraphFailure(GraphFailureKind.Unreachable, "timeout"), (await new GraphMeetings(hasty).ReadAsync(JoinUrl, Starts, Ends, Never)).Failure);
        // Each answer in time, and no end of them.
        _graph.On("attendanceReports", r =>
        {
            Thread.Sleep(60);
            return GraphReply.Ok($$"""{"value":[],"@odata.nextLink":"{endpoint}/{{r.Path}}?$skiptoken=1"}""");
        });
        Assert.Equal("timeout", (await new GraphMeetings(hasty).ReadAsync(JoinUrl, Starts, Ends, Never)).Failure!.Code);
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new GraphMeetings(hasty).ReadAsync(JoinUrl, Starts, Ends, gone.Token));
    }

    [Fact]
    public async Task A_list_of_pages_without_an_end_and_one_that_leads_elsewhere_are_given_up()
    {
        _teams.Held(JoinUrl, Starts, Ends, FakeMeetings.Record(Maya, (Starts, Ends)));
        _graph.On("attendanceReports", r => r.Path.EndsWith("attendanceReports", StringComparison.Ordinal) ? GraphReply.Ok($$"""{"value":[],"@odata.nextLink":"{endpoint}/{{r.Path}}?$skiptoken=1"}""") : null);
        Assert.Equal("no-end", (await _meetings.ReadAsync(JoinUrl, Starts, Ends, Never)).Failure!.Code);
        var asked = _graph.Requests.Count;
        _graph.On("attendanceReports", GraphReply.Ok("""{"value":[],"@odata.nextLink":"https://graph.example/v1.0/users"}"""));
        Assert.Equal("foreign-address", (await _meetings.ReadAsync(JoinUrl, Starts, Ends, Never)).Failure!.Code);
        Assert.Equal(asked + 2, _graph.Requests.Count);
    }

    [Fact]
    public void It_is_off_unless_the_district_names_the_account()
    {
        using var without = Connect(new GraphOptions { Calendar = Mailbox });
        Assert.False(new GraphMeetings(without).IsOn);
        using var empty = Connect(new GraphOptions { Calendar = Mailbox, AttendanceReports = " " });
        Assert.False(new GraphMeetings(empty).IsOn);
        Assert.True(_meetings.IsOn);
        Assert.Contains("Graph:AttendanceReports is no id", new GraphOptions { Enabled = true, Calendar = Mailbox, AttendanceReports = Mailbox }.Fault(onLoopback: false), StringComparison.Ordinal);
        Assert.Contains("needs Graph:Calendar", new GraphOptions { Enabled = true, AttendanceReports = Account }.Fault(onLoopback: false), StringComparison.Ordinal);
    }

    private GraphConnection Connect(GraphOptions options) =>
        new(options with { Enabled = true, Endpoint = _graph.Endpoint }, new AppTokens(new FakeCredential(), _clock), _clock, NullLoggerFactory.Instance, onLoopback: true);
}
