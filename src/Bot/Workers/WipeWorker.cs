using SupportBot.Protocols;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Keeps house: wipes conversations that nobody came back to, forgets sends that were settled long ago, makes next month's keys in time and destroys those of tabs that are gone.</summary>
public sealed class WipeWorker(Wipe wipe, Sends sends, TabKeys tabs, Store store, ProtocolShelf shelf, TimeProvider time, ILogger<WipeWorker> log) : WorkLoop(time, log)
{
    private readonly string[] _kinds = [.. shelf.All.Select(p => p.Case?.Kind).OfType<string>().Distinct()];

    // A rung looks at what became of its own sends; no rung is open for so long.
    private static readonly TimeSpan KeptSends = TimeSpan.FromDays(30);

    protected override TimeSpan Pause => TimeSpan.FromMinutes(1);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        await store.PrepareAsync(_kinds, cancel);
        var wiped = await wipe.ExpiredConversationsAsync(Time.GetUtcNow(), cancel);
        if (wiped > 0) Log.ConversationsWiped(log, wiped);
        await tabs.TendAsync();
        await sends.ForgetAsync(Time.GetUtcNow() - KeptSends);
        return false;
    }
}
