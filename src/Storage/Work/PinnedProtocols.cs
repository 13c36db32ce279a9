using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Every protocol version that some run was started on, for ever: a run is always finished on its own version.</summary>
public sealed class PinnedProtocols(Store store)
{
    private static readonly Sql ReadAll = new("SELECT key, hash, canonical FROM protocol_version ORDER BY key, hash");

    public Task<IReadOnlyList<PinnedProtocol>> AllAsync(CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<PinnedProtocol>>(async link =>
    {
        var pinned = new List<PinnedProtocol>();
        await using var row = await link.ReadAsync(ReadAll, [], cancel);
        while (await row.ReadAsync(cancel)) pinned.Add(new PinnedProtocol(row.GetString(0), row.GetString(1), row.GetString(2)));
        return pinned;
    });
}
