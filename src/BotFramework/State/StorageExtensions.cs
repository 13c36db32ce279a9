namespace Microsoft.Bot.Builder;

/// <summary>Reading things of one type.</summary>
public static class StorageExtensions
{
    /// <returns>Those of the things read that are of the type.</returns>
    public static async Task<IDictionary<string, TStoreItem>> ReadAsync<TStoreItem>(this IStorage storage, string[] keys, CancellationToken cancellationToken = default)
        where TStoreItem : class
    {
        var found = await storage.ReadAsync(keys, cancellationToken).ConfigureAwait(false);
        var items = new Dictionary<string, TStoreItem>(found.Count);
        foreach (var (key, value) in found)
            if (value is TStoreItem item)
                items.Add(key, item);
        return items;
    }
}
