using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Graph.Tests;
using SupportBot.Storage;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>Sessions in a calendar through Graph: whatever breaks, there is one event, everybody hears of each thing once, and what people do by hand counts.</summary>
public sealed class SessionCalendarTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_session_becomes_one_event_and_a_seat_more_or_less_changes_the_list_and_nothing_else()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        var (grace, maya, daniel) = (world.MailOf(CalendarWorld.Facilitator), world.MailOf(CalendarWorld.Maya), world.MailOf(CalendarWorld.Daniel));
        Assert.Equal([grace, maya, CalendarWorld.Room], FakeCalendar.AddressesOf(world.Outlook.Only));
        Assert.Equal(world.Bot.Get<TrainingOffer>().Catalogue!.Course("bh-101")!.TitleIn("en"), (string?)world.Outlook.Only["subject"]);
        Assert.True(await world.StandingAsync() is { InStep: true, State: EventState.Kept });

        // Somebody invites a guest in Outlook, who stays whatever happens on the roll.
        world.Outlook.Forward(world.Outlook.Only, "guest@other.example");
        world.Outlook.Told.Clear();
        await world.SeatAsync(CalendarWorld.Daniel);
        await world.WorkAsync();
        Assert.Equal(["attendees"], world.Graph.Requests.Last(r => r.Method == "PATCH").Json.AsObject().Select(m => m.Key).Where(k => k != "@odata.type"));
        Assert.Equal([$"invited {daniel}"], world.Outlook.Told);
        await world.GiveUpAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        Assert.Equal([$"invited {daniel}", $"cancelled {maya}"], world.Outlook.Told);
        Assert.Equal([grace, CalendarWorld.Room, "guest@other.example", daniel], FakeCalendar.AddressesOf(world.Outlook.Only));
        Assert.NotNull(world.Outlook.Only["onlineMeeting"]);

        // In step: nothing is asked any more but what has changed by hand.
        var asked = world.Graph.Of("/events").Count;
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(asked, world.Graph.Of("/events").Count);
        GraphContract.Check(world.Graph);
    }

    [Fact]
    public async Task The_title_of_a_sensitive_course_stands_in_no_calendar()
    {
        await using var world = await CalendarWorld.BuildAsync(course: "eq-3");
        await world.WorkAsync();
        var course = world.Bot.Get<TrainingOffer>().Catalogue!.Course("eq-3")!;
        Assert.True(course.Sensitive);
        Assert.Equal("Staff training", (string?)world.Outlook.Only["subject"]);
        Assert.All(world.Graph.Requests, r => Assert.DoesNotContain(course.SummaryIn("en"), r.Body, StringComparison.Ordinal));
        Assert.All(world.Graph.Requests, r => Assert.DoesNotContain(course.TitleIn("en"), r.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_crash_between_Graphs_answer_and_our_commit_makes_no_second_event_and_tells_nobody_twice()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.SeatAsync(CalendarWorld.Maya);
        Assert.Single(await world.Bot.Get<TrainingEvents>().ClaimAsync(world.Bot.Clock.GetUtcNow(), 10, TimeSpan.FromMinutes(5), Never));
        var roll = (await world.Rolls.FindAsync(world.Session.Id, Never))!;
        Assert.Equal(CalendarResult.Done, (await world.Bot.Get<ISessionCalendar>().PublishAsync(roll.Session, SessionGuests.Of(roll), 1, Never)).Result);
        await world.Bot.RestartAsync();
        // Somebody else got a seat meanwhile.
        await world.SeatAsync(CalendarWorld.Daniel);
        await world.WorkAsync();
        await world.WorkAfterAsync(TimeSpan.FromMinutes(6));
        Assert.Single(world.Outlook.Events);
        Assert.Equal(world.Outlook.Told.Distinct(), world.Outlook.Told);
        Assert.Equal(4, world.Outlook.Told.Count);
        Assert.True((await world.StandingAsync()).InStep);
        GraphContract.Check(world.Graph);
    }

    [Fact]
    public async Task A_move_whose_answer_was_lost_is_told_once()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        world.Outlook.Told.Clear();
        var lost = 0;
        world.Graph.On("/events/", r => r.Method == "PATCH" && Interlocked.Exchange(ref lost, 1) == 0 && world.Outlook.Answer(r) is not null ? GraphReply.Error(504, "GatewayTimeout") : null);
        await world.MoveAsync(TimeSpan.FromDays(1), "Riverbend High, office");
        await world.WorkAsync();
        Assert.False((await world.StandingAsync()).InStep);
        await world.WorkAfterAsync(TimeSpan.FromMinutes(1));
        Assert.True((await world.StandingAsync()) is { InStep: true, Event.Sequence: 1 });
        Assert.Equal(new[] { world.MailOf(CalendarWorld.Facilitator), world.MailOf(CalendarWorld.Maya), CalendarWorld.Room }.Select(a => $"moved {a}").Order(), world.Outlook.Told.Order());
        Assert.Equal("Riverbend High, office", (string?)world.Outlook.Only["location"]!["displayName"]);
    }

    [Fact]
    public async Task A_calendar_that_asks_to_wait_is_left_alone_for_so_long_and_nothing_is_lost()
    {
        await using var world = await CalendarWorld.BuildAsync();
        world.Graph.Next("/events", GraphReply.Error(429, "ApplicationThrottled", "90"));
        await world.WorkAsync();
        var asked = world.Graph.Of($"users/{CalendarWorld.Mailbox}").Count;
        Assert.Empty(world.Outlook.Events);
        await world.WorkAfterAsync(TimeSpan.FromSeconds(89));
        Assert.Equal(asked, world.Graph.Of($"users/{CalendarWorld.Mailbox}").Count);
        await world.WorkAfterAsync(TimeSpan.FromSeconds(2));
        Assert.Single(world.Outlook.Events);
        Assert.True((await world.StandingAsync()).InStep);
        Assert.Empty(world.News);
    }

    [Fact]
    public async Task What_the_calendar_refuses_is_told_to_the_facilitator_once_and_tried_every_hour()
    {
        await using var world = await CalendarWorld.BuildAsync();
        var refuses = true;
        world.Graph.On("/events", r => refuses && r.Method == "POST" ? GraphReply.Error(403, "ErrorAccessDenied") : null);
        await world.WorkAsync();
        Assert.Equal("ErrorAccessDenied", (await world.StandingAsync()).Code);
        await world.WorkAfterAsync(TimeSpan.FromHours(1));
        await world.WorkAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal([$"{CalendarWorld.Facilitator} refused"], world.News);
        refuses = false;
        await world.WorkAfterAsync(TimeSpan.FromHours(1));
        Assert.True(await world.StandingAsync() is { InStep: true, Code: "" });
        Assert.Single(world.Outlook.Events);
    }

    [Fact]
    public async Task An_event_deleted_by_hand_is_told_to_the_facilitator_and_made_anew_only_when_asked()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        world.Outlook.Delete(world.Outlook.Only);
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal([$"{CalendarWorld.Facilitator} deleted"], world.News);
        Assert.Equal(EventState.Deleted, (await world.StandingAsync()).State);
        // The session and its seats stay, and go on without it.
        await world.SeatAsync(CalendarWorld.Daniel);
        await world.WorkAfterAsync(TimeSpan.FromHours(25));
        Assert.Empty(world.Outlook.Events);
        Assert.Equal(SessionState.Scheduled, (await world.NowAsync()).State);
        Assert.Single(world.News);

        world.Outlook.Told.Clear();
        Assert.True(await world.Bot.Get<ITrainingEvents>().AgainAsync(world.Session.Id, Again(world.Session), Never));
        await world.WorkAsync();
        Assert.EndsWith("-2", (string?)world.Outlook.Only["transactionId"], StringComparison.Ordinal);
        Assert.Contains($"invited {world.MailOf(CalendarWorld.Daniel)}", world.Outlook.Told);
        GraphContract.Check(world.Graph);
    }

    [Fact]
    public async Task An_event_that_was_deleted_is_also_found_out_when_something_is_to_be_sent_or_after_a_restart()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.WorkAsync();
        world.Outlook.Delete(world.Outlook.Only);
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        Assert.Equal([$"{CalendarWorld.Facilitator} deleted"], world.News);

        await world.Bot.Get<ITrainingEvents>().AgainAsync(world.Session.Id, Again(world.Session), Never);
        await world.WorkAsync();
        world.Outlook.Delete(world.Outlook.Only);
        await world.Bot.RestartAsync();
        await world.WorkAsync();
        Assert.Equal(2, world.News.Count);
        Assert.Empty(world.Outlook.Events);
    }

    [Fact]
    public async Task A_session_follows_its_event_that_was_moved_by_hand_and_nothing_is_sent_back()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        var patches = world.Graph.Requests.Count(r => r.Method == "PATCH");
        world.Outlook.Told.Clear();
        world.Outlook.Drag(world.Outlook.Only, TimeSpan.FromHours(3));
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2));
        var now = await world.NowAsync();
        Assert.Equal((world.Session.Starts.AddHours(3), world.Session.Ends.AddHours(3), world.Session.ClosesAt.AddHours(3)), (now.Starts, now.Ends, now.ClosesAt));
        Assert.Equal([$"{CalendarWorld.Facilitator} moved"], world.News);
        await world.WorkAfterAsync(TimeSpan.FromMinutes(5));
        Assert.True((await world.StandingAsync()).InStep);
        Assert.Equal(patches, world.Graph.Requests.Count(r => r.Method == "PATCH"));
        Assert.Empty(world.Outlook.Told);
        Assert.Single(world.News);
    }

    [Fact]
    public async Task A_session_follows_its_event_to_another_room_and_whoever_waits_hears_it_once()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WaitAsync(CalendarWorld.Daniel);
        await world.WorkAsync();
        var patches = world.Graph.Requests.Count(r => r.Method == "PATCH");
        world.Outlook.Told.Clear();
        world.Outlook.Place(world.Outlook.Only, " Riverbend High,\n gym ", "gym@district.example");
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2));
        var now = await world.NowAsync();
        Assert.Equal(("Riverbend High, gym", "gym@district.example", world.Session.Starts, world.Session.Ends), (now.Place, now.Room, now.Starts, now.Ends));
        await world.WorkAfterAsync(TimeSpan.FromMinutes(5));
        await world.Bot.RestartAsync();
        await world.WorkAfterAsync(TimeSpan.FromHours(25));
        Assert.Equal([$"{CalendarWorld.Facilitator} placed"], world.News);
        Assert.Single(world.Bot.Told.Lines, l => l.Sentence(world.Bot.Get<Phrasebook>().ForStaff("en")).Contains("it is now at Riverbend High, gym.", StringComparison.Ordinal));
        Assert.Equal([CalendarWorld.Daniel], world.Bot.Told.Sent.Where(s => s.Notice.Kind == NoticeKind.TrainingChanged).Select(s => s.Person));
        Assert.Equal(patches, world.Graph.Requests.Count(r => r.Method == "PATCH"));
        Assert.Empty(world.Outlook.Told);
        Assert.True((await world.StandingAsync()).InStep);
    }

    [Fact]
    public async Task Another_time_and_place_at_once_are_told_in_one_sentence()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.WorkAsync();
        world.Outlook.Place(world.Outlook.Only, "Riverbend High, gym");
        world.Outlook.Drag(world.Outlook.Only, TimeSpan.FromHours(3));
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2));
        var now = await world.NowAsync();
        Assert.Equal(("Riverbend High, gym", CalendarWorld.Room, world.Session.Starts.AddHours(3)), (now.Place, now.Room, now.Starts));
        Assert.Equal([$"{CalendarWorld.Facilitator} moved-and-placed"], world.News);
    }

    [Fact]
    public async Task A_place_that_we_wrote_never_comes_back_as_a_change_by_hand_whatever_the_calendar_puts_behind_it()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        await world.MoveAsync(TimeSpan.Zero, "Riverbend High, office");
        await world.WorkAsync();
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2));
        foreach (var place in new[] { "Riverbend High, office; Microsoft Teams Meeting", "Conference Room A; riverbend high, office", "" })
        {
            world.Outlook.Place(world.Outlook.Only, place);
            await world.WorkAfterAsync(TimeSpan.FromMinutes(2));
            Assert.Equal((place, "Riverbend High, office"), (place, (await world.NowAsync()).Place));
        }

        // What is written here and not sent yet is the newer word.
        world.Outlook.Place(world.Outlook.Only, "Riverbend High, gym");
        await world.MoveAsync(TimeSpan.Zero, "Riverbend High, cafeteria");
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(("Riverbend High, cafeteria", "Riverbend High, cafeteria"), ((await world.NowAsync()).Place, (string?)world.Outlook.Only["location"]!["displayName"]));
        Assert.Empty(world.News);
    }

    [Fact]
    public async Task Whoever_waits_for_a_seat_is_invited_to_nothing_and_hears_from_us_that_it_was_moved()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WaitAsync("daniel-reyes");
        await world.WorkAsync();
        world.Outlook.Drag(world.Outlook.Only, TimeSpan.FromHours(3));
        await world.WorkAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["daniel-reyes"], world.Bot.Told.Sent.Where(s => s.Notice.Kind == NoticeKind.TrainingChanged).Select(s => s.Person));
    }

    [Fact]
    public async Task Whoever_moves_an_event_and_at_once_moves_it_again_is_followed_twice_and_never_moved_back()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        var patches = world.Graph.Requests.Count(r => r.Method == "PATCH");
        world.Outlook.Drag(world.Outlook.Only, TimeSpan.FromHours(3));
        world.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        // One round sees the first move, and before the next one comes the second.
        await world.Bot.Get<CalendarWorker>().RoundAsync(Never);
        Assert.Equal(world.Session.Starts.AddHours(3), (await world.NowAsync()).Starts);
        world.Outlook.Drag(world.Outlook.Only, TimeSpan.FromHours(-1));
        await world.WorkAsync();
        await world.WorkAfterAsync(TimeSpan.FromMinutes(1));
        await world.WorkAsync();
        Assert.Equal(world.Session.Starts.AddHours(2), (await world.NowAsync()).Starts);
        Assert.Equal(patches, world.Graph.Requests.Count(r => r.Method == "PATCH"));
        Assert.True((await world.StandingAsync()).InStep);

        // What is changed here afterwards goes out as ever.
        await world.MoveAsync(TimeSpan.FromDays(1), "Riverbend High, office");
        await world.WorkAsync();
        Assert.Equal(patches + 1, world.Graph.Requests.Count(r => r.Method == "PATCH"));
        Assert.Equal("Riverbend High, office", (string?)world.Outlook.Only["location"]!["displayName"]);
    }

    [Fact]
    public async Task Calling_off_tells_everybody_once_and_an_event_that_was_deleted_meanwhile_holds_up_nothing()
    {
        await using var world = await CalendarWorld.BuildAsync();
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        world.Outlook.Told.Clear();
        await world.CallOffAsync();
        await world.WorkAsync();
        await world.WorkAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(3, world.Outlook.Told.Count);
        Assert.All(world.Outlook.Told, t => Assert.StartsWith("cancelled ", t, StringComparison.Ordinal));
        Assert.True(await world.StandingAsync() is { State: EventState.CalledOff, InStep: true });
        Assert.Empty(world.News);

        await using var other = await CalendarWorld.BuildAsync();
        await other.WorkAsync();
        other.Outlook.Delete(other.Outlook.Only);
        await other.CallOffAsync();
        await other.WorkAsync();
        Assert.True(await other.StandingAsync() is { State: EventState.CalledOff, InStep: true });
    }

    [Fact]
    public async Task Times_are_proposed_when_facilitator_and_room_are_free_and_whom_nobody_can_ask_is_named()
    {
        await using var world = await CalendarWorld.BuildAsync();
        var day = new DateOnly(2026, 12, 1);
        var calendar = world.Bot.Get<SupportBot.Directory.District>().CalendarOf("riverbend-high");
        var noon = calendar.Moment(day, new TimeOnly(12, 0));
        world.Outlook.Busy[world.MailOf(CalendarWorld.Facilitator)] = [(calendar.Moment(day, TimeOnly.MinValue), noon, "oof")];
        world.Outlook.Busy[CalendarWorld.Room] = [(noon, noon.AddHours(1), "busy")];
        var slots = await world.Bot.Get<SessionSlots>().ProposeAsync(new SlotQuestion(60, [CalendarWorld.Facilitator, CalendarWorld.Maya], CalendarWorld.Room, "riverbend-high", day, day), Never);
        Assert.NotEmpty(slots.Slots);
        Assert.All(slots.Slots, s => Assert.True(s.From >= noon.AddHours(1) && s.To <= calendar.Moment(day, calendar.OfficeHoursOn(day)!.Value.Closes)));
        Assert.Equal([CalendarWorld.Maya], slots.Unknown);
        Assert.Null(slots.Trouble);

        // What this program itself has planned counts, also where the calendar does not answer.
        world.Graph.On("getSchedule", GraphReply.Error(500, "down"));
        var on = DateOnly.FromDateTime(calendar.Local(world.Session.Starts));
        var blind = await world.Bot.Get<SessionSlots>().ProposeAsync(new SlotQuestion(60, [CalendarWorld.Facilitator], CalendarWorld.Room, "riverbend-high", on, on) { Most = 20 }, Never);
        Assert.Equal(("down", CalendarResult.Later), (blind.Trouble!.Code, blind.Trouble.Result));
        Assert.Equal([CalendarWorld.Facilitator, CalendarWorld.Room], blind.Unknown);
        Assert.NotEmpty(blind.Slots);
        Assert.DoesNotContain(blind.Slots, s => s.Overlaps(new TimeStretch(world.Session.Starts, world.Session.Ends)));
        GraphContract.Check(world.Graph);
    }

    private static AuditEntry Again(Session session) => new(Guid.Empty, Actor.Program, AuditAction.SessionEventAgain, session.Id.ToString("D"), DateTimeOffset.UnixEpoch);
}
