using System.Security.Cryptography;

namespace SupportBot.Storage;

/// <summary>Case keys opened through the district's slot. One stays in memory for sixty seconds after its last use, then it is wiped.</summary>
internal sealed class CaseKeys : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(60);
    private readonly Dictionary<Guid, Opened> opened = [];
    private readonly EpochKeys epochs;
    private readonly TimeProvider clock;
    private readonly ITimer sweep;

    public CaseKeys(EpochKeys epochs, TimeProvider clock)
    {
        (this.epochs, this.clock) = (epochs, clock);
        sweep = clock.CreateTimer(_ => Sweep(), null, Kept / 4, Kept / 4);
    }

    /// <param name="find">Reads the case's district slot: epoch and sealed key.</param>
    /// <returns>A copy of the key; null where the case has none (shredded, or no such case).</returns>
    public async Task<byte[]?> OpenAsync(Guid caseId, Func<Task<(string Epoch, byte[] Slot)?>> find, CancellationToken cancel)
    {
        lock (opened)
        {
            if (opened.TryGetValue(caseId, out var there))
            {
                there.Until = clock.GetUtcNow() + Kept;
                return there.Key.AsSpan().ToArray();
            }
        }

        if (await find() is not { } slot) return null;
        var key = await epochs.OpenAsync(slot.Epoch, slot.Slot, cancel);
        lock (opened) opened[caseId] = new Opened(key.AsSpan().ToArray()) { Until = clock.GetUtcNow() + Kept };
        return key;
    }

    /// <summary>Wipes a case's key from memory: the case was shredded.</summary>
    public void Forget(Guid caseId)
    {
        lock (opened)
        {
            if (!opened.Remove(caseId, out var held)) return;
            CryptographicOperations.ZeroMemory(held.Key);
        }
    }

    /// <summary>How many keys are in memory now.</summary>
    internal int Held
    {
        get { lock (opened) return opened.Count; }
    }

    public void Dispose()
    {
        sweep.Dispose();
        lock (opened)
        {
            foreach (var held in opened.Values) CryptographicOperations.ZeroMemory(held.Key);
            opened.Clear();
        }
    }

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        lock (opened)
        {
            foreach (var (id, held) in opened.Where(o => o.Value.Until <= now).ToList())
            {
                CryptographicOperations.ZeroMemory(held.Key);
                opened.Remove(id);
            }
        }
    }

    private sealed class Opened(byte[] key)
    {
        public byte[] Key { get; } = key;

        public DateTimeOffset Until { get; set; }
    }
}
