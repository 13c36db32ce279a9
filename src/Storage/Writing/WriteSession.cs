using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>The one connection that writes, and the transaction that is open on it.</summary>
internal sealed class WriteSession(Database database) : IDisposable
{
    private static readonly Sql SavepointSql = new("SAVEPOINT job");
    private static readonly Sql UndoSql = new("ROLLBACK TO SAVEPOINT job");
    private static readonly Sql ReleaseSql = new("RELEASE SAVEPOINT job");
    private static readonly Sql CommitSql = new("COMMIT");
    private static readonly Sql AddAudit = new(
        "INSERT INTO audit(seq, case_id, actor, action, subject, at, prev, hash) VALUES(@seq, @case, @actor, @action, @subject, @at, @prev, @hash)",
        "l:seq b:case t:actor t:action t:subject l:at b:prev b:hash");
    private static readonly Sql MoveHead = new("UPDATE audit_head SET seq=@seq, hash=@hash WHERE id=1", "l:seq b:hash");
    private readonly Sql readHead = new("SELECT seq, hash FROM audit_head WHERE id=1" + database.ForUpdate);
    private Tail? tail;
    private Tail? tailAtSavepoint;
    private Tail? tailOnDisk;

    public Link Link { get; } = new(database.Open());

    public Database Database => database;

    public void Begin()
    {
        tail = tailAtSavepoint = tailOnDisk = null;
        Link.Run(database.Begin);
    }

    public void Savepoint()
    {
        tailAtSavepoint = tail;
        Link.Run(SavepointSql);
    }

    /// <summary>Takes back whatever was written since the savepoint.</summary>
    public void Undo()
    {
        tail = tailAtSavepoint;
        Link.Run(UndoSql);
    }

    public void Release() => Link.Run(ReleaseSql);

    /// <summary>Returns when the transaction is on disk.</summary>
    public void Commit()
    {
        if (tail is { } last && last != tailOnDisk) Link.Run(MoveHead, last.Seq, last.Hash);
        database.StillThere();
        Link.Run(CommitSql);
    }

    public void Audit(IReadOnlyList<AuditEntry> entries)
    {
        foreach (var entry in entries)
        {
            var last = tail ??= Head();
            var (seq, at, caseId, actor) = (last.Seq + 1, Ids.Ticks(entry.At), Ids.Bytes(entry.CaseId), entry.Actor.ToString());
            var hash = AuditLink.HashOf(last.Hash, seq, caseId, actor, entry.Action, entry.Subject, at);
            Link.Run(AddAudit, seq, caseId, actor, entry.Action, entry.Subject, at, last.Hash, hash);
            tail = new Tail(seq, hash);
        }
    }

    public void Dispose() => Link.Dispose();

    // Held until the commit: on a server with several processes, one adds to the chain at a time.
    private Tail Head()
    {
        using var row = Link.Read(readHead);
        if (!row.Read()) throw new InvalidOperationException("The audit chain has no head.");
        return tailOnDisk ??= new Tail(row.GetInt64(0), row.GetFieldValue<byte[]>(1));
    }

    private sealed record Tail(long Seq, byte[] Hash);
}
