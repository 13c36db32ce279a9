using System.Collections.Concurrent;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Keys of the tabs from the key folder; what was used once, in memory and, where others write to the database too, there as well.</summary>
public sealed class TabKeys(Store store, TimeProvider time) : ITabKeys
{
    private static readonly Sql ForgetUsed = new("DELETE FROM used_nonce WHERE day<0 AND day>=@past", "i:past");
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new();

    public byte[]? KeyAt(DateTimeOffset at)
    {
        var (period, now) = (PeriodOf(at), PeriodOf(time.GetUtcNow()));
        return period == now ? store.Open.TabKeys.FindOrMake(period) : period >= now - 1 && period <= now + 1 ? store.Open.TabKeys.Find(period) : null;
    }

    public async Task<bool> UseOnceAsync(string name, DateTimeOffset until, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        ForgetInMemory();
        if (!used.TryAdd(name, until)) return false;
        var open = store.Open;
        if (open.Database.IsOurs) return true;
        var hash = open.Addresses.HashOf(name);
        return await open.Writer.WriteAsync(session => session.Link.Run(CaseBook.UseNonce, hash, -MinuteOf(until) - 1)) == 1;
    }

    /// <summary>Makes the present key before anybody waits for it, destroys the old ones, and forgets what was used and is worth nothing any more. To be called every minute.</summary>
    public async Task TendAsync()
    {
        var open = store.Open;
        var now = time.GetUtcNow();
        open.TabKeys.FindOrMake(PeriodOf(now));
        open.TabKeys.Forget(PeriodOf(now) - 1);
        ForgetInMemory();
        if (!open.Database.IsOurs) await open.Writer.WriteAsync(session => session.Link.Run(ForgetUsed, -MinuteOf(now)));
    }

    private void ForgetInMemory()
    {
        var now = time.GetUtcNow();
        foreach (var (name, until) in used)
            if (until < now) used.TryRemove(name, out _);
    }

    private static long PeriodOf(DateTimeOffset at) => at.UtcTicks / ITabKeys.Period.Ticks;

    // Nonces of cards stand beside them with the day of their use, which is never negative: theirs are kept for days, these for minutes.
    private static int MinuteOf(DateTimeOffset at) => (int)(at.UtcTicks / TimeSpan.TicksPerMinute);
}
