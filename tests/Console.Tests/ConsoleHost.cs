using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupportBot.Cases;
using SupportBot.Storage;

namespace SupportBot.Console.Tests;

/// <summary>The console in a host of its own, with the demo content, a case book in memory and a clock that stands still.</summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    /// <summary>Request header by which a test says where a request comes from; without it: this machine.</summary>
    public const string FromHeader = "Test-From";

    private readonly WebApplication app;

    public ConsoleHost(string environment = "Development", Action<IServiceCollection>? services = null, EntraSignIn? entra = null)
    {
        Talks = new MemoryTalks(Book, Clock.GetUtcNow);
        Absences = new MemoryAbsenceBook(Book);
        Hires = new MemoryHireBook(Book);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Logged);
        builder.Services.AddSingleton<ITalks>(Talks);
        builder.Services.AddSingleton<ICaseBook>(Book).AddSingleton<IAbsenceBook>(Absences).AddSingleton<IBeginnings>(Beginnings).AddSingleton(Demo.District).AddSingleton(Demo.Shelf).AddSingleton(Demo.Comprehension).AddSingleton<Cards.ICardWords>(Cards.Tests.ContentWords.English).AddSingleton(Demo.Calendars).AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<ILogBook>(Log).AddSingleton<IHireBook>(Hires).AddSingleton<ITranscriptBook>(Transcripts).AddSingleton(new TrainingOffer(Demo.Catalogue));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        // Real, and not opened: only the tests of trainings open one.
        builder.Services.AddSingleton(new Store(new StorageOptions(), AppContext.BaseDirectory, Clock, NullLogger<Store>.Instance));
        builder.Services.AddSingleton<ITrainingRolls, TrainingRolls>().AddSingleton<ICertificateBook, Certificates>().AddSingleton<ICheckInSecrets, CheckInSecrets>().AddSingleton<IFeedbackBook, FeedbackBook>().AddSingleton<IAccommodationBook, Accommodations>().AddSingleton<ITrainingEvents, TrainingEvents>().AddSingleton<IWaiverBook, Waivers>().AddSingleton<IEarlierBook, EarlierBook>();
        services?.Invoke(builder.Services);
        builder.Services.AddConsole(new ConsoleOptions { Entra = entra });
        app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[FromHeader] is [{ } from] ? from : "127.0.0.1");
            return next(context);
        });
        app.MapConsole();
        app.StartAsync().GetAwaiter().GetResult();
    }

    public MemoryCaseBook Book { get; } = new();

    public MemoryTalks Talks { get; }

    public MemoryAbsenceBook Absences { get; }

    public MemoryHireBook Hires { get; }

    public MemoryLogBook Log { get; } = new();

    public MemoryBeginnings Beginnings { get; } = new();

    public MemoryTranscripts Transcripts { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 18, 7, 31, TimeSpan.Zero));

    public LogLines Logged { get; } = new();

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public IEnumerable<Endpoint> Endpoints => app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).Concat(((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints)).Distinct();

    public Visitor Visit() => new(new HttpClient(app.GetTestServer().CreateHandler()) { BaseAddress = new Uri("http://localhost:3978") });

    public async Task<Visitor> SignInAsync(string person)
    {
        var visitor = Visit();
        var answer = await visitor.PostAsync("/console/sign-in", [("person", person)], tokenFrom: "/console/sign-in");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return visitor;
    }

    /// <summary>A case of a school, with words in it.</summary>
    public CaseStep Opened(string number, string school = "riverbend-high", Severity severity = Severity.Standard, string protocol = "bullying-report@1", string text = "they push me in the hall", params string[] excluded)
    {
        var moment = Moment(protocol, Actor.Reporter);
        var step = CaseEngine.Open(new CaseOpening(Guid.NewGuid(), number, protocol, ["show-help", "ask-danger"], severity, school, "OR", true, "en", excluded), moment);
        return step with { Words = [new Words(Guid.NewGuid(), step.Case.Id, WordsKind.Report, "what", "What happened?", Actor.Reporter, step.Case.OpenedAt, new PersonText(text))] };
    }

    /// <summary>The same, with an alert that climbed <paramref name="climbs"/> times.</summary>
    public CaseStep Alerted(CaseStep opened, string[] roles, int climbs = 0)
    {
        var moment = Moment(opened.Case.Protocol, Actor.Reporter);
        var step = opened.Then(CaseEngine.Raise(opened.Case, opened.Case.Severity, [.. roles.Select(r => new Rung(r, Span.Minutes(10)))], Clock.GetUtcNow(), moment));
        for (var i = 0; i < climbs; i++)
            step = step.Then(CaseEngine.RungRanOut(step.Case, step.Case.Alerts[^1].Id, step.Case.Alerts[^1].Token, moment with { Actor = Actor.Program })!);
        return step;
    }

    public CaseMoment Moment(string protocol, Actor actor) => new(actor, Clock.GetUtcNow(), Demo.Plan(protocol), Demo.Calendars.Of("riverbend-high"), () => Guid.NewGuid().ToString("N"));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Absences.Dispose();
    }
}
