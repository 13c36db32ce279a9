using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Storage;

namespace SupportBot.Bot.Tests;

/// <summary>
/// The application as it is put together for a district, on SQLite in a folder of its own, with a clock that only the test moves.
/// Its workers go round when the test says so.
/// </summary>
internal sealed class RealBot : IAsyncDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 18, 7, 0, TimeSpan.Zero);
    private static readonly Lazy<Task<DirectoryInfo>> Ready = new(MakeReadyAsync);
    private readonly DirectoryInfo _folder;
    private readonly Func<Task<WebApplication>> _build;
    private bool _started;

    private RealBot(DirectoryInfo folder, WebApplication app, Func<Task<WebApplication>> build) => (_folder, App, _build) = (folder, app, build);

    public WebApplication App { get; private set; }

    /// <summary>A Monday in term, 10:07 in Oregon.</summary>
    public FakeTimeProvider Clock { get; private init; } = null!;

    /// <summary>Who was told beside the console, in order.</summary>
    public Messenger Told { get; private init; } = null!;

    /// <summary>The counselor's own chat, and what was told there.</summary>
    public Line Teams { get; private init; } = null!;

    /// <summary>Every line that was logged, at every level.</summary>
    public LogLines Logged { get; private init; } = null!;

    public ICaseBook Cases => Get<ICaseBook>();

    public static Task<RealBot> BuildAsync(string environment = "Development", params (string Key, string Value)[] settings) => BuildAsync(_ => { }, environment, settings);

    /// <param name="bring">What a test brings beside the application's own.</param>
    public static async Task<RealBot> BuildAsync(Action<IServiceCollection> bring, string environment, params (string Key, string Value)[] settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("supportbot-");
        // With a vault or another database the first start is the test's own.
        if (!settings.Any(s => s.Key.StartsWith("Storage:", StringComparison.Ordinal))) Copy(await Ready.Value, folder);
        var clock = new FakeTimeProvider(Start);
        var (messenger, teams, logged) = (new Messenger(), new Line(), new LogLines());
        Task<WebApplication> Build() => BuildAsync(folder, environment, settings, clock, messenger, teams, logged, bring);
        return new RealBot(folder, await Build(), Build) { Clock = clock, Told = messenger, Teams = teams, Logged = logged };
    }

    /// <summary>The process ends and another begins on the same files.</summary>
    public async Task RestartAsync()
    {
        await Get<Store>().DisposeAsync();
        await App.DisposeAsync();
        App = await _build();
    }

    // A database with all its tables, and its keys, as the first start leaves them: made once, because every test would wait for the same.
    private static async Task<DirectoryInfo> MakeReadyAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("supportbot-ready-");
        await using var store = new Store(OptionsIn(folder), folder.FullName, new FakeTimeProvider(Start), NullLogger<Store>.Instance, onLoopback: true);
        await store.StartAsync(Never);
        return folder;
    }

    private static StorageOptions OptionsIn(DirectoryInfo folder) =>
        new() { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "db", "supportbot.db")}", Keys = Path.Combine(folder.FullName, "keys") };

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var inner in from.EnumerateDirectories())
            Copy(inner, OperatingSystem.IsWindows() ? to.CreateSubdirectory(inner.Name) : System.IO.Directory.CreateDirectory(Path.Combine(to.FullName, inner.Name), inner.UnixFileMode));
        foreach (var file in from.EnumerateFiles().Where(f => f.Extension != ".lock")) file.CopyTo(Path.Combine(to.FullName, file.Name));
    }

    private static async Task<WebApplication> BuildAsync(DirectoryInfo folder, string environment, (string Key, string Value)[] settings, FakeTimeProvider clock, Messenger messenger, Line teams, LogLines logged, Action<IServiceCollection> bring)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = folder.FullName, Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "db", "supportbot.db")}",
            ["Storage:Keys"] = Path.Combine(folder.FullName, "keys"),
            ["Logging:LogLevel:Default"] = "None",
        });
        if (!builder.Environment.IsDevelopment()) builder.Configuration.AddInMemoryCollection(RealDistrict.In(folder));
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Logging.ClearProviders().AddProvider(logged).AddFilter<LogLines>(null, LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IAlertChannel>(messenger);
        builder.Services.AddSingleton<ICounselorLine>(teams);
        bring(builder.Services);
        return await SupportBotHost.BuildAsync(builder, clock) ?? throw new InvalidOperationException("The bot does not become ready.");
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Opens the doors on a free loopback port; the workers then go round by themselves.</summary>
    public async Task<Uri> StartAsync()
    {
        await App.StartAsync();
        _started = true;
        return new Uri(App.Urls.First());
    }

    /// <summary>Everything that lies on the disk of this bot, database and journal included.</summary>
    public IEnumerable<string> Files() => _folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.Extension != ".lock").Select(f => f.FullName);

    /// <summary>Workers go round until there is nothing left to do at this moment.</summary>
    public async Task WorkAsync()
    {
        for (var more = true; more;) more = await Get<DeadlineWorker>().RoundAsync(Never) | await Get<OutboxWorker>().RoundAsync(Never) | await Get<HandOverWorker>().RoundAsync(Never) | await Get<SendWorker>().RoundAsync(Never) | await Get<ReplyWorker>().RoundAsync(Never);
    }

    public async Task WorkAfterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await WorkAsync();
    }

    /// <summary>
    /// Once the doors are open, workers go round by themselves too, and what one of them has claimed may still be under way when there is nothing left to claim: waits for it, for seconds at most.
    /// </summary>
    public static async Task SettledAsync(Func<Task<bool>> isSo, string what)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 100, $"Ten seconds passed, and not: {what}");
            await Task.Delay(100);
        }
    }

    /// <summary>Lets time pass, hour by hour, until something is so.</summary>
    public async Task WorkUntilAsync(Func<Task<bool>> isSo, string what)
    {
        for (var hour = 0; !await isSo(); hour++)
        {
            Assert.True(hour < 24 * 14, $"Two weeks passed, and not: {what}");
            await WorkAfterAsync(TimeSpan.FromHours(1));
        }
    }

    public async Task<IReadOnlyList<InboxItem>> InboxAsync(string person) => await Cases.InboxAsync(person, 100, Never);

    public async Task<Case> OnlyCaseAsync() => Assert.Single(await Cases.QueueAsync(new QueueFilter(null), Never));

    public Task<IReadOnlyList<AuditEntry>> TimelineAsync(Case @case) => Cases.TimelineAsync(@case.Id, Never);

    /// <summary>A person takes the newest open alert, as the console does.</summary>
    public async Task AcknowledgeAsync(string person)
    {
        var @case = await OnlyCaseAsync();
        await CommitAsync(@case, CaseEngine.Acknowledge(@case, @case.OpenAlert!.Id, Moment(@case, person)).Step!);
    }

    public async Task CommitAsync(Case before, CaseStep step) => Assert.True(await Cases.CommitAsync(step, before.Revision, Never));

    public CaseMoment Moment(Case @case, string person)
    {
        Assert.True(ProtocolKey.TryParse(@case.Protocol, out var key));
        return new CaseMoment(Actor.Staff(person), Clock.GetUtcNow(), Get<ProtocolShelf>().Get(key)!.Case!, Get<ICaseCalendars>().Of(@case.SchoolId), () => Guid.NewGuid().ToString("N"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_started) await App.StopAsync();
        await Get<Store>().DisposeAsync();
        await App.DisposeAsync();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (attempt < 10)
            {
                // A key that the host began to make may still land in a folder that is being emptied.
                await Task.Delay(100);
            }
        }
    }

    /// <summary>A way to reach people that only writes down whom.</summary>
    internal sealed class Messenger : IAlertChannel
    {
        public ConcurrentQueue<(string Person, Notice Notice)> Sent { get; } = new();

        /// <summary>What was said of it, where it is not of a case.</summary>
        public ConcurrentQueue<NewsLine> Lines { get; } = new();

        /// <summary>True where nobody is reached this way.</summary>
        public bool IsOff { get; set; }

        public string Name => "test";

        public IReadOnlyList<string> Of(NoticeKind kind, string subject) => [.. Sent.Where(s => s.Notice.Kind == kind && s.Notice.Subject == subject).Select(s => s.Person)];

        public ValueTask<bool> ServesAsync(Person to, Notice notice, CancellationToken cancel) => ValueTask.FromResult(!IsOff);

        public Task<SendOutcome> SendAsync(Person to, SendItem item, Case @case, CancellationToken cancel)
        {
            Sent.Enqueue((to.Id, item.Notice));
            return Task.FromResult(new SendOutcome(SendKind.Sent));
        }

        public Task<SendOutcome> SendAsync(Person to, SendItem item, NewsLine news, CancellationToken cancel)
        {
            Lines.Enqueue(news);
            Sent.Enqueue((to.Id, item.Notice));
            return Task.FromResult(new SendOutcome(SendKind.Sent));
        }
    }

    /// <summary>A counselor's own chat that only writes down what it was told.</summary>
    internal sealed class Line : ICounselorLine
    {
        public ConcurrentQueue<(string Person, string Number, HandOverNewsKind Kind, string? Words)> Told { get; } = new();

        /// <summary>True while the chat cannot be reached.</summary>
        public bool IsDown { get; set; }

        /// <summary>True where nobody has a chat of this kind.</summary>
        public bool IsOff { get; set; }

        public Task<bool> TellAsync(string personId, string caseNumber, long newsId, HandOverNewsKind kind, PersonText? words, CancellationToken cancel)
        {
            if (IsOff) return Task.FromResult(false);
            if (IsDown) throw new HttpRequestException("down");
            Told.Enqueue((personId, caseNumber, kind, words?.Reveal()));
            return Task.FromResult(true);
        }
    }

    /// <summary>Keeps every line that is logged.</summary>
    internal sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
