using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>A facilitator schedules, moves and calls off a workshop by words in Teams. It is Monday, November 16, 2026, 10:07.</summary>
public sealed class ScheduleChatTests
{
    private const string Dev = "dev-patel", Lead = "nadia-rahman", Counselor = "maya-okafor", Sentence = "schedule the trauma workshop next Tuesday at 1pm in the library at Riverbend High for 24 people";
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>Tuesday, November 24, 1:00 PM in Oregon.</summary>
    private static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 21, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_sentence_that_says_it_all_leads_to_the_summary_and_one_yes_writes_it()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var dev = world.Staff(Dev);

        var summary = await world.SayAsync(dev, Sentence);
        Assert.Contains("Shall I schedule this workshop?", summary, StringComparison.Ordinal);
        Assert.Contains("Tuesday, Nov 24, 1:00 PM to 4:00 PM", summary, StringComparison.Ordinal);
        Assert.Contains("Library, Riverbend High School, and online", summary, StringComparison.Ordinal);
        Assert.Contains("I cannot read calendars here", summary, StringComparison.Ordinal);
        Assert.Empty(await world.SessionsAsync());
        var done = await world.SayAsync(dev, "yes");

        var session = Assert.Single(await world.SessionsAsync());
        Assert.Contains("The workshop is scheduled", done, StringComparison.Ordinal);
        Assert.Contains("24, of which 0 taken", done, StringComparison.Ordinal);
        Assert.Equal(("tic-1", "Library", "riverbend-high", "riverbend.library@example.org", 24, true), (session.CourseId, session.Place, session.SchoolId, session.Room, session.Seats, session.Online));
        Assert.Equal((Tuesday, Tuesday.AddHours(3)), (session.Starts, session.Ends));
        Assert.Equal([Dev], session.FacilitatorIds);
        // Another yes is a yes to nothing.
        await world.SayAsync(dev, "yes");
        Assert.Single(await world.SessionsAsync());
    }

    [Theory]
    [InlineData("schedule a workshop at Lincoln", "I know no school or room by that name")]
    [InlineData("schedule an underwater basket weaving workshop at Riverbend High", "I know no training by that name")]
    [InlineData("schedule a restorative practices workshop at Riverbend High next week", "Which one do you mean?")]
    [InlineData("schedule the trauma workshop on Nov 10 at Riverbend High", "Tuesday, Nov 10 has passed")]
    [InlineData("schedule the trauma workshop from dec 11 to dec 1 at Riverbend High", "The last day, Tuesday, Dec 1, is before the first")]
    [InlineData("schedule the trauma workshop on Thanksgiving nov 26 at Riverbend High", "Nobody works on Thursday, Nov 26")]
    [InlineData("schedule the trauma workshop tomorrow at 7pm at Riverbend High", "a workshop fits between 8:00 AM and 4:30 PM")]
    [InlineData("schedule the trauma workshop tomorrow from 3pm to 1pm at Riverbend High", "It ends before it starts")]
    [InlineData("schedule the trauma workshop tomorrow for 12 hours at Riverbend High", "at least 15 minutes and at most 510")]
    [InlineData("schedule the trauma workshop tomorrow for 5 minutes at Riverbend High", "at least 15 minutes and at most 510")]
    [InlineData("schedule the trauma workshop tomorrow with -5 seats at Riverbend High", "at least 1 seat and at most 999")]
    [InlineData("schedule the trauma workshop on dec 8 2030 at Riverbend High", "I plan up to")]
    public async Task What_cannot_be_is_said_at_once_and_nothing_is_lost(string text, string told)
    {
        await using var world = await TrainingWorld.OpenAsync();
        var dev = world.Staff(Dev);
        Assert.Contains(told, await world.SayAsync(dev, text), StringComparison.Ordinal);
        if (text.Contains("trauma", StringComparison.Ordinal)) Assert.Contains("\"value\":\"tic-1\"", dev.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await world.SessionsAsync());
    }

    [Fact]
    public async Task Only_facilitators_and_the_training_lead_schedule_and_only_who_leads_it_changes_it()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        var (maya, dev, lead) = (world.Staff(Counselor), world.Staff(Dev), world.Staff(Lead));
        Assert.Contains("scheduled by those who lead them", await world.SayAsync(maya, "schedule a workshop"), StringComparison.Ordinal);
        Assert.Contains("You lead no workshop", await world.SayAsync(maya, "reschedule the trauma workshop"), StringComparison.Ordinal);
        Assert.Contains("You lead no workshop", await world.SayAsync(dev, "reschedule the trauma workshop"), StringComparison.Ordinal);
        var stranger = new Staff(world.Bot, world.Connector, "stranger", stranger: "Somebody");
        Assert.Contains("is for staff of the district", await world.SayAsync(stranger, "schedule a workshop"), StringComparison.Ordinal);

        // Whatever a conversation asks for, the desk asks who it is.
        var desk = world.Bot.Get<IScheduling>();
        var plan = new SchedulePlan(Guid.NewGuid()) { CourseId = "tic-1", SchoolId = "riverbend-high", RoomId = "library", Minutes = 180, Seats = 9, Starts = Tuesday };
        foreach (var person in world.Bot.Get<District>().People.Select(p => p.Id).Where(p => p is not (Dev or Lead)).Append("nobody"))
        {
            Assert.False(desk.MaySchedule(person));
            Assert.Equal(PlanOutcome.NotAllowed, (await desk.KeepAsync(person, plan, "en", Never)).Outcome);
            if (person != "grace-whitefeather") Assert.NotEqual(PlanOutcome.Done, (await desk.CallOffAsync(person, session.Id, "en", Never)).Outcome);
            if (person != "grace-whitefeather") Assert.Null(await desk.ShowAsync(person, session.Id, "en", Never));
        }

        Assert.Equal(PlanOutcome.NotAllowed, (await desk.CallOffAsync(Dev, session.Id, "en", Never)).Outcome);
        Assert.Equal(PlanOutcome.NotAllowed, (await desk.KeepAsync(Dev, plan with { SessionId = session.Id, IsMove = true }, "en", Never)).Outcome);
        Assert.Equal([session.Id], (await world.SessionsAsync()).Select(s => s.Id));
        Assert.Contains("Shall I call off", await world.SayAsync(lead, "call off the trauma workshop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_is_taken_between_the_summary_and_the_yes_is_told_and_others_are_proposed()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var dev = world.Staff(Dev);
        await world.SayAsync(dev, Sentence);
        await world.AddAsync("bh-101", Tuesday.AddHours(1), place: "library ");

        var said = await world.SayAsync(dev, "yes");

        Assert.Contains("Tuesday, Nov 24, 1:00 PM is not free any more", said, StringComparison.Ordinal);
        Assert.Contains("Take this time", said, StringComparison.Ordinal);
        Assert.Single(await world.SessionsAsync());
        Assert.Contains("Shall I schedule", await world.SayAsync(dev, "1"), StringComparison.Ordinal);
        await world.SayAsync(dev, "yes");
        var sessions = await world.SessionsAsync();
        Assert.Equal(2, sessions.Count);
        Assert.False(sessions[0].Overlaps(sessions[1]));
    }

    [Fact]
    public async Task More_times_are_others_and_the_room_of_another_session_is_not_proposed()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var dev = world.Staff(Dev);
        await world.AddAsync("bh-101", Tuesday.AddHours(-1), place: "Library");
        Assert.Contains("That time is not free for you and the room", await world.SayAsync(dev, "schedule the trauma workshop next Tuesday at 1pm in the library at Riverbend High"), StringComparison.Ordinal);
        var first = await world.SayAsync(dev, "next week");
        Assert.Contains("Monday, Nov 23", first, StringComparison.Ordinal);
        var more = await world.SayAsync(dev, "more times");
        Assert.NotEqual(Times(first), Times(more));
        Assert.Empty(Times(first).Intersect(Times(more)));
        Assert.Contains("First day that suits you", await world.SayAsync(dev, "other days"), StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", await world.SayAsync(dev, "stop"), StringComparison.Ordinal);
        Assert.Single(await world.SessionsAsync());
    }

    [Fact]
    public async Task A_move_and_a_calling_off_tell_everybody_on_the_list_once()
    {
        await using var world = await TrainingWorld.OpenAsync();
        world.Bot.Told.IsOff = false;
        var (dev, maya) = (world.Staff(Dev), world.Staff(Counselor));
        await world.SayAsync(dev, Sentence);
        await world.SayAsync(dev, "yes");
        var session = Assert.Single(await world.SessionsAsync());
        Assert.Contains("You have a seat", await world.SayAsync(maya, "sign me up for the trauma training"), StringComparison.Ordinal);

        var summary = await world.SayAsync(dev, "reschedule the trauma workshop to Dec 1 at 9am");
        Assert.Contains("Shall I move this workshop?", summary, StringComparison.Ordinal);
        Assert.Contains("Seats taken: 1", summary, StringComparison.Ordinal);
        var card = dev.Card;
        await dev.PressAsync(card, "Yes, move it");
        await dev.PressAsync(card, "Yes, move it");
        await world.Bot.WorkAsync();
        var moved = Assert.Single(await world.SessionsAsync());
        Assert.Equal((session.Id, new DateTimeOffset(2026, 12, 1, 17, 0, 0, TimeSpan.Zero), "riverbend.library@example.org"), (moved.Id, moved.Starts, moved.Room));
        Assert.Equal([Counselor], world.Bot.Told.Of(NoticeKind.TrainingChanged, TrainingSubject.Of(session.Id, Counselor)));

        Assert.Contains("Shall I call off", await world.SayAsync(dev, "cancel this workshop"), StringComparison.Ordinal);
        var off = await world.SayAsync(dev, "yes");
        Assert.Contains("The workshop is called off", off, StringComparison.Ordinal);
        await world.SayAsync(dev, "yes");
        await world.Bot.WorkAsync();
        Assert.Equal([Counselor], world.Bot.Told.Of(NoticeKind.TrainingCalledOff, TrainingSubject.Of(session.Id, Counselor)));
        Assert.Equal(SessionState.Cancelled, (await world.Rolls.FindAsync(session.Id, Never))!.Session.State);
        Assert.Contains("You lead no workshop", await world.SayAsync(dev, "call off the trauma workshop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_of_ones_own_is_still_given_up_by_the_same_words()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var trauma = await world.AddAsync("tic-1", TrainingWorld.Tuesday);
        var dev = world.Staff(Dev);
        await world.SayAsync(dev, "schedule bh-101 tomorrow at 9am online");
        await world.SayAsync(dev, "sign me up for the trauma training");
        Assert.Equal(EnrolmentState.Enrolled, await world.StateAsync(trauma, Dev));
        Assert.Contains("You are off the list", await world.SayAsync(dev, "cancel the trauma training"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_and_never_answered_is_found_again_and_a_changed_mind_changes_it()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var desk = world.Bot.Get<IScheduling>();
        var plan = new SchedulePlan(Guid.NewGuid()) { CourseId = "tic-1", SchoolId = "riverbend-high", RoomId = "library", Minutes = 180, Seats = 9, Starts = Tuesday };
        var both = await Task.WhenAll(desk.KeepAsync(Dev, plan, "en", Never), desk.KeepAsync(Dev, plan, "en", Never));
        Assert.All(both, a => Assert.Equal(PlanOutcome.Done, a.Outcome));
        await world.Bot.RestartAsync();

        desk = world.Bot.Get<IScheduling>();
        Assert.Equal(PlanOutcome.Done, (await desk.KeepAsync(Dev, plan, "en", Never)).Outcome);
        Assert.Equal(30, (await desk.KeepAsync(Dev, plan with { Seats = 30 }, "en", Never)).Session!.Plan.Seats);
        Assert.Equal(30, Assert.Single(await world.SessionsAsync()).Seats);
        Assert.Single(await world.Bot.Cases.TimelineAsync(Guid.Empty, Never), a => a.Action == AuditAction.SessionScheduled);
    }

    [Fact]
    public async Task In_Spanish_it_is_all_the_same()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var dev = world.Staff(Dev);
        await world.SayAsync(dev, "español");

        var summary = await world.SayAsync(dev, "programar el taller de trauma el 24 de noviembre a la 1 en la Library de Riverbend High para 24 personas");
        Assert.Contains("¿Programo este taller?", summary, StringComparison.Ordinal);
        Assert.Contains("martes 24 de noviembre", summary, StringComparison.Ordinal);
        Assert.Contains("El taller está programado", await world.SayAsync(dev, "sí"), StringComparison.Ordinal);
        Assert.Equal((Tuesday, 24), Assert.Single(await world.SessionsAsync()) is var session ? (session.Starts, session.Seats) : default);
        Assert.Contains("¿Cambio este taller?", await world.SayAsync(dev, "reprogramar el taller al 1 de diciembre a las 9"), StringComparison.Ordinal);
        Assert.Contains("No se cambió nada", await world.SayAsync(dev, "dejarlo"), StringComparison.Ordinal);
        Assert.Contains("¿Suspendo", await world.SayAsync(dev, "suspender el taller de trauma"), StringComparison.Ordinal);
        Assert.Contains("El taller está suspendido", await world.SayAsync(dev, "sí"), StringComparison.Ordinal);
        Assert.Empty(await world.SessionsAsync());
    }

    [Fact]
    public async Task Danger_comes_first_and_the_plan_goes_on_afterwards()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var dev = world.Staff(Dev);
        await world.SayAsync(dev, Sentence);
        var said = await world.SayAsync(dev, "I want to kill myself");
        Assert.True(said.Contains("988", StringComparison.Ordinal) || said.Contains("911", StringComparison.Ordinal), said);
        Assert.Empty(await world.SessionsAsync());
    }

    private static HashSet<string> Times(string said) => [.. System.Text.RegularExpressions.Regex.Matches(said, @"\w+day, \w+ \d+, \d+:\d\d [AP]M to").Select(m => m.Value)];
}
