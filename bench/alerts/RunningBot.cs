using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportBot.Bot;
using SupportBot.Cases;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Protocols;
using SupportBot.Storage;

namespace AlertBench;

/// <summary>The product's own host with SQLite in a folder of its own, and everybody of the demo district in a chat with it.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;
    private readonly HttpClient _http;
    private int _ids;

    private RunningBot(WebApplication app, DirectoryInfo folder) => (_app, _folder, _http) = (app, folder, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });

    public static async Task<RunningBot> StartAsync(Connector connector, bool limits)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("alertbench-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = folder.FullName, Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "db", "supportbot.db")}",
            ["Storage:Keys"] = Path.Combine(folder.FullName, "keys"),
        });
        if (!limits)
            foreach (var key in new[] { "ChatLimits", "TenantLimits" })
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [$"Teams:{key}:0:Count"] = "1000000", [$"Teams:{key}:0:Seconds"] = "1" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = await SupportBotHost.BuildAsync(builder) ?? throw new InvalidOperationException("The bot does not become ready.");
        await app.StartAsync();
        var bot = new RunningBot(app, folder);
        foreach (var person in bot.Get<District>().People) await bot.PostAsync(connector, ChatOf(person.Id), new JsonObject { ["type"] = "installationUpdate", ["action"] = "add" }, person);
        return bot;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public string Database => Path.Combine(_folder.FullName, "db", "supportbot.db");

    public Uri Address => _http.BaseAddress!;

    public static string ChatOf(string personId) => $"chat-{personId}";

    /// <summary>Somebody who is not in the directory says something, in a chat of their own.</summary>
    public Task SayAsync(Connector connector, string chat, string words) => PostAsync(connector, chat, new JsonObject { ["type"] = "message", ["text"] = words }, null);

    /// <summary>Somebody of the directory says something, in their own chat.</summary>
    public Task SayAsync(Connector connector, Person person, string words) => PostAsync(connector, ChatOf(person.Id), new JsonObject { ["type"] = "message", ["text"] = words }, person);

    /// <summary>Somebody presses a button: the body of the answer.</summary>
    public Task<JsonNode?> PressAsync(Connector connector, Person person, JsonNode action, string verb)
    {
        var pressed = action.DeepClone();
        pressed["verb"] = verb;
        return PostAsync(connector, ChatOf(person.Id), new JsonObject { ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["value"] = new JsonObject { ["action"] = pressed } }, person);
    }

    /// <summary>Opens a case with an alert, in one commit as a turn does.</summary>
    public async Task<Case> RaiseAsync(Severity severity, string role = "counselor", string school = "riverbend-high", int minutes = 600)
    {
        var (id, now) = (Guid.NewGuid(), DateTimeOffset.UtcNow);
        if (!ProtocolKey.TryParse("bullying-report@1", out var key)) throw new InvalidOperationException("A key is a name and a version.");
        var plan = Get<ProtocolShelf>().Get(key)!.Case!;
        var moment = new CaseMoment(Actor.Reporter, now, plan, Get<ICaseCalendars>().Of(school), () => Convert.ToHexString(RandomNumberGenerator.GetBytes(8)));
        var opened = CaseEngine.Open(new CaseOpening(id, CaseNumber.From(id.ToByteArray()), "bullying-report@1", [], severity, school, "OR", false, "en", []), moment);
        var step = opened.Then(CaseEngine.Raise(opened.Case, severity, [new Rung(role, Span.Minutes(minutes)), new Rung("principal", Span.Minutes(minutes))], now, moment));
        var result = await Get<ITurnStore>().CommitAsync(
            new TurnCommit
            {
                Key = new ConversationKey("bench", id.ToString("N")), Lockbox = Lockbox.Server, ExpectedRevision = 0, DedupeKeys = [id.ToString("N")], State = "{}"u8.ToArray(),
                Cases = [new CaseCommit(step, 0, CaseKey.New())], ExpiresAt = now.AddDays(1),
            },
            CancellationToken.None);
        // Among ten thousand cases two may draw one number; a turn is then run again and draws another.
        return result.Outcome == CommitOutcome.Committed ? step.Case : await RaiseAsync(severity, role, school, minutes);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await Get<Store>().DisposeAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<JsonNode?> PostAsync(Connector connector, string chat, JsonObject activity, Person? person)
    {
        activity["id"] = $"a{Interlocked.Increment(ref _ids)}";
        activity["channelId"] = "msteams";
        activity["serviceUrl"] = connector.Address;
        activity["from"] = new JsonObject { ["id"] = $"29:{person?.Id ?? chat}", ["aadObjectId"] = person?.EntraId };
        activity["recipient"] = new JsonObject { ["id"] = "28:bot" };
        activity["conversation"] = new JsonObject { ["id"] = chat, ["conversationType"] = "personal", ["tenantId"] = "11111111-0000-0000-0000-0000000000aa" };
        using var answer = await _http.PostAsJsonAsync("/api/messages", activity);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsStringAsync();
        return body.Length == 0 ? null : JsonNode.Parse(body);
    }
}
