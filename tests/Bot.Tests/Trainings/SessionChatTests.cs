using SupportBot.Bot.Channels.Teams;
using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>Check-in and rosters in Teams, over the connector's route and with real rolls.</summary>
public sealed class SessionChatTests
{
    private const string Leader = "grace-whitefeather", Guest = "maya-okafor", HumanResources = "naomi-fisher";

    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>A session that begins in ten minutes, with seats for these.</summary>
    private static async Task<Session> SoonAsync(TrainingWorld world, params string[] people) => await SeatAsync(world, await world.AddAsync("tic-1", world.Bot.Clock.GetUtcNow().AddMinutes(10)), people);

    private static async Task<Session> SeatAsync(TrainingWorld world, Session session, params string[] people)
    {
        var (desk, district) = (world.Bot.Get<SessionDesk>(), world.Bot.Get<District>());
        foreach (var person in people) Assert.NotNull((await desk.SeatAsync(district.Person(Leader)!, session.Id, district.Person(person)!, Never))?.Step);
        return session;
    }

    private static string CodeOf(TrainingWorld world, Session session) =>
        CheckInCode.At(world.Bot.Clock.GetUtcNow(), world.Bot.Get<ICheckInSecrets>().Of(session.Id), world.Bot.Get<TrainingOffer>().Catalogue!.Rules.CodeHolds);

    private static async Task<DateTimeOffset?> InAtAsync(TrainingWorld world, Session session, string person) => (await world.Rolls.FindAsync(session.Id, Never))!.Of(person)?.CheckedInAt;

    [Fact]
    public async Task Whoever_types_the_code_of_the_wall_is_checked_in_and_saying_it_twice_changes_nothing()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await SoonAsync(world, Guest);
        var maya = world.Staff(Guest);
        Assert.Contains("You are checked in", await world.SayAsync(maya, $"check in {CodeOf(world, session).Insert(3, " ")}"), StringComparison.Ordinal);
        var at = await InAtAsync(world, session, Guest);
        Assert.Equal(world.Bot.Clock.GetUtcNow(), at);
        world.Bot.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Contains("You are checked in", await world.SayAsync(maya, $"I am here, code {CodeOf(world, session)}"), StringComparison.Ordinal);
        Assert.Equal(at, await InAtAsync(world, session, Guest));
        Assert.Single(await world.Bot.Cases.TimelineAsync(Guid.Empty, Never), a => a.Action == AuditAction.CheckedIn);
    }

    [Fact]
    public async Task My_trainings_lead_to_the_card_for_the_code_and_a_wrong_one_is_asked_for_again()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await SoonAsync(world, Guest);
        var maya = world.Staff(Guest);
        await world.SayAsync(maya, "my trainings");
        await maya.PressAsync("Check in");
        var form = maya.Card;
        var (_, body) = await maya.FillAsync(form, "Check in", ("f.answer", "000000"));
        Assert.Contains("Answered", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("not the code of a session", maya.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(await InAtAsync(world, session, Guest));
        await maya.FillAsync(maya.Card, "Check in", ("f.answer", CodeOf(world, session)));
        Assert.NotNull(await InAtAsync(world, session, Guest));
        Assert.Contains("You are checked in", world.Said(maya), StringComparison.Ordinal);
        await world.SayAsync(maya, "my trainings");
        Assert.DoesNotContain("\"Check in\"", maya.Card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_early_too_late_and_a_code_of_before_are_told_apart()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await SeatAsync(world, await world.AddAsync("tic-1", world.Bot.Clock.GetUtcNow().AddMinutes(33)), Guest);
        var maya = world.Staff(Guest);
        Assert.Contains("opens at 10:25 AM", await world.SayAsync(maya, "check in"), StringComparison.Ordinal);
        Assert.Contains("opens at 10:25 AM", await world.SayAsync(maya, $"check in {CodeOf(world, session)}"), StringComparison.Ordinal);
        world.Bot.Clock.Advance(TimeSpan.FromMinutes(20));
        var old = CodeOf(world, session);
        world.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("has changed meanwhile", await world.SayAsync(maya, $"check in {old}"), StringComparison.Ordinal);
        world.Bot.Clock.Advance(TimeSpan.FromMinutes(28));
        Assert.Contains("ended at 10:55 AM. Please talk to whoever leads the session", await world.SayAsync(maya, $"check in {CodeOf(world, session)}"), StringComparison.Ordinal);
        Assert.Null(await InAtAsync(world, session, Guest));
    }

    [Fact]
    public async Task The_code_of_a_session_opens_it_for_nobody_without_a_seat_there()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var (session, linh) = (await SoonAsync(world, Guest), world.Staff("linh-tran"));
        Assert.Contains("You have no seat in a session of today", await world.SayAsync(linh, $"check in {CodeOf(world, session)}"), StringComparison.Ordinal);
        var other = await SeatAsync(world, await world.AddAsync("eq-4", world.Bot.Clock.GetUtcNow().AddMinutes(5), place: "Room 2"), "linh-tran");
        Assert.Contains("not the code of a session", await world.SayAsync(linh, $"check in {CodeOf(world, session)}"), StringComparison.Ordinal);
        Assert.Null(await InAtAsync(world, other, "linh-tran"));
        Assert.Null(await InAtAsync(world, session, "linh-tran"));
    }

    [Fact]
    public async Task What_comes_first_is_asked_once_more_at_the_door()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var serial = CertificateSerial.From(new byte[12]);
        await world.Rolls.RecordAsync([new Completion(Guest, "eq-4", new DateOnly(2026, 10, 1), DateOnly.MaxValue, serial)], new AuditEntry(Guid.Empty, Actor.Program, "training", "", world.Bot.Clock.GetUtcNow()), Never);
        var session = await SeatAsync(world, await world.AddAsync("rp-2", world.Bot.Clock.GetUtcNow().AddMinutes(10)), Guest);
        Assert.True(await world.Bot.Get<ICertificateBook>().RevokeAsync(serial, new AuditEntry(Guid.Empty, Actor.Program, "training", "", world.Bot.Clock.GetUtcNow()), Never));
        Assert.Contains("you need: Equity Series 4", await world.SayAsync(world.Staff(Guest), $"check in {CodeOf(world, session)}"), StringComparison.Ordinal);
        var grace = world.Staff(Leader);
        await world.SayAsync(grace, "roster");
        Assert.Contains("Maya Okafor could not be checked in. Another course comes first: Equity Series 4", (await grace.FillAsync(grace.Card, "Let in", ("f.answer", Guest))).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(await InAtAsync(world, session, Guest));
    }

    [Fact]
    public async Task Tries_are_counted_together_with_those_of_the_console()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await SoonAsync(world, Guest);
        var maya = world.Staff(Guest);
        var (checkIns, person) = (world.Bot.Get<CheckInDesk>(), world.Bot.Get<District>().Person(Guest)!);
        for (var i = 0; i < CheckInTries.Most - 1; i++) Assert.Equal(CheckInOutcome.WrongCode, (await checkIns.CheckInAsync(person, "none", Never)).Outcome);
        Assert.Contains("not the code of a session", await world.SayAsync(maya, "check in 000000"), StringComparison.Ordinal);
        Assert.Contains("You have tried many codes", await world.SayAsync(maya, CodeOf(world, session)), StringComparison.Ordinal);
        Assert.Equal(CheckInOutcome.TooOften, (await checkIns.CheckInAsync(person, CodeOf(world, session), Never)).Outcome);
        Assert.Null(await InAtAsync(world, session, Guest));
        world.Bot.Clock.Advance(CheckInTries.Window);
        Assert.Contains("You are checked in", await world.SayAsync(maya, $"check in {CodeOf(world, session)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leads_it_sees_the_roster_and_lets_in_by_hand_whoever_came_late()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await SoonAsync(world, Guest, "linh-tran");
        await world.AddAsync("eq-4", world.Bot.Clock.GetUtcNow().AddDays(5));
        world.Bot.Clock.Advance(TimeSpan.FromMinutes(40));
        var grace = world.Staff(Leader);
        var list = await world.SayAsync(grace, "roster");
        Assert.Contains("Show roster", list, StringComparison.Ordinal);
        await grace.FillAsync(grace.Card, "Show roster", ("f.answer", session.Id.ToString("N")));
        var roster = grace.Card;
        Assert.Contains("2 of 20 seats are taken.", roster.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Not checked in yet: 2", roster.ToJsonString(), StringComparison.Ordinal);
        var before = world.Connector.Calls.Count;
        var (status, body) = await grace.FillAsync(roster, "Let in", ("f.answer", Guest));
        Assert.Equal(200, status);
        Assert.Contains("Maya Okafor is checked in.", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Checked in: 1", body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(before, world.Connector.Calls.Count);
        Assert.NotNull(await InAtAsync(world, session, Guest));
        // Somebody who is on no roll is let in nowhere, and not named.
        Assert.Contains("could not be checked in", (await grace.FillAsync(roster, "Let in", ("f.answer", "daniel-reyes"))).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Daniel", (await grace.PressAsync(roster, "Refresh")).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Linh Tran is checked in", await world.SayAsync(grace, "let in Linh Tran"), StringComparison.Ordinal);
        Assert.Equal(2, (await world.Bot.Cases.TimelineAsync(Guid.Empty, Never)).Count(a => a.Action == AuditAction.CheckedIn && a.Actor == Actor.Staff(Leader)));
    }

    [Theory]
    [InlineData(Leader, true, true)]
    [InlineData("nadia-rahman", true, true)]
    [InlineData(HumanResources, true, false)]
    [InlineData("dev-patel", false, false)]
    [InlineData("linh-tran", false, false)]
    public async Task Who_sees_and_who_lets_in_is_as_in_the_console(string person, bool sees, bool letsIn)
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await SoonAsync(world, Guest);
        var grace = world.Staff(Leader);
        var staff = person == Leader ? grace : world.Staff(person);
        await world.SayAsync(grace, "roster");
        var said = await world.SayAsync(staff, "who is coming to the trauma workshop?");
        Assert.Equal(sees, said.Contains("Maya Okafor", StringComparison.Ordinal));
        Assert.Equal(letsIn, said.Contains("Let in", StringComparison.Ordinal));
        Assert.Equal(!sees, said.Contains("I know no session whose roster I could show you.", StringComparison.Ordinal));

        // Their own chat's seal on somebody else's button changes nothing of it.
        var forged = grace.Card.DeepClone();
        var seal = world.Bot.Get<AnswerSeals>().Seal(staff.Conversation, $"29:{person}");
        foreach (var action in forged["actions"]!.AsArray().Concat(forged["body"]!.AsArray().SelectMany(b => b!["actions"]?.AsArray() ?? [])))
            if (action!["data"] is { } data) data["s"] = seal;
        await staff.FillAsync(forged, "Let in", ("f.answer", Guest));
        Assert.Equal(letsIn, await InAtAsync(world, session, Guest) is not null);
    }

    [Fact]
    public async Task In_a_channel_nobody_is_named_whoever_asks()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await SoonAsync(world, Guest);
        var grace = world.Staff(Leader);
        foreach (var text in new[] { "roster", "who is coming to my workshop", "let in Maya Okafor" })
            foreach (var place in new[] { "channel", "groupChat" })
                await grace.SayAsync(text, conversationType: place);
        Assert.DoesNotContain("Okafor", world.Said(grace), StringComparison.Ordinal);
        await world.Staff(Guest).SayAsync($"check in {CodeOf(world, session)}", conversationType: "channel");
        Assert.Null(await InAtAsync(world, session, Guest));
    }

    [Fact]
    public async Task A_roster_links_to_the_page_that_its_reader_may_open()
    {
        await using var world = await TrainingWorld.OpenAsync(("Teams:PublicAddress", "https://support.example.org"));
        var session = await SoonAsync(world, Guest);
        Assert.Contains($"https://support.example.org/console/training/sessions/{session.Id:D}/roll", await world.SayAsync(world.Staff(Leader), "roster"), StringComparison.Ordinal);
        var hr = await world.SayAsync(world.Staff(HumanResources), "roster");
        Assert.Contains($"https://support.example.org/console/training/sessions/{session.Id:D}\"", hr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Spanish_it_is_all_the_same()
    {
        await using var world = await TrainingWorld.OpenAsync();
        var session = await SoonAsync(world, Guest);
        var (maya, grace) = (world.Staff(Guest), world.Staff(Leader));
        (maya.Locale, grace.Locale) = ("es-MX", "es-MX");
        Assert.Contains("Tu asistencia está registrada", await world.SayAsync(maya, $"registrar mi asistencia {CodeOf(world, session)}"), StringComparison.Ordinal);
        Assert.Contains("Con asistencia registrada: 1", await world.SayAsync(grace, "¿quién viene a mi taller?"), StringComparison.Ordinal);
    }
}
