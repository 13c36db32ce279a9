using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Cases;
using SupportBot.Console;
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
    private readonly DirectoryInfo _folder;
    private bool _started;

    private RealBot(DirectoryInfo folder, WebApplication app) => (_folder, App) = (folder, app);

    public WebApplication App { get; }

    /// <summary>A Monday in term, 10:07 in Oregon.</summary>
    public FakeTimeProvider Clock { get; private init; } = null!;

    /// <summary>Who was told beside the console, in order.</summary>
    public Messenger Told { get; private init; } = null!;

    public ICaseBook Cases => Get<ICaseBook>();

    public static async Task<RealBot> BuildAsync(string environment = "Development", params (string Key, string Value)[] settings)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("supportbot-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = folder.FullName, Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "db", "supportbot.db")}",
            ["Storage:Keys"] = Path.Combine(folder.FullName, "keys"),
            ["Logging:LogLevel:Default"] = "None",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 16, 18, 7, 0, TimeSpan.Zero));
        var messenger = new Messenger();
        builder.Services.AddSingleton<IAlertChannel>(messenger);
        var app = await SupportBotHost.BuildAsync(builder, clock) ?? throw new InvalidOperationException("The bot does not become ready.");
        return new RealBot(folder, app) { Clock = clock, Told = messenger };
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

    /// <summary>Workers go round until there is nothing left to do at this moment.</summary>
    public async Task WorkAsync()
    {
        for (var more = true; more;) more = await Get<DeadlineWorker>().RoundAsync(Never) | await Get<OutboxWorker>().RoundAsync(Never) | await Get<SendWorker>().RoundAsync(Never);
    }

    public async Task WorkAfterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await WorkAsync();
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
        _folder.Delete(recursive: true);
    }

    /// <summary>A way to reach people that only writes down whom.</summary>
    internal sealed class Messenger : IAlertChannel
    {
        public ConcurrentQueue<(string Person, Notice Notice)> Sent { get; } = new();

        public string Name => "test";

        public IReadOnlyList<string> Of(NoticeKind kind, string subject) => [.. Sent.Where(s => s.Notice.Kind == kind && s.Notice.Subject == subject).Select(s => s.Person)];

        public ValueTask<bool> ServesAsync(Person to, Notice notice, CancellationToken cancel) => ValueTask.FromResult(true);

        public Task<SendOutcome> SendAsync(Person to, SendItem item, Case @case, CancellationToken cancel)
        {
            Sent.Enqueue((to.Id, item.Notice));
            return Task.FromResult(new SendOutcome(SendKind.Sent));
        }
    }
}
