using System.Globalization;
using System.Text.Json;
using SupportBot.State;
using SupportBot.Wire;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Storage for tests and development: everything is gone with the process. It keeps JSON, so what is read is never the instance that
/// was written. A write of several things is made whole or not at all.
/// </summary>
public class MemoryStorage : IStorage, IJsonStorage
{
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly Lock _lock = new();
    private int _eTag;

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        foreach (var key in keys)
        {
            Entry entry;
            lock (_lock)
                if (!_entries.TryGetValue(key, out entry))
                    continue;
            if (entry.ToObject() is { } item)
                found[key] = item;
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <exception cref="ArgumentException">A stored item has another ETag than the one to be written, and that is not <c>*</c>.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var entries = new List<KeyValuePair<string, Entry>>(changes.Count);
        foreach (var (key, value) in changes)
            entries.Add(new(key, new Entry(JsonSerializer.SerializeToUtf8Bytes(value, ActivityJson.Options), value?.GetType(), ETag: null)));

        lock (_lock)
        {
            foreach (var (key, value) in changes)
                if (value is IStoreItem item && _entries.TryGetValue(key, out var stored) && stored.ETag is not null && item.ETag != "*" && item.ETag != stored.ETag)
                    throw ETagConflictException.Between(item.ETag, stored.ETag);
            foreach (var (key, entry) in entries)
                _entries[key] = typeof(IStoreItem).IsAssignableFrom(entry.Type) ? entry with { ETag = NextETag() } : entry;
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
            foreach (var key in keys)
                _entries.Remove(key);
        return Task.CompletedTask;
    }

    ValueTask<JsonItem> IJsonStorage.ReadJsonAsync(string key, CancellationToken cancellationToken)
    {
        lock (_lock)
            return ValueTask.FromResult(_entries.TryGetValue(key, out var entry) && entry.Type is not null ? new JsonItem(entry.Json, entry.ETag) : null);
    }

    ValueTask<string> IJsonStorage.WriteJsonAsync(string key, ReadOnlyMemory<byte> json, string eTag, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var stored = _entries.TryGetValue(key, out var entry) ? entry.ETag : null;
            if (eTag != "*" && eTag != stored)
                throw ETagConflictException.Between(eTag, stored);
            var next = NextETag();
            _entries[key] = new Entry(json, typeof(Dictionary<string, object>), next);
            return ValueTask.FromResult(next);
        }
    }

    private string NextETag() => (_eTag++).ToString(CultureInfo.InvariantCulture);

    private sealed record Entry(ReadOnlyMemory<byte> Json, Type Type, string ETag)
    {
        public object ToObject()
        {
            if (Type is null)
                return null;
            if (typeof(IDictionary<string, object>).IsAssignableFrom(Type))
                return ETag is null ? StateJson.Members(Json) : new VersionedState(StateJson.Members(Json), ETag);
            var item = JsonSerializer.Deserialize(Json.Span, Type, ActivityJson.Options);
            if (item is IStoreItem versioned)
                versioned.ETag = ETag;
            return item;
        }
    }
}
