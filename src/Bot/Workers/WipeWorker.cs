using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Wipes conversations that nobody came back to.</summary>
public sealed class WipeWorker(Wipe wipe, TimeProvider time, ILogger<WipeWorker> log) : WorkLoop(time, log)
{
    protected override TimeSpan Pause => TimeSpan.FromMinutes(1);

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        var wiped = await wipe.ExpiredConversationsAsync(Time.GetUtcNow(), cancel);
        if (wiped > 0) Log.ConversationsWiped(log, wiped);
        return false;
    }
}
