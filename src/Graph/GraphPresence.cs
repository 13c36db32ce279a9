using System.Collections.Concurrent;
using Microsoft.Graph.Communications.GetPresencesByUserId;

namespace SupportBot.Graph;

/// <summary>
/// Who is there now. Only what says clearly that nobody would look counts as away: signed out, away from the screen, not to be disturbed (Teams then
/// shows nothing), out of office. In a meeting, back in a moment, unknown, or a word that is new: there. One call in vain costs little; a
/// student who is told that nobody is there costs much.
/// </summary>
public sealed class GraphPresence(GraphConnection graph, TimeProvider time)
{
    private const int AtOnce = 650;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly string[] Away = ["Offline", "Away", "DoNotDisturb"];

    private readonly ConcurrentDictionary<string, (bool IsThere, DateTimeOffset At)> _known = new(StringComparer.OrdinalIgnoreCase);

    public bool IsOn => graph.Options is { Enabled: true, Presence: true };

    /// <summary>Those of the accounts that are clearly not there. Answers within a second or so; what Graph does not say is not in it.</summary>
    public async Task<IReadOnlySet<string>> AwayAsync(IReadOnlyCollection<string> entraIds, CancellationToken cancel)
    {
        var none = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (!IsOn) return none;
        var now = time.GetUtcNow();
        var unknown = entraIds.Distinct(StringComparer.OrdinalIgnoreCase).Where(id => !_known.TryGetValue(id, out var known) || now - known.At > Kept);
        foreach (var some in unknown.Chunk(AtOnce))
            if (!await AskAsync(some, cancel)) break;
        return entraIds.Where(id => _known.TryGetValue(id, out var known) && now - known.At <= Kept && !known.IsThere).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private async Task<bool> AskAsync(string[] ids, CancellationToken cancel)
    {
        var answer = await graph[GraphChannel.Presence].CallAsync(
            (client, stop) => client.Communications.GetPresencesByUserId.PostAsGetPresencesByUserIdPostResponseAsync(new GetPresencesByUserIdPostRequestBody { Ids = [.. ids] }, cancellationToken: stop),
            cancel,
            Patience);
        foreach (var presence in answer.Value?.Value ?? [])
        {
            if (presence.Id is not { } id) continue;
            _known[id] = (!Away.Contains(presence.Availability) && presence.OutOfOfficeSettings?.IsOutOfOffice != true && presence.Activity != "OutOfOffice", time.GetUtcNow());
        }

        return answer.IsSuccess;
    }
}
