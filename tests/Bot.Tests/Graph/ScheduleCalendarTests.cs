using SupportBot.Bot.Tests.Teams;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Graph.Tests;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>A workshop that is scheduled in the chat, with the calendars behind Graph over HTTP. It is Monday, November 16, 2026.</summary>
public sealed class ScheduleCalendarTests
{
    private const string Dev = "dev-patel", Room = "riverbend.library@example.org", Sentence = "schedule the trauma workshop next Tuesday at 1pm in the library at Riverbend High";

    [Fact]
    public async Task One_yes_makes_one_event_with_an_online_meeting_and_a_move_and_a_calling_off_are_told_once()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.CallOffAsync();
        await world.WorkAsync();
        Free(world);
        var dev = new Staff(world.Bot, world.World.Connector, Dev);
        await dev.SayAsync(Sentence);
        var summary = dev.Card;
        world.Outlook.Told.Clear();
        await dev.PressAsync(summary, "Yes, schedule it");
        Assert.Contains("goes out now", dev.Card.ToJsonString(), StringComparison.Ordinal);
        await dev.PressAsync(summary, "Yes, schedule it");
        await world.WorkAsync();
        await world.Bot.RestartAsync();
        await world.WorkAsync();

        Assert.NotNull(world.Outlook.Only["onlineMeeting"]);
        Assert.Equal([world.MailOf(Dev), Room], FakeCalendar.AddressesOf(world.Outlook.Only));
        Assert.Equal([$"invited {world.MailOf(Dev)}", $"invited {Room}"], world.Outlook.Told);

        // Its own event is not in the way of the session that is moved by an hour.
        var starts = new DateTimeOffset(2026, 11, 24, 21, 0, 0, TimeSpan.Zero);
        foreach (var who in new[] { world.MailOf(Dev), Room }) world.Outlook.Busy[who] = [(starts, starts.AddHours(3), "busy")];
        world.Outlook.Told.Clear();
        await dev.SayAsync("reschedule the trauma workshop to nov 24 at noon");
        await dev.PressAsync("Yes, move it");
        await world.WorkAsync();
        Assert.Equal([$"moved {world.MailOf(Dev)}", $"moved {Room}"], world.Outlook.Told);
        world.Outlook.Told.Clear();
        await dev.SayAsync("call off the trauma workshop");
        await dev.SayAsync("yes");
        await world.WorkAsync();
        Assert.Equal([$"cancelled {world.MailOf(Dev)}", $"cancelled {Room}"], world.Outlook.Told);
        Assert.Empty(world.Outlook.Events);
        GraphContract.Check(world.Graph);
    }

    [Fact]
    public async Task Whoever_is_busy_is_not_asked_to_come_and_whom_nobody_knows_is_named()
    {
        await using var world = await CalendarWorld.BuildAsync();
        var calendar = world.Bot.Get<District>().CalendarOf("riverbend-high");
        var at = calendar.Moment(new DateOnly(2026, 11, 24), new TimeOnly(15, 0));
        world.Outlook.Busy[world.MailOf(Dev)] = [(at, at.AddHours(1), "busy")];
        var dev = new Staff(world.Bot, world.World.Connector, Dev);

        await dev.SayAsync(Sentence);

        var card = dev.Card.ToJsonString();
        Assert.Contains("That time is not free for you and the room", card, StringComparison.Ordinal);
        Assert.Contains("The calendar does not tell when these are busy: Library", card, StringComparison.Ordinal);
        Assert.DoesNotContain("1:00 PM to", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task A_calendar_that_does_not_answer_is_waited_for_three_seconds_and_no_longer(int status)
    {
        await using var world = await CalendarWorld.BuildAsync();
        world.Graph.On("getSchedule", status == 0 ? GraphReply.Never : GraphReply.Error(status, "busy", "60"));
        var dev = new Staff(world.Bot, world.World.Connector, Dev);
        var question = new SlotQuestion(60, [Dev], Room, "riverbend-high", new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 24)) { Patience = TimeSpan.FromMilliseconds(200) };
        var found = await world.Bot.Get<SessionSlots>().ProposeAsync(question, CancellationToken.None);
        Assert.Equal(CalendarResult.Later, found.Trouble!.Result);
        Assert.Equal([Dev, Room], found.Unknown);
        Assert.NotEmpty(found.Slots);
        await dev.SayAsync(Sentence);
        Assert.Contains("I could not look at the calendars just now", dev.Card.ToJsonString(), StringComparison.Ordinal);
    }

    private static void Free(CalendarWorld world)
    {
        foreach (var who in new[] { world.MailOf(Dev), Room }) world.Outlook.Busy[who] = [];
    }
}
