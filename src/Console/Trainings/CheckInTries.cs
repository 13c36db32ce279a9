using System.Collections.Concurrent;

namespace SupportBot.Console;

/// <summary>Counts how often somebody typed a check-in code: six digits must not be tried one after the other. Kept in memory; a few minutes are all that counts.</summary>
public sealed class CheckInTries(TimeProvider clock)
{
    /// <summary>Tries within <see cref="Window"/>.</summary>
    public const int Most = 10;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, int Count)> _tries = new();

    /// <returns>False where the person has tried too often.</returns>
    public bool Take(string personId)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, tries) in _tries)
            if (tries.Since + Window <= now) _tries.TryRemove(KeyValuePair.Create(id, tries));
        return _tries.AddOrUpdate(personId, (now, 1), (_, tries) => (tries.Since, tries.Count + 1)).Count <= Most;
    }
}
