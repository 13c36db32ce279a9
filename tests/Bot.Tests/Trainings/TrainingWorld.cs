using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Bot.Tests.Trainings;

/// <summary>A bot with sessions of the courses that ship, and staff who write to it in Teams.</summary>
internal sealed class TrainingWorld(RealBot bot, FakeConnector connector) : IAsyncDisposable
{
    public static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>Tuesday, Dec 1, 3:30 PM at Riverbend High.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 12, 1, 23, 30, 0, TimeSpan.Zero);

    public RealBot Bot => bot;

    public FakeConnector Connector => connector;

    public ITrainingRolls Rolls => bot.Get<ITrainingRolls>();

    public static async Task<TrainingWorld> OpenAsync(params (string Key, string Value)[] settings) => new(await RealBot.BuildAsync(settings: settings), await FakeConnector.StartAsync());

    public async Task<Session> AddAsync(string course, DateTimeOffset starts, int seats = 20, string place = "Library", Guid? id = null)
    {
        var session = new Session
        {
            Id = id ?? Guid.NewGuid(), CourseId = course, Starts = starts, Ends = starts.AddHours(2), Seats = seats, Place = place, SchoolId = "riverbend-high", FacilitatorIds = ["grace-whitefeather"],
            OpensAt = starts.AddDays(-21), ClosesAt = starts.AddHours(-1),
        };
        await Rolls.AddAsync(session, new AuditEntry(Guid.Empty, Actor.Program, "training", "", bot.Clock.GetUtcNow()), Never);
        return session;
    }

    public Staff Staff(string person) => new(bot, connector, person);

    /// <summary>What the bot answers to a text: everything it says, cards and texts.</summary>
    public async Task<string> SayAsync(Staff staff, string text)
    {
        var before = connector.Calls.Count;
        await staff.SayAsync(text);
        return Said(staff, before);
    }

    public string Said(Staff staff, int since = 0) => string.Join("\n", connector.Calls.Skip(since).Where(c => c.Path.Contains($"/conversations/{staff.Conversation}/", StringComparison.Ordinal)).Select(c => System.Text.RegularExpressions.Regex.Unescape(c.Body)));

    /// <summary>Sessions to come, in order of their start.</summary>
    public async Task<IReadOnlyList<Session>> SessionsAsync() => [.. (await Rolls.BetweenAsync(bot.Clock.GetUtcNow(), bot.Clock.GetUtcNow().AddDays(300), Never)).Select(l => l.Session)];

    public async Task<EnrolmentState?> StateAsync(Session session, string person) => (await Rolls.FindAsync(session.Id, Never))!.Of(person)?.State;

    public async ValueTask DisposeAsync()
    {
        await connector.DisposeAsync();
        await bot.DisposeAsync();
    }
}
