using SupportBot.Console;
using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>Tells the console how each use of Graph goes.</summary>
/// <param name="graph">Null where the district does not use Graph.</param>
public sealed class GraphHealth(GraphConnection? graph) : IServiceStatus
{
    private static readonly (GraphChannel Channel, string Name, Func<GraphOptions, bool> IsOn)[] Channels =
    [
        (GraphChannel.Feed, ServiceNames.Feed, o => o.AppTeamsId is not null),
        (GraphChannel.Mail, ServiceNames.Mail, o => o.MailFrom is not null),
        (GraphChannel.Presence, ServiceNames.Presence, o => o.Presence),
        (GraphChannel.Calendar, ServiceNames.Calendar, o => o.Calendar is not null),
        (GraphChannel.Install, ServiceNames.Install, o => o is { AppTeamsId: not null, Install: true }),
    ];

    public IReadOnlyList<ServiceState> Services =>
    [
        .. Channels.Select(c =>
        {
            if (graph is null || !c.IsOn(graph.Options)) return new ServiceState(c.Name, IsUp: true, null, null) { IsSetUp = false };
            var state = graph[c.Channel].State;
            return new ServiceState(c.Name, state.IsUp, state.DownSince, state.Code) { IsResting = state.IsResting };
        }),
    ];
}
