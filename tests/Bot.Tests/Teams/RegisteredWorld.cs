using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Bot.Channels.Teams;
using SupportBot.Connector;
using SupportBot.Directory;
using SupportBot.Graph;
using SupportBot.Graph.Tests;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>
/// The application with an app id, as a district runs it: callers prove themselves by a token of the issuer, and the bot shows the connector one of its own. Only
/// the issuer and the connector are on this machine, which is why it is Development.
/// </summary>
internal sealed class RegisteredWorld : IAsyncDisposable
{
    public const string AppId = "3f2a1b0c-0000-4000-8000-00000000b07a", Tenant = "7e000000-0000-4000-8000-00000000d157", Counselor = "maya-okafor";

    private HttpClient? _http;

    private RegisteredWorld(RealBot bot, FakeConnector connector, FakeIssuer issuer) => (Bot, Connector, Issuer) = (bot, connector, issuer);

    public RealBot Bot { get; }

    public FakeConnector Connector { get; }

    public FakeIssuer Issuer { get; }

    public Person Maya => Bot.Get<District>().Person(Counselor)!;

    /// <param name="settings">Beside the registration, or instead of a part of it.</param>
    public static async Task<RegisteredWorld> BuildAsync(params (string Key, string Value)[] settings)
    {
        var (connector, issuer) = (await FakeConnector.StartAsync(), await FakeIssuer.StartAsync());
        var bot = await RealBot.BuildAsync(
            services => services.AddSingleton<IAppTokens>(p => new CredentialTokens(new AppTokens(new FakeCredential(), p.GetRequiredService<TimeProvider>()))),
            "Development",
            [.. settings, .. new[] { ("MicrosoftAppId", AppId), ("MicrosoftAppTenantId", Tenant), ("Channel:Metadata", issuer.Metadata), ("Teams:ServiceUrl", connector.Address) }.ExceptBy(settings.Select(s => s.Key), s => s.Item1)]);
        bot.Told.IsOff = true;
        return new RegisteredWorld(bot, connector, issuer);
    }

    public string Token(string? appId = null, string? serviceUrl = null) => Issuer.Token(appId ?? AppId, serviceUrl ?? Connector.Address, Bot.Clock.GetUtcNow());

    /// <summary>The counselor writes to the bot.</summary>
    public JsonObject Message(string text = "help", string? serviceUrl = null, string tenant = Tenant) => new()
    {
        ["type"] = "message", ["id"] = Guid.NewGuid().ToString("N"), ["text"] = text, ["channelId"] = "msteams", ["serviceUrl"] = serviceUrl ?? Connector.Address,
        ["from"] = new JsonObject { ["id"] = "29:maya", ["name"] = Maya.Name, ["aadObjectId"] = Maya.EntraId },
        ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}" },
        ["conversation"] = new JsonObject { ["id"] = "chat-maya", ["conversationType"] = "personal", ["tenantId"] = tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
    };

    public async Task<HttpStatusCode> PostAsync(JsonObject activity, string? token)
    {
        // Doors are open from the first call on; until then only the test lets the workers go round.
        _http ??= new HttpClient { BaseAddress = await Bot.StartAsync() };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        await Bot.DisposeAsync();
        await Connector.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
