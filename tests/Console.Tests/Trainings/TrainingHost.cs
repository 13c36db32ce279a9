using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Cases;
using SupportBot.Storage;
using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>The console with the demo trainings and real rolls, on SQLite in a folder of its own.</summary>
internal sealed class TrainingHost : IAsyncDisposable
{
    public const string Facilitator = "dev-patel", Lead = "nadia-rahman", HumanResources = "naomi-fisher", Teacher = "kim-soto";
    public const string Library = "Library";
    public static readonly CancellationToken None = CancellationToken.None;

    private static readonly Lazy<Task<DirectoryInfo>> Ready = new(MakeReadyAsync);
    private readonly DirectoryInfo folder;
    private readonly Store store;
    private readonly ConsoleHost host;

    private TrainingHost(DirectoryInfo folder, Store store, IMeetingReports reports, Action<IServiceCollection>? more)
    {
        (this.folder, this.store, Rolls) = (folder, store, new TrainingRolls(store));
        host = new ConsoleHost(services: s =>
        {
            s.AddSingleton(store).AddSingleton(new TrainingOffer(Demo.Catalogue)).AddSingleton(reports).AddSingleton<ITranscriptBook, TranscriptBook>();
            more?.Invoke(s);
        });
    }

    public TrainingRolls Rolls { get; }

    public Certificates Certificates => new(store);

    public FeedbackBook Feedback => new(store);

    public Accommodations Accommodations => new(store);

    public Outbox Outbox => new(store);

    public TrainingEvents Events => new(store);

    public IEnumerable<string> Files() => folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.Extension != ".lock").Select(f => f.FullName);

    public CheckInSecrets Secrets => new(store);

    /// <summary>Monday, November 23, 2026, 10:07 in Oregon.</summary>
    public FakeTimeProvider Clock => host.Clock;

    public LogLines Logged => host.Logged;

    /// <summary>The same host, for what is not of trainings.</summary>
    public ConsoleHost Console => host;

    /// <param name="reports">Of meetings; null where the district reads none.</param>
    /// <param name="more">Other content than the demo's.</param>
    public static async Task<TrainingHost> StartAsync(IMeetingReports? reports = null, Action<IServiceCollection>? more = null)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("supportbot-console-");
        Copy(await Ready.Value, folder);
        var store = StoreIn(folder);
        await store.StartAsync(None);
        return new TrainingHost(folder, store, reports ?? new NoMeetingReports(), more);
    }

    public Task<Visitor> SignInAsync(string person) => host.SignInAsync(person);

    public Visitor Visit() => host.Visit();

    /// <summary>A moment by the clock of the demo district.</summary>
    public static DateTimeOffset At(string day, string time) => Demo.District.CalendarOf(null).Moment(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>De-escalation basics, an hour and a half in the library of Riverbend High.</summary>
    public async Task<Session> HeldAsync(string day, string time = "14:00", string course = "de-all", int seats = 20, string place = Library, string? school = "riverbend-high", bool online = false, params string[] by)
    {
        var starts = At(day, time);
        var session = new Session
        {
            Id = Guid.NewGuid(), CourseId = course, Starts = starts, Ends = starts.AddMinutes(Demo.Catalogue.Course(course)!.Minutes), Seats = seats, Place = place, SchoolId = school, Online = online,
            FacilitatorIds = by.Length == 0 ? [Facilitator] : by, OpensAt = starts.AddDays(-21), ClosesAt = starts.AddDays(-2),
        };
        await Rolls.AddAsync(session, new AuditEntry(Guid.Empty, Actor.Program, AuditAction.SessionScheduled, session.Id.ToString("D"), Clock.GetUtcNow()), None);
        return session;
    }

    /// <summary>Everybody of them signs up, in this order.</summary>
    public async Task SignUpAsync(Session session, params IEnumerable<string> people)
    {
        foreach (var person in people)
        {
            var result = await Rolls.ActAsync(
                session.Id, person, f => RollEngine.SignUp(f.Roll, new SignUp(person, true, false, Known(session), f.Elsewhere), new RollMoment(session.OpensAt, Demo.Catalogue.Course(session.CourseId)!, Demo.Catalogue.Rules, at => DateOnly.FromDateTime(at.UtcDateTime))),
                _ => RollNews.None, None);
            Assert.Null(result!.Value.Refused);
        }
    }

    /// <summary>The calendar worker has invited, and somebody has deleted the event by hand.</summary>
    public async Task DeleteEventAsync(Session session)
    {
        var item = (await Events.ClaimAsync(Clock.GetUtcNow(), 10, TimeSpan.FromMinutes(1), None)).Single(i => i.SessionId == session.Id);
        await Events.ReleaseAsync(item with { Event = new SessionEvent(CalendarWay.Graph, "E1", "C1", 1, []), Sent = "hash" }, null, []);
        await Events.DeletedAsync(session.Id, "E1", [], new AuditEntry(Guid.Empty, Actor.Program, AuditAction.SessionEventDeleted, session.Id.ToString("D"), Clock.GetUtcNow()));
    }

    public async Task<Roll> RollAsync(Session session) => (await Rolls.FindAsync(session.Id, None))!;

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    // Whatever the course asks for beforehand.
    private static HashSet<string> Known(Session session) => [.. Demo.Catalogue.Course(session.CourseId)!.Prerequisites.SelectMany(p => p)];

    private static async Task<DirectoryInfo> MakeReadyAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("supportbot-console-ready-");
        await using var store = StoreIn(folder);
        await store.StartAsync(None);
        return folder;
    }

    private static Store StoreIn(DirectoryInfo folder) => new(
        new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "db", "supportbot.db")}", Keys = Path.Combine(folder.FullName, "keys") },
        folder.FullName, TimeProvider.System, NullLogger<Store>.Instance, onLoopback: true);

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var inner in from.EnumerateDirectories())
            Copy(inner, OperatingSystem.IsWindows() ? to.CreateSubdirectory(inner.Name) : System.IO.Directory.CreateDirectory(Path.Combine(to.FullName, inner.Name), inner.UnixFileMode));
        foreach (var file in from.EnumerateFiles().Where(f => f.Extension != ".lock")) file.CopyTo(Path.Combine(to.FullName, file.Name));
    }
}
