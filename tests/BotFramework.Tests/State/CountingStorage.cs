using Microsoft.Bot.Builder;
using SupportBot.State;

namespace SupportBot.BotFramework.Tests;

/// <summary>Memory that counts, and that takes finished JSON.</summary>
internal sealed class JsonStorage : CountingStorage, IJsonStorage
{
    public async ValueTask<JsonItem> ReadJsonAsync(string key, CancellationToken cancellationToken = default)
    {
        Reads++;
        await Task.Yield();
        return await ((IJsonStorage)Inner).ReadJsonAsync(key, cancellationToken);
    }

    public ValueTask<string> WriteJsonAsync(string key, ReadOnlyMemory<byte> json, string eTag, CancellationToken cancellationToken = default)
    {
        Written.Add(key);
        return ((IJsonStorage)Inner).WriteJsonAsync(key, json, eTag, cancellationToken);
    }
}

/// <summary>Hands out the very objects that were written, as some caches do.</summary>
internal sealed class LiveStorage : CountingStorage
{
    private readonly Dictionary<string, object> _live = [];

    public override Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken) =>
        Task.FromResult<IDictionary<string, object>>(keys.Where(_live.ContainsKey).ToDictionary(k => k, k => _live[k]));

    public override Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        foreach (var (key, value) in changes)
        {
            Written.Add(key);
            _live[key] = value;
        }

        return Task.CompletedTask;
    }
}

/// <summary>Memory that counts, behind the plain interface.</summary>
internal class CountingStorage : IStorage
{
    private protected readonly MemoryStorage Inner = new();

    public int Reads { get; protected set; }

    public List<string> Written { get; } = [];

    public virtual Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        Reads++;
        return Inner.ReadAsync(keys, cancellationToken);
    }

    public virtual Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        Written.AddRange(changes.Keys);
        return Inner.WriteAsync(changes, cancellationToken);
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken) => Inner.DeleteAsync(keys, cancellationToken);
}
