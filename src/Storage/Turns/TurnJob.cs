using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Writes a turn, or finds that it was written before or that another came between.</summary>
internal sealed class TurnJob(SealedTurn turn, LastCommits last, Action announce) : WriterJob<TurnOutcome>
{
    private static readonly Sql AddKey = new(
        "INSERT INTO turn_key(hash, conversation, revision, day) VALUES(@hash, @conversation, @revision, @day) ON CONFLICT DO NOTHING",
        "b:hash b:conversation i:revision i:day");
    private static readonly Sql FindEarlier = new(
        """
        SELECT k.revision, c.revision, t.first, t.ct FROM turn_key k
        LEFT JOIN conversation c ON c.id=k.conversation
        LEFT JOIN transcript t ON t.conversation=k.conversation AND t.revision=k.revision
        WHERE k.hash=@hash
        """,
        "b:hash");
    private static readonly Sql Begin = new(
        """
        INSERT INTO conversation(id, revision, replies, timers, timers_before, state, server_slot, expires)
        VALUES(@id, 1, @replies, @timers, 0, @state, @slot, @expires) ON CONFLICT DO NOTHING RETURNING replies, timers_before
        """,
        "b:id i:replies i:timers b:state b:slot l:expires");
    private static readonly Sql GoOn = new(
        """
        UPDATE conversation SET revision=revision+1, replies=replies+@replies, timers_before=timers, timers=@timers, state=@state, server_slot=@slot, expires=@expires
        WHERE id=@id AND revision=@expected RETURNING replies, timers_before
        """,
        "i:replies i:timers b:state b:slot l:expires b:id i:expected");
    private static readonly Sql AddReplies = new(
        "INSERT INTO transcript(conversation, revision, first, replies, ct) VALUES(@conversation, @revision, @first, @replies, @ct)",
        "b:conversation i:revision i:first i:replies b:ct");
    private static readonly Sql ForgetTimers = new("DELETE FROM deadline WHERE conversation=@conversation", "b:conversation");
    private static readonly Sql AddTimer = new(
        "INSERT INTO deadline(kind, case_id, conversation, subject, token, address, due, lease) VALUES(2, @case, @conversation, @run, @token, @address, @due, 0)",
        "b:case b:conversation t:run t:token b:address l:due");
    internal static readonly Sql Pin = new(
        "INSERT INTO protocol_version(key, hash, canonical) VALUES(@key, @hash, @canonical) ON CONFLICT DO NOTHING",
        "t:key t:hash t:canonical");

    public override void Committed(WriteSession session)
    {
        if (Result.Outcome != CommitOutcome.Committed) return;
        last.Put(turn.Conversation, new ConversationAtRest(Result.Revision, turn.State, turn.ServerSlot));
        if (turn.Cases.Any(c => c.Step.Notices.Count > 0)) announce();
    }

    protected override TurnOutcome Act(WriteSession session)
    {
        var link = session.Link;
        foreach (var hash in turn.DedupeHashes)
            if (link.Run(AddKey, hash, turn.Conversation, turn.ExpectedRevision + 1, turn.Day) == 0)
                return Repeat(session, hash);

        if (turn.NonceHash is { } nonce && link.Run(CaseBook.UseNonce, nonce, turn.Day) == 0)
        {
            session.Undo();
            return new TurnOutcome(CommitOutcome.Repeat, 0, 0);
        }

        if (turn.IsRepeat || Advance(link) is not var (replies, timersBefore)) return Conflict(session);
        var first = replies - turn.Replies;
        if (turn.Transcript is not null) link.Run(AddReplies, turn.Conversation, turn.ExpectedRevision + 1, first, turn.Replies, turn.Transcript);
        if (turn.Outgoing is not null) link.Run(Outgoing.Add, turn.Conversation, turn.ExpectedRevision + 1, turn.Outgoing, turn.OutgoingDue);
        if (timersBefore > 0) link.Run(ForgetTimers, turn.Conversation);
        foreach (var timer in turn.Timers) link.Run(AddTimer, turn.WaitsForCase, turn.Conversation, timer.RunId, timer.Token, turn.Address, Ids.Ticks(timer.Due));
        foreach (var pinned in turn.Pinned) link.Run(Pin, pinned.Key, pinned.Hash, pinned.CanonicalJson);
        foreach (var sealedCase in turn.Cases)
            if (!CaseWriter.Write(session, sealedCase))
                return Conflict(session);
        // Two people at once: the row is there for one of them.
        foreach (var taken in turn.Taken)
            if (link.Run(HandedRuns.Take, Ids.Bytes(taken.CaseId), taken.RunId) == 0)
                return Conflict(session);
        foreach (var (run, ct) in turn.Handed)
            link.Run(HandedRuns.Add, Ids.Bytes(run.CaseId), run.RunId, HandedRuns.WordOf(run.Why), run.FromPerson, run.ToPerson, run.Role, turn.Now, ct);
        foreach (var mark in turn.Tallies) link.Run(Storage.Tallies.Add, mark.Protocol, mark.SchoolId, mark.Month, mark.Question, mark.Choice);
        foreach (var (change, address) in turn.HandOvers) HandOverWriter.Write(link, change, address, turn.Now);
        return new TurnOutcome(CommitOutcome.Committed, turn.ExpectedRevision + 1, first);
    }

    private (int Replies, int TimersBefore)? Advance(Link link)
    {
        using var row = turn.ExpectedRevision == 0
            ? link.Read(Begin, turn.Conversation, turn.Replies, turn.Timers.Count, turn.State, turn.ServerSlot, turn.Expires)
            : link.Read(GoOn, turn.Replies, turn.Timers.Count, turn.State, turn.ServerSlot, turn.Expires, turn.Conversation, turn.ExpectedRevision);
        return row.Read() ? (row.GetInt32(0), row.GetInt32(1)) : null;
    }

    private static TurnOutcome Conflict(WriteSession session)
    {
        session.Undo();
        return new TurnOutcome(CommitOutcome.Conflict, 0, 0);
    }

    private static TurnOutcome Repeat(WriteSession session, byte[] hash)
    {
        session.Undo();
        using var row = session.Link.Read(FindEarlier, hash);
        // Two of the turn's own keys are alike, or the row went in the meantime.
        if (!row.Read()) throw new InvalidOperationException("A turn's dedupe keys must differ.");
        return new TurnOutcome(
            CommitOutcome.Repeat,
            row.IsDBNull(1) ? 0 : row.GetInt32(1),
            row.IsDBNull(2) ? 0 : row.GetInt32(2),
            row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3),
            row.GetInt32(0));
    }
}
