using System.Collections.Concurrent;
using System.Security.Cryptography;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Tests.WebChat;

/// <summary>The keys of a deployment of which nothing is on any disk.</summary>
internal sealed class MemoryTabKeys : ITabKeys
{
    private readonly ConcurrentDictionary<long, byte[]> _keys = new();
    private readonly ConcurrentDictionary<string, bool> _used = new();

    public byte[]? KeyAt(DateTimeOffset at) => _keys.GetOrAdd(at.UtcTicks / ITabKeys.Period.Ticks, _ => RandomNumberGenerator.GetBytes(32));

    public Task<bool> UseOnceAsync(string name, DateTimeOffset until, CancellationToken cancel) => Task.FromResult(_used.TryAdd(name, true));
}
