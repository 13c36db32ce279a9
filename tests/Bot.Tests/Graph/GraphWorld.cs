using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Graph.Tests;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>The application with a connector and a Graph over HTTP. The channel that only writes down is off: what counts is who is really reached.</summary>
internal sealed class GraphWorld : IAsyncDisposable
{
    public const string Counselor = "maya-okafor", Principal = "thomas-lindqvist", Mailbox = "support@district.example", TeamsApp = "00000000-0000-0000-0000-0000000000ff";

    private GraphWorld(RealBot bot, FakeConnector connector, FakeGraph graph) => (Bot, Connector, Graph) = (bot, connector, graph);

    public RealBot Bot { get; }

    public FakeConnector Connector { get; }

    public FakeGraph Graph { get; }

    public static async Task<GraphWorld> BuildAsync(params (string Key, string Value)[] settings)
    {
        var graph = await FakeGraph.StartAsync();
        var bot = await RealBot.BuildAsync(
            services => services.AddSingleton<TokenCredential>(new FakeCredential()),
            "Development",
            [
                ("Graph:Enabled", "true"), ("Graph:Endpoint", graph.Endpoint.AbsoluteUri), ("Graph:MailFrom", Mailbox), ("Graph:AppTeamsId", TeamsApp),
                ("Teams:PublicAddress", "https://help.district.example"), .. settings,
            ]);
        bot.Told.IsOff = true;
        var connector = await FakeConnector.StartAsync();
        await new Staff(bot, connector, Counselor).OpenChatAsync();
        return new GraphWorld(bot, connector, graph);
    }

    public Person Maya => Bot.Get<District>().Person(Counselor)!;

    /// <summary>Mails to the counselor.</summary>
    public IReadOnlyList<GraphRequest> Mails => [.. Graph.Of("sendMail").Where(IsToMaya)];

    /// <summary>Feed notices to the counselor.</summary>
    public IReadOnlyList<GraphRequest> Notices => [.. Graph.Of($"users/{Maya.EntraId}/teamwork/sendActivityNotification")];

    public bool IsToMaya(GraphRequest mail) => (string?)mail.Json["Message"]!["toRecipients"]![0]!["emailAddress"]!["address"] == Maya.Mail;

    /// <summary>Graph asks once to wait before the counselor's mail.</summary>
    public void ThrottleOnce(string seconds)
    {
        var asked = 0;
        Graph.On("sendMail", r => IsToMaya(r) && Interlocked.Exchange(ref asked, 1) == 0 ? GraphReply.Error(429, "ApplicationThrottled", seconds) : null);
    }

    /// <summary>Alert, person, channel and code of each attempt in the audit beside the console's.</summary>
    public async Task<IReadOnlyList<string>> AttemptsAsync(string action, string start = "") =>
        [.. (await Bot.TimelineAsync(await Bot.OnlyCaseAsync())).Where(a => a.Action == action && a.Subject.StartsWith(start, StringComparison.Ordinal) && !a.Subject.EndsWith(":console", StringComparison.Ordinal)).Select(a => a.Subject)];

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Connector.DisposeAsync();
        await Graph.DisposeAsync();
    }
}
