using Microsoft.Extensions.Logging;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Storage as a whole: opened once before anything else is used, closed once after.</summary>
public sealed class Store : IAsyncDisposable
{
    private static readonly Sql WriteProbe = new("UPDATE store_mark SET probed=@now WHERE id=1", "l:now");
    private readonly StorageOptions options;
    private readonly string contentRoot;
    private readonly TimeProvider clock;
    private readonly ILogger<Store> log;
    private readonly Func<IKekProvider>? kek;
    private readonly IEntraTokens? tokens;
    private readonly bool onLoopback;
    private readonly SemaphoreSlim starting = new(1);
    private OpenStore? open;

    /// <param name="contentRoot">What relative files and folders count from.</param>
    /// <param name="kek">The key above all keys; null for the one that the options name, which is a key file by default.</param>
    /// <param name="tokens">The program's identity in Microsoft Entra; null where it has none, and then the options may not ask for it.</param>
    /// <param name="onLoopback">True where a vault and a database on this machine may be given a token, which is in Development.</param>
    public Store(StorageOptions options, string contentRoot, TimeProvider clock, ILogger<Store> log, Func<IKekProvider>? kek = null, IEntraTokens? tokens = null, bool onLoopback = false) =>
        (this.options, this.contentRoot, this.clock, this.log, this.kek, this.tokens, this.onLoopback) = (options, contentRoot, clock, log, kek, tokens, onLoopback);

    /// <summary>For the test that must be able to find planted sentences: <see cref="PlainSealing"/>.</summary>
    internal Sealing Sealing { get; init; } = new GcmSealing();

    internal OpenStore Open => Volatile.Read(ref open) ?? throw new InvalidOperationException("Storage has not been started.");

    /// <summary>
    /// Opens keys and database, brings the tables up to date, checks every setting. Does nothing where it is open.
    /// </summary>
    /// <exception cref="StorageCannotStartException">An operator must put something right; the message says what.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        await starting.WaitAsync(cancel);
        try
        {
            if (open is not null) return;
            if (options.Fault(onLoopback) is { } fault) throw new StorageCannotStartException(fault);
            Volatile.Write(ref open, await OpenStore.OpenAsync(options, contentRoot, clock, log, Sealing, kek, tokens, onLoopback, cancel));
            Log.Ready(log, options.Provider);
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Something was committed that people must be told: whoever tells them need not wait for their next round. May be raised for nothing.</summary>
    public event Action? NoticesWritten;

    internal void Announce() => NoticesWritten?.Invoke();

    /// <summary>
    /// Makes the key pairs that cases of these kinds need this month and the next, so that no report waits for one to be made.
    /// Does nothing where they are there.
    /// </summary>
    public async Task PrepareAsync(IEnumerable<string> kinds, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var kind in kinds)
        {
            await Open.Epochs.PrepareAsync(EpochKeys.NameOf(kind, now), cancel);
            await Open.Epochs.PrepareAsync(EpochKeys.NameOf(kind, now.AddMonths(1)), cancel);
        }
    }

    /// <summary>Writes a row and waits until it is on disk. False where the database cannot be written: the process is not ready then.</summary>
    public async Task<bool> ProbeAsync(CancellationToken cancel)
    {
        try
        {
            var now = Ids.Ticks(clock.GetUtcNow());
            return await Open.Writer.WriteAsync(session => session.Link.Run(WriteProbe, now) == 1).WaitAsync(cancel);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Writes what still waits, empties the journal, wipes the keys from memory and lets go of the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await starting.WaitAsync();
        var was = Interlocked.Exchange(ref open, null);
        if (was is not null) await was.DisposeAsync();
        starting.Release();
    }
}
