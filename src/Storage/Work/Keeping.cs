using Microsoft.EntityFrameworkCore;
using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>Finds closed cases that may have been kept long enough, and shreds: the key goes, and with it every word that was sealed under it.</summary>
public sealed class Keeping(Store store)
{
    private static readonly Sql[] Deletes =
    [
        new("DELETE FROM case_words WHERE case_id=@case", "b:case"),
        new("DELETE FROM case_key WHERE case_id=@case", "b:case"),
        new("DELETE FROM alert_delivery WHERE case_id=@case", "b:case"),
        new("DELETE FROM deadline WHERE case_id=@case", "b:case"),
        new("DELETE FROM send WHERE case_id=@case", "b:case"),
        new("DELETE FROM card_copy WHERE case_id=@case", "b:case"),
        new("DELETE FROM outbox WHERE case_id=@case", "b:case"),
    ];

    /// <summary>Closed cases that still have a key and were closed before <paramref name="before"/>, oldest first.</summary>
    /// <param name="after">The last one seen, for the next page; null for the first.</param>
    public async Task<IReadOnlyList<Case>> ClosedBeforeAsync(DateTimeOffset before, (DateTimeOffset Closed, Guid Id)? after, int most, CancellationToken cancel)
    {
        var open = store.Open;
        await using var db = open.Database.Context();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var until = Ids.Ticks(before);
        var from = after is { } last ? Ids.Ticks(last.Closed) : long.MinValue;
        var rows = await db.Cases
            .Where(c => c.Closed != null && c.Closed < until && c.Closed >= from && db.Set<CaseKeyRow>().Any(k => k.CaseId == c.Id))
            .OrderBy(c => c.Closed).ThenBy(c => c.Number).Take(most).ToListAsync(cancel);
        return [.. rows.Select(open.Facts.Read)];
    }

    /// <summary>Writes what is left of the case and deletes the rest of it in one transaction, then empties the journal.</summary>
    /// <param name="shredded">The step of <see cref="CaseEngine.Shred"/>.</param>
    /// <returns>False where the case changed meanwhile: nothing was deleted.</returns>
    public async Task<bool> ShredAsync(CaseStep shredded, int expectedRevision, CancellationToken cancel)
    {
        if (!shredded.Case.Shredded) throw new ArgumentException("Only the step that shreds may delete.", nameof(shredded));
        var open = store.Open;
        var sealedCase = await open.Sealer.SealAsync(shredded, expectedRevision, cancel);
        var done = await open.Writer.WriteAsync(session =>
        {
            if (!CaseWriter.Write(session, sealedCase))
            {
                session.Undo();
                return false;
            }

            foreach (var delete in Deletes) session.Link.Run(delete, sealedCase.Id);
            return true;
        });
        open.Keys.Forget(shredded.Case.Id);
        if (done) await open.Writer.AloneAsync(open.Database.Truncate);
        return done;
    }
}
