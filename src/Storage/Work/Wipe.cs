using Microsoft.Extensions.Logging;

namespace SupportBot.Storage;

/// <summary>Makes unattended conversations unreadable and gone: rows overwritten, then the journal emptied.</summary>
public sealed class Wipe(Store store, ILogger<Wipe> log)
{
    /// <summary>How long a turn is remembered after it was committed: a card may be clicked again next week.</summary>
    private const int DaysOfTurnKeys = 8;

    // A silence that must still be noticed keeps its conversation: the program may have to go on without the person.
    private const string Expired = "SELECT id FROM conversation WHERE expires<=@now AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.conversation=conversation.id)";
    private static readonly Sql AnyExpired = new($"SELECT 1 FROM ({Expired} LIMIT 1) AS expired", "l:now");
    private static readonly Sql WipeReplies = new($"DELETE FROM transcript WHERE conversation IN ({Expired})", "l:now");
    private static readonly Sql WipeConversations = new("DELETE FROM conversation WHERE expires<=@now AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.conversation=conversation.id)", "l:now");
    private static readonly Sql ForgetTurns = new("DELETE FROM turn_key WHERE day<@day", "i:day");
    private static readonly Sql ForgetNonces = new("DELETE FROM used_nonce WHERE day>=0 AND day<@day", "i:day");

    /// <summary>Wipes the conversations whose time is over by <paramref name="now"/>, and dedupe keys older than a week.</summary>
    /// <returns>How many conversations.</returns>
    public async Task<int> ExpiredConversationsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var open = store.Open;
        var ticks = Ids.Ticks(now);
        var any = await open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(AnyExpired, [ticks], cancel);
            return await row.ReadAsync(cancel);
        });
        var wiped = !any ? 0 : await open.Writer.WriteAsync(
            session =>
            {
                session.Link.Run(WipeReplies, ticks);
                return session.Link.Run(WipeConversations, ticks);
            },
            committed: open.Last.Clear);
        var oldest = (int)(ticks / TimeSpan.TicksPerDay) - DaysOfTurnKeys;
        await open.Writer.WriteAsync(session => session.Link.Run(ForgetTurns, oldest) + session.Link.Run(ForgetNonces, oldest));
        if (wiped == 0) return 0;
        var emptied = await EmptyJournalAsync();
        Log.Wiped(log, wiped, emptied);
        return wiped;
    }

    /// <summary>Empties SQLite's journal, which until then holds what was deleted. To be called now and then, too. False where a reader was in the way.</summary>
    public Task<bool> EmptyJournalAsync() => store.Open.Writer.AloneAsync(store.Open.Database.Truncate);
}
