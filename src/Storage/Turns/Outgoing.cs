using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Replies of one turn that a channel has still to send, claimed by one worker until its lease runs out.</summary>
/// <param name="Activities">All replies of the turn, as JSON, each with its whole address.</param>
/// <param name="Sent">How many of them left already.</param>
/// <param name="Attempts">This claim included; 1 for the first.</param>
public sealed record OutgoingItem(ReadOnlyMemory<byte> Conversation, int Revision, IReadOnlyList<ReadOnlyMemory<byte>> Activities, int Sent, int Attempts, long Lease);

/// <summary>
/// Replies on channels that keep no transcript of ours (Teams). They are written in the turn's own commit and forgotten once they left, so that an answer is
/// late at worst: neither a connector that is down nor a process that dies after its commit takes it away.
/// </summary>
public sealed class Outgoing(Store store)
{
    private const string Columns = "conversation, revision, ct, sent, attempts, lease";
    internal static readonly Sql Add = new(
        "INSERT INTO outgoing(conversation, revision, ct, sent, due, attempts, lease) VALUES(@conversation, @revision, @ct, 0, @due, 0, 0)",
        "b:conversation i:revision b:ct l:due");
    private static readonly Sql IsOlder = new("SELECT 1 FROM outgoing WHERE conversation=@conversation AND revision<@revision LIMIT 1", "b:conversation i:revision");
    private static readonly Sql IsAnyDue = new("SELECT 1 FROM outgoing WHERE due<=@now AND lease<=@now LIMIT 1", "l:now");
    private static readonly Sql Forget = new("DELETE FROM outgoing WHERE conversation=@conversation AND revision=@revision AND lease=@lease", "b:conversation i:revision l:lease");
    private static readonly Sql Postpone = new(
        "UPDATE outgoing SET sent=@sent, due=@due, lease=0 WHERE conversation=@conversation AND revision=@revision AND lease=@lease", "i:sent l:due b:conversation i:revision l:lease");
    private static readonly SqlByDatabase Claim = new(database => new Sql(
        $"""
        UPDATE outgoing SET lease=@until, attempts=attempts+1 WHERE (conversation, revision) IN
        (SELECT o.conversation, o.revision FROM outgoing o WHERE o.due<=@now AND o.lease<=@now
        AND NOT EXISTS (SELECT 1 FROM outgoing p WHERE p.conversation=o.conversation AND p.revision<o.revision) ORDER BY o.due LIMIT @max{database.SkipLocked})
        RETURNING {Columns}
        """,
        "l:until l:now i:max"));

    /// <summary>True where an earlier turn of the conversation has still something to send: then this one's replies wait behind it.</summary>
    public Task<bool> IsBehindAsync(ConversationKey key, int revision, CancellationToken cancel)
    {
        var id = store.Open.Turns.IdOf(key);
        return store.Open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(IsOlder, [id, revision], cancel);
            return await row.ReadAsync(cancel);
        });
    }

    /// <summary>Everything that this turn said has left. Does nothing where a worker has it already.</summary>
    public Task SentAsync(ConversationKey key, int revision) => ForgetAsync(store.Open.Turns.IdOf(key), revision, 0);

    /// <summary>Only the first <paramref name="sent"/> replies of this turn have left; the rest may be tried from <paramref name="due"/> on.</summary>
    public Task LeftAsync(ConversationKey key, int revision, int sent, DateTimeOffset due) => PostponeAsync(store.Open.Turns.IdOf(key), revision, sent, due, 0);

    /// <summary>Takes what is due: of each conversation only its oldest turn, so that nothing overtakes.</summary>
    public async Task<IReadOnlyList<OutgoingItem>> ClaimAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel)
    {
        var (open, ticks, until) = (store.Open, Ids.Ticks(now), Ids.Ticks(now + lease));
        var any = await open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(IsAnyDue, [ticks], cancel);
            return await row.ReadAsync(cancel);
        });
        if (!any) return [];
        var rows = await open.Writer.WriteAsync(session =>
        {
            using var found = session.Link.Read(Claim.On(open.Database), until, ticks, max);
            var claimed = new List<(byte[] Id, int Revision, byte[] Ct, int Sent, int Attempts, long Lease)>();
            while (found.Read()) claimed.Add((found.GetFieldValue<byte[]>(0), found.GetInt32(1), found.GetFieldValue<byte[]>(2), found.GetInt32(3), found.GetInt32(4), found.GetInt64(5)));
            return claimed;
        });
        return [.. rows.OrderBy(r => r.Revision).Select(r => new OutgoingItem(r.Id, r.Revision, open.Turns.OpenOutgoing(r.Id, r.Revision, r.Ct), r.Sent, r.Attempts, r.Lease))];
    }

    /// <summary>All of it has left, or it can never leave.</summary>
    public Task CompleteAsync(OutgoingItem item) => ForgetAsync(item.Conversation.ToArray(), item.Revision, item.Lease);

    /// <summary>The first <paramref name="sent"/> replies have left; the rest may be tried from <paramref name="later"/> on.</summary>
    public Task RetryAsync(OutgoingItem item, int sent, DateTimeOffset later) => PostponeAsync(item.Conversation.ToArray(), item.Revision, sent, later, item.Lease);

    private Task<int> ForgetAsync(byte[] id, int revision, long lease) => store.Open.Writer.WriteAsync(session => session.Link.Run(Forget, id, revision, lease));

    private Task<int> PostponeAsync(byte[] id, int revision, int sent, DateTimeOffset due, long lease) =>
        store.Open.Writer.WriteAsync(session => session.Link.Run(Postpone, sent, Ids.Ticks(due), id, revision, lease));
}
