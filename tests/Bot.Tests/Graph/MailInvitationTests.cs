using System.Text;
using Ical.Net;
using Microsoft.Extensions.Configuration;
using SupportBot.Bot.Calendars;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Graph.Tests;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>The same without a calendar that can be written: iCalendar invitations by mail, or nothing where there is no mail.</summary>
public sealed class MailInvitationTests
{
    [Fact]
    public async Task Each_guest_gets_one_invitation_an_update_when_it_moves_and_a_cancellation_for_themselves_alone()
    {
        await using var world = await CalendarWorld.BuildAsync(inGraph: false);
        Assert.Equal(CalendarWay.Mail, world.Bot.Get<ISessionCalendar>().Way);
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        var (grace, maya, daniel) = (world.MailOf(CalendarWorld.Facilitator), world.MailOf(CalendarWorld.Maya), world.MailOf(CalendarWorld.Daniel));
        Assert.Equal([$"REQUEST 0 {grace}", $"REQUEST 0 {maya}"], Sent(world));

        await world.SeatAsync(CalendarWorld.Daniel);
        await world.WorkAsync();
        Assert.Equal([$"REQUEST 0 {daniel}"], Sent(world)[2..]);
        await world.MoveAsync(TimeSpan.FromDays(1));
        await world.WorkAsync();
        Assert.Equal([$"REQUEST 1 {grace}", $"REQUEST 1 {maya}", $"REQUEST 1 {daniel}"], Sent(world)[3..]);
        await world.GiveUpAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        Assert.Equal([$"CANCEL 1 {maya}"], Sent(world)[6..]);
        await world.CallOffAsync();
        await world.WorkAsync();
        Assert.Equal([$"CANCEL 2 {grace}", $"CANCEL 2 {daniel}"], Sent(world)[7..]);
        await world.WorkAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal(9, Sent(world).Count);
        Assert.Single(Invitations(world).Select(i => i.Event.Uid).Distinct());
        Assert.True(await world.StandingAsync() is { State: EventState.CalledOff, InStep: true });
        Assert.Empty(world.Outlook.Events);
        GraphContract.Check(world.Graph);
    }

    [Fact]
    public async Task An_invitation_says_when_and_where_and_names_nobody_else_and_no_sensitive_title()
    {
        await using var world = await CalendarWorld.BuildAsync(inGraph: false, course: "eq-3");
        await world.SeatAsync(CalendarWorld.Maya);
        await world.WorkAsync();
        var (_, to, made) = Invitations(world)[1];
        Assert.Equal(world.MailOf(CalendarWorld.Maya), to);
        Assert.Equal((world.Session.Starts.UtcDateTime, world.Session.Ends.UtcDateTime, "Riverbend High, library", "Staff training"), (made.DtStart!.AsUtc, made.DtEnd!.AsUtc, made.Location, made.Summary));
        Assert.Equal($"mailto:{to}", Assert.Single(made.Attendees).Value!.ToString());
        Assert.Equal($"mailto:{GraphWorld.Mailbox}", made.Organizer!.Value!.ToString());
        var course = world.Bot.Get<TrainingOffer>().Catalogue!.Course("eq-3")!;
        foreach (var mail in world.Graph.Of("sendMail"))
        {
            var all = mail.Body + Encoding.UTF8.GetString(Convert.FromBase64String((string)mail.Json["Message"]!["attachments"]![0]!["contentBytes"]!));
            Assert.DoesNotContain(course.TitleIn("en"), all, StringComparison.Ordinal);
            Assert.DoesNotContain("Whitefeather", all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Mail_that_asks_to_wait_goes_on_where_it_was_and_nobody_gets_two()
    {
        await using var world = await CalendarWorld.BuildAsync(inGraph: false);
        await world.SeatAsync(CalendarWorld.Maya);
        await world.SeatAsync(CalendarWorld.Daniel);
        var count = 0;
        world.Graph.On("sendMail", _ => Interlocked.Increment(ref count) == 2 ? GraphReply.Error(429, "ApplicationThrottled", "30") : null);
        await world.WorkAsync();
        await world.WorkAfterAsync(TimeSpan.FromSeconds(29));
        Assert.Equal(2, count);
        await world.WorkAfterAsync(TimeSpan.FromSeconds(2));
        // The second was refused and sent again; all others once.
        Assert.Equal(4, count);
        Assert.True((await world.StandingAsync()) is { InStep: true, Event.Guests.Count: 3 });
    }

    [Fact]
    public async Task An_address_that_takes_no_mail_holds_up_nobody_else()
    {
        await using var world = await CalendarWorld.BuildAsync(inGraph: false);
        await world.SeatAsync(CalendarWorld.Maya);
        world.Graph.Next("sendMail", GraphReply.Error(400, "ErrorInvalidRecipients"));
        await world.WorkAsync();
        Assert.Equal(2, world.Graph.Of("sendMail").Count);
        Assert.True((await world.StandingAsync()).InStep);
    }

    [Fact]
    public async Task A_district_without_Graph_sends_the_same_by_its_own_mail_server_and_a_mail_programme_sees_the_invitation()
    {
        await using var server = new FakeSmtp();
        await using var bot = await RealBot.BuildAsync("Development", Smtp(server));
        Assert.Equal(CalendarWay.Mail, bot.Get<ISessionCalendar>().Way);
        var (calendar, session) = (bot.Get<ISessionCalendar>(), SessionIn(bot));
        var made = (await calendar.PublishAsync(session, [CalendarWorld.Maya], 1, CancellationToken.None)).Event!;
        var told = await calendar.AttendeesAsync(made, session, [CalendarWorld.Maya], CancellationToken.None);
        Assert.Equal((CalendarResult.Done, ""), (told.Result, told.Code));
        Assert.True(told.Event!.Invites([CalendarWorld.Maya]));
        var (to, message) = Assert.Single(server.Taken);
        Assert.Equal("maya.okafor@example.org", to);
        Assert.Contains("Content-Type: multipart/alternative", message, StringComparison.Ordinal);
        Assert.Matches("Content-Type: text/calendar;[^\r]*method=REQUEST", message.Replace("\r\n\t", " ", StringComparison.Ordinal));
        Assert.Contains("UID:", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_that_refuses_an_address_or_is_down_gives_values_and_rests()
    {
        await using var server = new FakeSmtp { Refuses = to => to.StartsWith("maya", StringComparison.Ordinal) ? "550 no such user" : "451 later" };
        await using var bot = await RealBot.BuildAsync("Development", Smtp(server));
        var (calendar, session) = (bot.Get<ISessionCalendar>(), SessionIn(bot));
        var made = new SessionEvent(CalendarWay.Mail, "1@district.example", "", 0, []);
        Assert.Equal((CalendarResult.Done, "no-mailbox"), await AskAsync(CalendarWorld.Maya));
        Assert.Equal((CalendarResult.Later, "smtp-451"), await AskAsync(CalendarWorld.Daniel));
        Assert.True(calendar.Rests);
        Assert.Equal((CalendarResult.Later, "resting"), await AskAsync(CalendarWorld.Daniel));
        bot.Clock.Advance(TimeSpan.FromSeconds(31));
        await server.DisposeAsync();
        Assert.Equal((CalendarResult.Later, "no-answer"), await AskAsync(CalendarWorld.Daniel));
        Assert.Empty(server.Taken);

        async Task<(CalendarResult, string)> AskAsync(string person) => await calendar.AttendeesAsync(made, session, [person], CancellationToken.None) is var answer ? (answer.Result, answer.Code) : default;
    }

    [Theory]
    [InlineData("Smtp:From", "trainings", "Smtp:From")]
    [InlineData("Smtp:Port", "0", "Smtp:Port")]
    [InlineData("Smtp:Security", "none", "Smtp:Security")]
    [InlineData("Smtp:Security", "ssl", "Smtp:Security")]
    [InlineData("Smtp:User", "bot", "Smtp:Password")]
    [InlineData("Smtp:Timeout", "soon", "section Smtp")]
    public void A_wrong_setting_of_the_mail_server_is_named(string key, string value, string named)
    {
        var settings = new Dictionary<string, string?> { ["Smtp:Host"] = "mail.district.example", ["Smtp:From"] = "trainings@district.example", [key] = value };
        Assert.Contains(named, CalendarSetup.Fault(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()), StringComparison.Ordinal);
        Assert.Null(CalendarSetup.Fault(new ConfigurationBuilder().Build()));
    }

    [Fact]
    public async Task Without_mail_and_Graph_sessions_stand_here_alone_and_what_is_on_is_logged_at_start()
    {
        await using var bot = await RealBot.BuildAsync();
        Assert.Equal(CalendarWay.None, bot.Get<ISessionCalendar>().Way);
        var starts = bot.Clock.GetUtcNow().AddDays(7);
        var session = SessionIn(bot);
        await bot.Get<ITrainingRolls>().AddAsync(session, new AuditEntry(Guid.Empty, Actor.Program, "training", "", bot.Clock.GetUtcNow()), CancellationToken.None);
        Assert.False(await bot.Get<CalendarWorker>().RoundAsync(CancellationToken.None));
        var busy = await bot.Get<ISessionCalendar>().BusyAsync([CalendarWorld.Facilitator], null, starts.AddDays(-1), starts.AddDays(1), CancellationToken.None);
        Assert.Equal([new TimeStretch(session.Starts, session.Ends)], busy.Times);
        Assert.Equal([CalendarWorld.Facilitator], busy.Unknown);
        await bot.StartAsync();
        Assert.Single(bot.Logged.Written, l => l.StartsWith("Sessions of trainings go to calendars by: None", StringComparison.Ordinal));
    }

    private static Session SessionIn(RealBot bot)
    {
        var starts = bot.Clock.GetUtcNow().AddDays(7);
        return new Session
        {
            Id = Guid.NewGuid(), CourseId = "bh-101", Starts = starts, Ends = starts.AddHours(1), Seats = 5, Place = "Library", FacilitatorIds = [CalendarWorld.Facilitator], OpensAt = starts.AddDays(-9), ClosesAt = starts.AddDays(-1),
        };
    }

    private static (string Key, string Value)[] Smtp(FakeSmtp server) => [("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{server.Port}"), ("Smtp:From", "trainings@district.example"), ("Smtp:Security", "none")];

    private static List<string> Sent(CalendarWorld world) => [.. Invitations(world).Select(i => $"{i.Method} {i.Event.Sequence} {i.To}")];

    private static List<(string Method, string To, Ical.Net.CalendarComponents.CalendarEvent Event)> Invitations(CalendarWorld world) =>
    [
        .. world.Graph.Of("sendMail").Where(r => r.Json["Message"]!["attachments"] is not null).Select(r =>
        {
            var message = r.Json["Message"]!;
            var file = message["attachments"]![0]!;
            var calendar = Calendar.Load(Encoding.UTF8.GetString(Convert.FromBase64String((string)file["contentBytes"]!)))!;
            Assert.Contains($"method={calendar.Method}", (string?)file["contentType"], StringComparison.Ordinal);
            return (calendar.Method!, (string)message["toRecipients"]![0]!["emailAddress"]!["address"]!, Assert.Single(calendar.Events));
        }),
    ];
}
