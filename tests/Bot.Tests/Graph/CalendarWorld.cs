using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Graph.Tests;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>The application with a calendar behind Graph, and one session in it.</summary>
internal sealed class CalendarWorld : IAsyncDisposable
{
    public const string Mailbox = "trainings@district.example", Room = "library@district.example", Facilitator = "grace-whitefeather", Maya = "maya-okafor", Daniel = "daniel-reyes";
    private static readonly CancellationToken Never = CancellationToken.None;

    private CalendarWorld(GraphWorld world, FakeCalendar outlook) => (World, Outlook) = (world, outlook);

    public GraphWorld World { get; }

    public RealBot Bot => World.Bot;

    public FakeGraph Graph => World.Graph;

    public FakeCalendar Outlook { get; }

    public ITrainingRolls Rolls => Bot.Get<ITrainingRolls>();

    /// <summary>Two weeks from now, 9:00 in Oregon.</summary>
    public Session Session { get; private set; } = null!;

    /// <param name="inGraph">False: no mailbox is named for the calendar, and invitations go by mail.</param>
    public static async Task<CalendarWorld> BuildAsync(bool inGraph = true, string course = "bh-101", params (string Key, string Value)[] settings)
    {
        var world = await GraphWorld.BuildAsync(inGraph ? [("Graph:Calendar", Mailbox), .. settings] : settings);
        world.Bot.Told.IsOff = false;
        var made = new CalendarWorld(world, FakeCalendar.On(world.Graph, Mailbox));
        var starts = new DateTimeOffset(2026, 11, 30, 17, 0, 0, TimeSpan.Zero);
        made.Session = new Session
        {
            Id = Guid.NewGuid(), CourseId = course, Starts = starts, Ends = starts.AddHours(2), Seats = 20, Place = "Riverbend High, library", Room = Room, SchoolId = "riverbend-high", Online = true,
            FacilitatorIds = [Facilitator], OpensAt = starts.AddDays(-21), ClosesAt = starts.AddDays(-2),
        };
        await made.Rolls.AddAsync(made.Session, new AuditEntry(Guid.Empty, Actor.Program, "training", "", world.Bot.Clock.GetUtcNow()), Never);
        return made;
    }

    public string MailOf(string person) => Bot.Get<District>().Person(person)!.Mail;

    public RollMoment Moment()
    {
        var catalogue = Bot.Get<TrainingOffer>().Catalogue!;
        return new RollMoment(Bot.Clock.GetUtcNow(), catalogue.Course(Session.CourseId)!, catalogue.Rules, at => DateOnly.FromDateTime(at.UtcDateTime));
    }

    public Task SeatAsync(string person) => ActAsync(r => RollEngine.Add(r, new SignUp(person, true, false, new HashSet<string>(), [], Waived: true), Moment()));

    /// <summary>Everybody who has a seat keeps it, no other is free, and this person waits.</summary>
    public async Task WaitAsync(string person)
    {
        await ActAsync(r => RollEngine.Change(r, r.Session with { Seats = r.Enrolments.Count(e => e.HoldsSeat) }, Moment()));
        await ActAsync(r => RollEngine.SignUp(r, new SignUp(person, true, false, new HashSet<string>(), [], Waived: true), Moment()));
    }

    public Task GiveUpAsync(string person) => ActAsync(r => RollEngine.Cancel(r, person, Moment()));

    public Task MoveAsync(TimeSpan by, string place = "Riverbend High, library") =>
        ActAsync(r => RollEngine.Change(r, r.Session with { Starts = r.Session.Starts + by, Ends = r.Session.Ends + by, Place = place }, Moment()));

    public Task CallOffAsync() => ActAsync(RollEngine.CallOff);

    public async Task<Session> NowAsync() => (await Rolls.FindAsync(Session.Id, Never))!.Session;

    public async Task<EventStanding> StandingAsync() => (await Bot.Get<ITrainingEvents>().FindAsync(Session.Id, Never))!;

    /// <summary>Everything that is due at this moment is done.</summary>
    public async Task WorkAsync()
    {
        while (await Bot.Get<CalendarWorker>().RoundAsync(Never)) { }
        await Bot.WorkAsync();
    }

    public async Task WorkAfterAsync(TimeSpan time)
    {
        Bot.Clock.Advance(time);
        await WorkAsync();
    }

    /// <summary>Who was told of what about the event.</summary>
    public IReadOnlyList<string> News => [.. Bot.Told.Sent.Where(s => s.Notice.Kind == NoticeKind.SessionEvent).Select(s => $"{s.Person} {s.Notice.Subject.Split(':')[0]}")];

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private async Task ActAsync(Func<Roll, RollResult> act)
    {
        var result = await Rolls.ActAsync(Session.Id, Facilitator, f => act(f.Roll), _ => RollNews.None, Never);
        Assert.Null(result!.Value.Refused);
    }
}
