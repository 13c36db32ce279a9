using Microsoft.Graph.Models;

namespace SupportBot.Graph;

/// <summary>
/// The subscription by which Graph tells that the calendar has changed. It tells that, and nothing else: no permission beside the calendar's own is needed, and what has changed is asked for as ever.
/// Failures are values.
/// </summary>
public sealed class GraphSubscriptions(GraphConnection graph)
{
    /// <summary>
    /// Asked for each time. Graph's documentation gave 4230 minutes for an event for years, and newer pages give 10,080 (verify): this is within both, with half an hour for clocks that differ.
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(4200);

    /// <summary>While it is asked, Graph itself asks at the address, and gives that ten seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A process that ends waits no longer.</summary>
    private static readonly TimeSpan Haste = TimeSpan.FromSeconds(3);

    public bool IsOn => graph.Options is { Enabled: true, Calendar: not null, NotifyAt: not null };

    private GraphCircuit Circuit => graph[GraphChannel.Subscription];

    /// <summary>Makes one. Before it answers, Graph asks at the address whether it is ours.</summary>
    /// <param name="to">Path at <see cref="GraphOptions.NotifyAt"/>, where both kinds of notifications go: of changes, and of the subscription itself.</param>
    /// <param name="clientState">What Graph shows with each of them; at most 128 characters.</param>
    public async Task<GraphAnswer<KnownSubscription>> MakeAsync(string to, string clientState, DateTimeOffset until, CancellationToken cancel)
    {
        var address = new Uri(graph.Options.NotifyAt!, to).AbsoluteUri;
        var wanted = new Subscription
        {
            ChangeType = "created,updated,deleted",
            Resource = $"users/{graph.Options.Calendar}/events",
            NotificationUrl = address,
            LifecycleNotificationUrl = address,
            ClientState = clientState,
            ExpirationDateTime = until,
        };
        return Known(await Circuit.CallAsync((client, stop) => client.Subscriptions.PostAsync(wanted, cancellationToken: stop), cancel, Patience));
    }

    /// <summary>Lets it live longer, and shows our token once more, which is what Graph asks for by <c>reauthorizationRequired</c>.</summary>
    public async Task<GraphAnswer<KnownSubscription>> RenewAsync(string id, DateTimeOffset until, CancellationToken cancel) =>
        Known(await Circuit.CallAsync((client, stop) => client.Subscriptions[id].PatchAsync(new Subscription { ExpirationDateTime = until }, cancellationToken: stop), cancel));

    public Task<GraphAnswer<bool>> EndAsync(string id, CancellationToken cancel) =>
        Circuit.CallAsync((client, stop) => client.Subscriptions[id].DeleteAsync(cancellationToken: stop), cancel, Haste);

    private static GraphAnswer<KnownSubscription> Known(GraphAnswer<Subscription> answer) =>
        answer.Value is { Id: { } id, ExpirationDateTime: { } until } ? new(new KnownSubscription(id, until), null) : new(null, answer.Failure ?? new GraphFailure(GraphFailureKind.Unreachable, "no-answer"));
}
