using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>A deadline that has come, claimed by one worker until its lease runs out. Either a case's or a conversation's.</summary>
/// <param name="Case">A case's deadline, or null.</param>
/// <param name="Silence">A conversation's, or null.</param>
/// <param name="Lease">UTC ticks; what proves that the claim still holds.</param>
public sealed record DueDeadline(long Id, Deadline? Case, DueSilence? Silence, long Lease);

/// <summary>A person has not answered in time.</summary>
public sealed record DueSilence(ConversationKey Conversation, SilenceTimer Timer);

public enum Fired
{
    /// <summary>On disk; this deadline is gone.</summary>
    Done,

    /// <summary>The case changed meanwhile: the claim is given back, so load the case and decide again.</summary>
    CaseChanged,

    /// <summary>Another worker has it, or has fired it: nothing was written.</summary>
    NotOurs,
}

/// <summary>Deadlines of cases and silences of conversations. Each fires once, in the commit that does what it stands for.</summary>
public sealed class Deadlines(Store store, ILogger<Deadlines> log)
{
    private const int SilenceKind = 2;
    private const string Columns = "id, kind, case_id, conversation, subject, token, address, due, lease";
    private static readonly Sql IsAnyDue = new("SELECT 1 FROM deadline WHERE due<=@now AND lease<=@now LIMIT 1", "l:now");
    private static readonly Sql Waiting = new($"SELECT {Columns} FROM deadline WHERE case_id=@case AND kind=2", "b:case");
    private static readonly Sql Remove = new("DELETE FROM deadline WHERE id=@id AND lease=@lease", "l:id l:lease");
    private static readonly Sql GiveBack = new("UPDATE deadline SET lease=0 WHERE id=@id AND lease=@lease", "l:id l:lease");
    private static readonly SqlByDatabase Claim = new(database => new Sql(
        $"""
        UPDATE deadline SET lease=@until WHERE id IN
        (SELECT id FROM deadline WHERE due<=@now AND lease<=@now ORDER BY due, id LIMIT @max{database.SkipLocked})
        RETURNING {Columns}
        """,
        "l:until l:now i:max"));

    /// <summary>Takes what has come, the longest overdue first.</summary>
    /// <param name="lease">How long nobody else gets them.</param>
    public async Task<IReadOnlyList<DueDeadline>> ClaimDueAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel)
    {
        var (open, ticks, until) = (store.Open, Ids.Ticks(now), Ids.Ticks(now + lease));
        var any = await open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(IsAnyDue, [ticks], cancel);
            return await row.ReadAsync(cancel);
        });
        if (!any) return [];
        var due = await open.Writer.WriteAsync(session =>
        {
            using var rows = session.Link.Read(Claim.On(open.Database), until, ticks, max);
            return ReadAll(rows, open.Turns);
        });
        return [.. due.OrderBy(d => d.Case?.Due ?? d.Silence!.Timer.Due).ThenBy(d => d.Id)];
    }

    /// <summary>Does what a case's deadline stands for, once: <paramref name="step"/> and the end of the deadline are one commit.</summary>
    /// <param name="expectedRevision">Of the case that the step was computed on.</param>
    public async Task<Fired> FireAsync(DueDeadline item, CaseStep step, int expectedRevision, CancellationToken cancel)
    {
        if (item.Case?.CaseId != step.Case.Id) throw new ArgumentException("The step is of another case.", nameof(step));
        var sealedCase = await store.Open.Sealer.SealAsync(step, expectedRevision, cancel);
        return await store.Open.Writer.WriteAsync(
            session =>
            {
                if (session.Link.Run(Remove, item.Id, item.Lease) == 0) return Fired.NotOurs;
                if (CaseWriter.Write(session, sealedCase)) return Fired.Done;
                session.Undo();
                session.Link.Run(GiveBack, item.Id, item.Lease);
                return Fired.CaseChanged;
            },
            committed: store.Announce);
    }

    /// <summary>Conversations that wait for somebody to acknowledge a case: the silences they would otherwise notice. Claims nothing.</summary>
    public Task<IReadOnlyList<DueSilence>> WaitingForAsync(Guid caseId, CancellationToken cancel)
    {
        var open = store.Open;
        return open.Database.ReadAsync<IReadOnlyList<DueSilence>>(async link =>
        {
            var waiting = new List<DueSilence>();
            await using var rows = await link.ReadAsync(Waiting, [Ids.Bytes(caseId)], cancel);
            while (await rows.ReadAsync(cancel))
                if (SilenceOf(rows, open.Turns) is { } silence) waiting.Add(silence);
            return waiting;
        });
    }

    /// <summary>Ends a deadline that stands for nothing any more: its token is stale, or its turn was taken.</summary>
    /// <returns>False where another worker has it.</returns>
    public Task<bool> DropAsync(DueDeadline item) =>
        store.Open.Writer.WriteAsync(session => session.Link.Run(Remove, item.Id, item.Lease) == 1);

    /// <summary>Gives a claim back at once, for whoever comes next.</summary>
    public Task<bool> ReleaseAsync(DueDeadline item) =>
        store.Open.Writer.WriteAsync(session => session.Link.Run(GiveBack, item.Id, item.Lease) == 1);

    private List<DueDeadline> ReadAll(DbDataReader rows, TurnSealer turns)
    {
        var due = new List<DueDeadline>();
        while (rows.Read())
        {
            var (id, at, lease) = (rows.GetInt64(0), Ids.Time(rows.GetInt64(7)), rows.GetInt64(8));
            if (rows.GetInt32(1) != SilenceKind)
                due.Add(new DueDeadline(id, new Deadline(Ids.Guid(rows.GetFieldValue<byte[]>(2)), (DeadlineKind)rows.GetInt32(1), rows.GetString(4), rows.GetString(5), at), null, lease));
            else if (SilenceOf(rows, turns) is { } silence)
                due.Add(new DueDeadline(id, null, silence, lease));
        }

        return due;
    }

    // One row that somebody changed must not hold up the others.
    private DueSilence? SilenceOf(DbDataReader row, TurnSealer turns)
    {
        try
        {
            return new DueSilence(turns.OpenAddress(row.GetFieldValue<byte[]>(6), row.GetFieldValue<byte[]>(3)), new SilenceTimer(row.GetString(4), row.GetString(5), Ids.Time(row.GetInt64(7))));
        }
        catch (CryptographicException)
        {
            Log.DoesNotOpen(log, "deadline");
            return null;
        }
    }
}
