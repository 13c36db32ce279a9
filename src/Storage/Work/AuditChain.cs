using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace SupportBot.Storage;

/// <summary>A link of the chain, to be kept where the database's owner cannot change it.</summary>
/// <param name="Hash">Lowercase hex.</param>
public sealed record AuditAnchor(long Seq, string Hash);

/// <summary>Where a chain is broken.</summary>
/// <param name="Seq">The first record that is wrong or missing.</param>
/// <param name="Why">For an operator.</param>
public sealed record BrokenChain(long Seq, string Why);

/// <summary>
/// Checks that nothing of the audit was changed, removed, put in or moved. A tail that was cut off, or a chain that was written anew,
/// shows only against an anchor that was kept elsewhere.
/// </summary>
public sealed class AuditChain(Store store, ILogger<AuditChain> log)
{
    private static readonly Sql ReadAll = new("SELECT seq, case_id, actor, action, subject, at, prev, hash FROM audit ORDER BY seq");
    private static readonly Sql ReadHead = new("SELECT seq, hash FROM audit_head WHERE id=1");

    /// <summary>The chain's last link now.</summary>
    public Task<AuditAnchor> AnchorAsync(CancellationToken cancel) => store.Open.Database.ReadAsync(async link =>
    {
        await using var row = await link.ReadAsync(ReadHead, [], cancel);
        await row.ReadAsync(cancel);
        return new AuditAnchor(row.GetInt64(0), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(1)));
    });

    /// <returns>The first bad record, or null where the chain is whole and meets <paramref name="anchor"/>.</returns>
    public async Task<BrokenChain?> VerifyAsync(AuditAnchor? anchor, CancellationToken cancel)
    {
        // The head first: links that are added meanwhile come after it.
        var head = await AnchorAsync(cancel);
        var broken = await store.Open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(ReadAll, [], cancel);
            return await WalkAsync(row, head, anchor, cancel);
        });
        if (broken is not null) Log.ChainBroken(log, broken.Seq);
        return broken;
    }

    private static async Task<BrokenChain?> WalkAsync(DbDataReader row, AuditAnchor head, AuditAnchor? anchor, CancellationToken cancel)
    {
        var (last, hash) = (0L, AuditLink.Origin);
        while (await row.ReadAsync(cancel))
        {
            var seq = row.GetInt64(0);
            if (seq != last + 1) return new BrokenChain(last + 1, "the record is missing");
            if (!row.GetFieldValue<byte[]>(6).AsSpan().SequenceEqual(hash)) return new BrokenChain(seq, "it does not follow the record before it");
            hash = AuditLink.HashOf(hash, seq, row.GetFieldValue<byte[]>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5));
            if (!row.GetFieldValue<byte[]>(7).AsSpan().SequenceEqual(hash)) return new BrokenChain(seq, "the record was changed");
            if (seq == anchor?.Seq && Convert.ToHexStringLower(hash) != anchor.Hash) return new BrokenChain(seq, "the chain was written anew up to here");
            last = seq;
        }

        if (last < head.Seq) return new BrokenChain(last + 1, "the chain ends before its head");
        return last < anchor?.Seq ? new BrokenChain(last + 1, "the chain ends before the anchor") : null;
    }
}
