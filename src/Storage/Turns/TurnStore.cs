using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Conversations and the one commit of a turn (docs/decisions/0006).</summary>
internal sealed class TurnStore(Store store, TimeProvider clock) : ITurnStore
{
    private static readonly Sql FindConversation = new("SELECT revision, state, server_slot FROM conversation WHERE id=@id", "b:id");
    private static readonly Sql FindReplies = new(
        "SELECT revision, first, ct FROM transcript WHERE conversation=@id AND first+replies>@from ORDER BY revision",
        "b:id i:from");
    private static readonly Sql ForgetReplies = new("DELETE FROM transcript WHERE conversation=@id", "b:id");
    private static readonly Sql ForgetConversation = new("DELETE FROM conversation WHERE id=@id AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.conversation=@id)", "b:id");
    private static readonly Sql FindTurn = new("SELECT 1 FROM turn_key WHERE hash=@hash", "b:hash");
    private static readonly Sql FindReceipt = new(
        """
        SELECT k.case_id, k.salt, k.slot_r, f.revision, f.facts, f.excluded FROM case_key k JOIN case_file f ON f.id=k.case_id WHERE k.locator=@locator
        """,
        "b:locator");

    public async Task<Conversation?> LoadAsync(ConversationKey key, Lockbox lockbox, CancellationToken cancel)
    {
        var id = store.Open.Turns.IdOf(key);
        return await RowAsync(id, cancel) is { } row ? store.Open.Turns.Open(key, id, row, lockbox) : null;
    }

    public async Task<ServersConversation?> LoadForServerAsync(ConversationKey key, CancellationToken cancel)
    {
        var id = store.Open.Turns.IdOf(key);
        return await RowAsync(id, cancel) is { } row ? store.Open.Turns.OpenForServer(key, id, row) : null;
    }

    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> RepliesAsync(ConversationKey key, Lockbox lockbox, int from, CancellationToken cancel)
    {
        var id = store.Open.Turns.IdOf(key);
        return await store.Open.Database.ReadAsync<IReadOnlyList<ReadOnlyMemory<byte>>>(async link =>
        {
            var replies = new List<ReadOnlyMemory<byte>>();
            await using var rows = await link.ReadAsync(FindReplies, [id, from], cancel);
            while (await rows.ReadAsync(cancel))
                replies.AddRange(store.Open.Turns.OpenReplies(id, rows.GetInt32(0), rows.GetFieldValue<byte[]>(2), lockbox).Skip(from - rows.GetInt32(1)));
            return replies;
        });
    }

    public async Task ForgetAsync(ConversationKey key, Lockbox lockbox, CancellationToken cancel)
    {
        // Only whoever can open a conversation may have it forgotten.
        if (await LoadAsync(key, lockbox, cancel) is null) return;
        var open = store.Open;
        var id = open.Turns.IdOf(key);
        await open.Writer.WriteAsync(
            session =>
            {
                session.Link.Run(ForgetReplies, id);
                return session.Link.Run(ForgetConversation, id);
            },
            committed: open.Last.Clear);
        await open.Writer.AloneAsync(open.Database.Truncate);
    }

    public Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var id = store.Open.Turns.IdOf(commit.Key);
        var hashes = store.Open.Turns.HashesOf(commit);
        return commit.Cases.Count == 0 ? WriteAsync(commit, id, hashes, []) : WithCasesAsync(commit, id, hashes, cancel);
    }

    public Task<Case?> FindCaseAsync(Guid caseId, CancellationToken cancel) => store.Open.Cases.FindAsync(caseId, cancel);

    public Task<Case?> FindCaseByNumberAsync(string number, CancellationToken cancel) => store.Open.Cases.FindByNumberAsync(number, cancel);

    public Task<WaitingRun?> FindHandedAsync(Guid caseId, string runId, CancellationToken cancel) => store.Open.Runs.FindAsync(caseId, runId, cancel);

    public async Task<ReporterCase?> OpenByReceiptAsync(ReceiptCode code, CancellationToken cancel)
    {
        var open = store.Open;
        var locator = open.Receipts.LocatorOf(code);
        var (id, salt, slot, @case) = await open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(FindReceipt, [locator], cancel);
            if (!await row.ReadAsync(cancel)) return default((byte[]? Id, byte[]? Salt, byte[]? Slot, Case? Case));
            var found = row.GetFieldValue<byte[]>(0);
            return (found, row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2), open.Facts.Read(found, row.GetInt32(3), row.GetString(4), row.GetFieldValue<byte[]>(5)));
        });
        var key = await open.Receipts.OpenAsync(code, id, salt, slot, cancel);
        if (key is null || @case is null) return null;
        var words = await open.Cases.WordsAsync(@case.Id, key, w => w.ReporterMaySee, cancel);
        return new ReporterCase(@case, new CaseKey(key), words);
    }

    private async Task<CommitResult> WithCasesAsync(TurnCommit commit, byte[] id, byte[][] hashes, CancellationToken cancel)
    {
        var cases = new List<SealedCase>();
        foreach (var change in commit.Cases)
        {
            if (await store.Open.Sealer.SealAsync(change, async () => !await WasCommittedAsync(hashes, cancel), cancel) is not { } sealedCase)
                return await WriteAsync(commit, id, hashes, null);
            cases.Add(sealedCase);
        }

        return await WriteAsync(commit, id, hashes, cases);
    }

    // No cancelling from here on: nobody could know whether it was written.
    private async Task<CommitResult> WriteAsync(TurnCommit commit, byte[] id, byte[][] hashes, IReadOnlyList<SealedCase>? cases)
    {
        var open = store.Open;
        var turn = open.Turns.Seal(commit, id, hashes, clock.GetUtcNow(), cases) with { NonceHash = commit.Nonce is { } nonce ? open.Addresses.HashOf(nonce) : null, Handed = [.. commit.Handed.Select(r => (r, open.Runs.Seal(r)))] };
        var result = await open.Writer.WriteAsync(new TurnJob(turn, open.Last, store.Announce));
        var earlier = open.Turns.OpenReplies(id, result.EarlierRevision, result.Earlier, commit.Lockbox);
        return new CommitResult(result.Outcome, result.Revision, result.FirstReply, earlier);
    }

    private Task<bool> WasCommittedAsync(byte[][] hashes, CancellationToken cancel) => store.Open.Database.ReadAsync(async link =>
    {
        foreach (var hash in hashes)
        {
            await using var row = await link.ReadAsync(FindTurn, [hash], cancel);
            if (await row.ReadAsync(cancel)) return true;
        }

        return false;
    });

    private async ValueTask<ConversationAtRest?> RowAsync(byte[] id, CancellationToken cancel)
    {
        var open = store.Open;
        if (open.Last.Find(id) is { } last) return last;
        return await open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(FindConversation, [id], cancel);
            return await row.ReadAsync(cancel) ? new ConversationAtRest(row.GetInt32(0), row.GetFieldValue<byte[]>(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2)) : null;
        });
    }
}
