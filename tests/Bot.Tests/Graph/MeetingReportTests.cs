using System.Net;
using SupportBot.Bot.Tests.StaffConsole;
using SupportBot.Console;
using SupportBot.Graph.Tests;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>From the event that was published to the roll that is closed: the meeting's report over HTTP, on the page.</summary>
public sealed class MeetingReportTests
{
    private const string Account = "00000000-0000-0000-0000-0000000000c1", Button = "Take the minutes from the meeting's report";
    private static readonly CancellationToken Never = CancellationToken.None;

    private static Task<CalendarWorld> BuildAsync() => CalendarWorld.BuildAsync(settings: ("Graph:AttendanceReports", Account));

    private static string JoinUrl(CalendarWorld world) => (string)world.Outlook.Only["onlineMeeting"]!["joinUrl"]!;

    [Fact]
    public async Task The_minutes_of_the_meeting_are_on_the_page_and_on_the_roll_once_it_is_closed()
    {
        await using var world = await BuildAsync();
        var teams = FakeMeetings.On(world.Graph, Account);
        await world.SeatAsync(CalendarWorld.Maya);
        await world.SeatAsync(CalendarWorld.Daniel);
        await world.WorkAsync();
        var (from, to) = (world.Session.Starts, world.Session.Ends);
        var (maya, daniel) = (world.MailOf(CalendarWorld.Maya).ToUpperInvariant(), world.MailOf(CalendarWorld.Daniel));
        // Two hours: Maya by two devices and again after a break, there before it began and when it was over; Daniel for a while; a guest, and somebody of the directory without a seat.
        teams.Held(
            JoinUrl(world), from.AddMinutes(-15), from.AddMinutes(70), FakeMeetings.Record(maya, (from.AddMinutes(-15), from.AddMinutes(60)), (from.AddMinutes(30), from.AddMinutes(70))), FakeMeetings.Record(daniel, (from.AddMinutes(20), from.AddMinutes(50))),
            FakeMeetings.Record("guest@other.example", (from, to)), FakeMeetings.Record(null, (from, to)), FakeMeetings.Record(world.MailOf(GraphWorld.Principal), (from, to)));
        teams.Held(JoinUrl(world), from.AddMinutes(80), to.AddMinutes(10), FakeMeetings.Record(maya.ToLowerInvariant(), (from.AddMinutes(80), to.AddMinutes(10))));
        world.Bot.Clock.Advance(to - world.Bot.Clock.GetUtcNow());

        using var desk = await Desk.SitDownAsync(await world.Bot.StartAsync(), CalendarWorld.Facilitator);
        var logged = world.Bot.Logged.Written.Count;
        await desk.GoAsync($"/console/training/sessions/{world.Session.Id:D}/roll");
        await desk.PressAsync(Button);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Equal(("110", "30"), (desk.Page.QuerySelector($"#min-{CalendarWorld.Maya}")!.GetAttribute("value"), desk.Page.QuerySelector($"#min-{CalendarWorld.Daniel}")!.GetAttribute("value")));
        Assert.Contains("the minutes of 2 people are filled in below. Nothing is closed yet. 1 person of the directory was there without a seat.", desk.Text, StringComparison.Ordinal);
        Assert.Contains(world.Bot.Logged.Written.Skip(logged), l => l.Contains($"The meeting's report of session {world.Session.Id}: Read", StringComparison.Ordinal));
        foreach (var part in new[] { maya, daniel, "guest@", "Name of a person", "meetup" }) Assert.DoesNotContain(world.Bot.Logged.Written.Skip(logged), l => l.Contains(part, StringComparison.OrdinalIgnoreCase));

        await desk.PressAsync("Close the roll", ("sure", "yes"));
        var roll = (await world.Rolls.FindAsync(world.Session.Id, Never))!;
        Assert.Equal((SessionState.Held, 110, 30), (roll.Session.State, roll.Of(CalendarWorld.Maya)!.Minutes, roll.Of(CalendarWorld.Daniel)!.Minutes));
        GraphContract.Check(world.Graph);
    }

    [Fact]
    public async Task Whatever_Graph_says_instead_of_a_report_is_a_value()
    {
        await using var world = await BuildAsync();
        var teams = FakeMeetings.On(world.Graph, Account);
        var reports = world.Bot.Get<IMeetingReports>();
        async Task<(MeetingOutcome, int)> ReadAsync() => await reports.ReadAsync(world.Session, Never) is var reading ? (reading.Outcome, (int)reading.After.TotalSeconds) : default;
        // No event yet, then no meeting of that address, then no report.
        Assert.Equal((MeetingOutcome.NoMeeting, 0), await ReadAsync());
        await world.WorkAsync();
        Assert.Equal((MeetingOutcome.NoMeeting, 0), await ReadAsync());
        teams.Planned(JoinUrl(world));
        Assert.Equal((MeetingOutcome.NotYet, 0), await ReadAsync());
        world.Graph.Next("attendanceReports", GraphReply.Error(403, "Forbidden"), GraphReply.Error(503, "ServiceUnavailable"), GraphReply.Error(429, "TooManyRequests", "40"));
        Assert.Equal((MeetingOutcome.NotAllowed, 0), await ReadAsync());
        Assert.Equal((MeetingOutcome.Down, 0), await ReadAsync());
        Assert.Equal((MeetingOutcome.Busy, 40), await ReadAsync());
        // Nothing is asked while Graph has asked to wait.
        var asked = world.Graph.Of("onlineMeetings").Count;
        world.Bot.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((MeetingOutcome.Busy, 30), await ReadAsync());
        Assert.Equal(asked, world.Graph.Of("onlineMeetings").Count);
        world.Bot.Clock.Advance(TimeSpan.FromSeconds(31));
        teams.Held(JoinUrl(world), world.Session.Starts, world.Session.Ends);
        Assert.Equal((MeetingOutcome.Read, 0), await ReadAsync());

        // An event without a meeting, and one that somebody has deleted.
        world.Graph.On("/events/", r => r.Method == "GET" ? GraphReply.Ok("""{"id":"E1","changeKey":"C9","start":{"dateTime":"2026-11-30T17:00:00","timeZone":"UTC"},"end":{"dateTime":"2026-11-30T19:00:00","timeZone":"UTC"}}""") : null);
        Assert.Equal((MeetingOutcome.NoMeeting, 0), await ReadAsync());
        world.Graph.On("/events/", GraphReply.Error(404, "ErrorItemNotFound"));
        Assert.Equal((MeetingOutcome.NoMeeting, 0), await ReadAsync());
        Assert.Equal(SessionState.Scheduled, (await world.NowAsync()).State);
    }

    [Fact]
    public async Task Without_the_setting_nothing_of_meetings_is_asked()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.WorkAsync();
        var reports = world.Bot.Get<IMeetingReports>();
        Assert.False(reports.IsOn);
        Assert.Equal(MeetingOutcome.NotSetUp, (await reports.ReadAsync(world.Session, Never)).Outcome);
        Assert.Empty(world.Graph.Of("onlineMeetings"));
    }
}
