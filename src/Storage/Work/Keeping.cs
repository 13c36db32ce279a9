using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>Finds closed cases that may have been kept long enough, and shreds: the key goes, and with it every word that was sealed under it.</summary>
public sealed class Keeping(Store store, ILogger<Keeping> log)
{
    private static readonly Sql[] Deletes =
    [
        new("DELETE FROM case_words WHERE case_id=@case", "b:case"),
        new("DELETE FROM case_key WHERE case_id=@case", "b:case"),
        new("DELETE FROM alert_delivery WHERE case_id=@case", "b:case"),
        new("DELETE FROM deadline WHERE case_id=@case", "b:case"),
        new("DELETE FROM send WHERE case_id=@case", "b:case"),
        new("DELETE FROM card_copy WHERE case_id=@case", "b:case"),
        new("DELETE FROM handed_run WHERE case_id=@case", "b:case"),
        new("DELETE FROM absence_case WHERE case_id=@case", "b:case"),
        new("DELETE FROM outbox WHERE case_id=@case", "b:case"),
    ];

    private const int Page = 200;
    private static readonly Sql Find = new(
        """
        SELECT id, revision, facts, excluded, closed, number FROM case_file c
        WHERE closed<@before AND (closed>@closed OR (closed=@closed AND number>@number)) AND EXISTS (SELECT 1 FROM case_key k WHERE k.case_id=c.id)
        ORDER BY closed, number LIMIT @most
        """,
        "l:before l:closed t:number i:most");

    /// <summary>Closed cases that still have a key and were closed before <paramref name="before"/>, oldest first. One that does not open is left out, and keeps no other from being found.</summary>
    public async IAsyncEnumerable<Case> ClosedBeforeAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (closed, number, found) = (long.MinValue, "", Page);
        while (found == Page)
        {
            List<Case> page = [];
            (found, closed, number) = await store.Open.Database.ReadAsync(async link =>
            {
                var count = 0;
                await using var row = await link.ReadAsync(Find, [Ids.Ticks(before), closed, number, Page], cancel);
                for (; await row.ReadAsync(cancel); count++)
                {
                    (closed, number) = (row.GetInt64(4), row.GetString(5));
                    if (Read(row) is { } @case) page.Add(@case);
                }

                return (count, closed, number);
            });
            foreach (var @case in page) yield return @case;
        }
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

    private Case? Read(DbDataReader row)
    {
        try
        {
            return store.Open.Facts.Read(row.GetFieldValue<byte[]>(0), row.GetInt32(1), row.GetString(2), row.GetFieldValue<byte[]>(3));
        }
        catch (CryptographicException)
        {
            Log.DoesNotOpen(log, "case_file");
            return null;
        }
    }
}
