using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage;

/// <summary>What people need to take part in sessions. Their words rest sealed; who reads them stands in the journal before they are shown.</summary>
public sealed class Accommodations(Store store) : IAccommodationBook
{
    private static readonly Sql Count = new("SELECT COUNT(*), COALESCE(SUM(CASE WHEN arranged=0 THEN 1 ELSE 0 END), 0) FROM training_accommodation WHERE session=@session", "b:session");
    private static readonly Sql Arrange = new("UPDATE training_accommodation SET arranged=1 WHERE session=@session AND person=@person AND arranged=0", "b:session t:person");
    private static readonly Sql Forget = new("DELETE FROM training_accommodation WHERE session IN (SELECT id FROM training_session WHERE ends<@before)", "l:before");

    public Task<Accommodation?> OfAsync(Guid sessionId, string personId, CancellationToken cancel)
    {
        var open = store.Open;
        return open.Database.ReadAsync(link => Task.FromResult(AccommodationRows.Of(link, open.Accommodations, sessionId, personId)));
    }

    public Task<(int All, int Open)> CountAsync(Guid sessionId, CancellationToken cancel) => store.Open.Database.ReadAsync(async link =>
    {
        await using var row = await link.ReadAsync(Count, [Ids.Bytes(sessionId)], cancel);
        await row.ReadAsync(cancel);
        return ((int)row.GetInt64(0), (int)row.GetInt64(1));
    });

    public Task<IReadOnlyList<Accommodation>> ReadAsync(Guid sessionId, AuditEntry audit, CancellationToken cancel)
    {
        var open = store.Open;
        return open.Writer.WriteAsync(write =>
        {
            var asked = AccommodationRows.Of(write.Link, open.Accommodations, sessionId);
            if (asked.Count > 0) write.Audit([audit]);
            return asked;
        });
    }

    public Task<bool> AskAsync(Guid sessionId, Accommodation asked, RollNews news, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(news);
        var open = store.Open;
        return open.Writer.WriteAsync(
            write =>
            {
                // The seat may have gone since somebody looked.
                if (RollRows.Find(write.Link, RollRows.LockSession.On(write.Database), sessionId)?.Of(asked.PersonId) is not { IsLive: true }) return false;
                AccommodationRows.Put(write.Link, open.Accommodations, sessionId, asked);
                TrainingRolls.Tell(write, news);
                return true;
            },
            committed: store.Announce);
    }

    public Task<bool> TakeBackAsync(Guid sessionId, string personId, AuditEntry audit, CancellationToken cancel) => store.Open.Writer.WriteAsync(write =>
    {
        if (AccommodationRows.Remove(write.Link, sessionId, personId) == 0) return false;
        write.Audit([audit]);
        return true;
    });

    public Task<bool> ArrangeAsync(Guid sessionId, string personId, RollNews news, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(news);
        return store.Open.Writer.WriteAsync(
            write =>
            {
                if (write.Link.Run(Arrange, Ids.Bytes(sessionId), personId) == 0) return false;
                TrainingRolls.Tell(write, news);
                return true;
            },
            committed: store.Announce);
    }

    /// <summary>Removes what belongs to sessions that ended before that moment and whose roll nobody has closed.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetAsync(DateTimeOffset before) => store.Open.Writer.WriteAsync(write => write.Link.Run(Forget, Ids.Ticks(before)));
}
