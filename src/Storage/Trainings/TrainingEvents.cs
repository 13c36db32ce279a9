using System.Data.Common;
using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage;

/// <summary>A session's event, as it was kept last; claimed by one worker where it comes from a claim.</summary>
/// <param name="Sent">Hash of the time and place that were sent last; empty where nothing was.</param>
/// <param name="Wanted">Of the session's change that it was claimed for.</param>
/// <param name="Due">Null while it is in step.</param>
/// <param name="Lease">UTC ticks; what proves that the claim still holds.</param>
public sealed record EventItem(Guid SessionId, SessionEvent? Event, int Revision, string Sent, EventState State, string Code, long Wanted, DateTimeOffset? Due, int Attempts, long Lease);

/// <summary>
/// Keeps what stands in calendars for each session. A claim is a lease; what a calendar has answered is kept before anything else is asked of it, so that after a crash no more
/// than one request is repeated.
/// </summary>
public sealed class TrainingEvents(Store store) : ITrainingEvents
{
    private static readonly Sql Find = new($"SELECT {EventRows.Columns} FROM training_event WHERE session=@session", "b:session");
    private static readonly Sql IsAnyDue = new("SELECT 1 FROM training_event WHERE due<=@now AND lease<=@now LIMIT 1", "l:now");
    private static readonly Sql Living = new($"SELECT {EventRows.Columns} FROM training_event WHERE event IS NOT NULL AND state={(int)EventState.Kept}");
    private static readonly Sql Keep = new(
        "UPDATE training_event SET way=@way, event=@event, change_key=@key, revision=@revision, sequence=@sequence, guests=@guests, sent=@sent, state=@state, code=@code WHERE session=@session AND lease=@lease",
        "i:way t:event t:key i:revision i:sequence t:guests t:sent i:state t:code b:session l:lease");
    private static readonly Sql Release = new(
        "UPDATE training_event SET due=CASE WHEN wanted=@wanted THEN @due ELSE 0 END, attempts=@attempts, lease=0 WHERE session=@session AND lease=@lease", "l:wanted l:due i:attempts b:session l:lease");
    private static readonly Sql Lost = new(
        $"UPDATE training_event SET event=NULL, state={(int)EventState.Deleted}, wanted=wanted+1, due=NULL WHERE session=@session AND event=@event AND state={(int)EventState.Kept}", "b:session t:event");
    private static readonly Sql Followed = new(
        $"UPDATE training_event SET sent=@sent WHERE session=@session AND event=@event AND state={(int)EventState.Kept}", "t:sent b:session t:event");
    private static readonly Sql Again = new(
        $"UPDATE training_event SET event=NULL, revision=revision+1, sequence=0, guests='', sent='', state={(int)EventState.Kept}, code='', wanted=wanted+1, due=0 WHERE session=@session AND state={(int)EventState.Deleted}",
        "b:session");
    private static readonly SqlByDatabase Claim = new(database => new Sql(
        $"""
        UPDATE training_event SET lease=@until, attempts=attempts+1 WHERE session IN
        (SELECT session FROM training_event WHERE due<=@now AND lease<=@now ORDER BY due, session LIMIT @max{database.SkipLocked})
        RETURNING {EventRows.Columns}
        """,
        "l:until l:now i:max"));

    public Task<EventStanding?> FindAsync(Guid sessionId, CancellationToken cancel) => store.Open.Database.ReadAsync<EventStanding?>(async link =>
    {
        await using var row = await link.ReadAsync(Find, [Ids.Bytes(sessionId)], cancel);
        return await row.ReadAsync(cancel) && EventRows.ItemOf(row) is var item ? new EventStanding(item.State, item.Event, item.Due is null, item.Code) : null;
    });

    public Task<bool> AgainAsync(Guid sessionId, AuditEntry audit, CancellationToken cancel) => store.Open.Writer.WriteAsync(session =>
    {
        if (session.Link.Run(Again, Ids.Bytes(sessionId)) == 0) return false;
        session.Audit([audit]);
        return true;
    });

    /// <summary>Events that stand in a calendar.</summary>
    public Task<IReadOnlyList<EventItem>> LivingAsync(CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<EventItem>>(async link =>
    {
        await using var rows = await link.ReadAsync(Living, [], cancel);
        return await ReadAllAsync(rows, cancel);
    });

    /// <summary>Takes what is not in step, the longest due first.</summary>
    /// <param name="lease">How long nobody else gets them.</param>
    public async Task<IReadOnlyList<EventItem>> ClaimAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel)
    {
        var (open, ticks, until) = (store.Open, Ids.Ticks(now), Ids.Ticks(now + lease));
        var any = await open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(IsAnyDue, [ticks], cancel);
            return await row.ReadAsync(cancel);
        });
        if (!any) return [];
        return await open.Writer.WriteAsync<IReadOnlyList<EventItem>>(session =>
        {
            var items = new List<EventItem>();
            using var rows = session.Link.Read(Claim.On(open.Database), until, ticks, max);
            while (rows.Read()) items.Add(EventRows.ItemOf(rows));
            return items;
        });
    }

    /// <summary>Keeps what came of a request; the claim goes on.</summary>
    /// <returns>False where the lease ran out and another worker has it: nothing was written.</returns>
    public Task<bool> KeepAsync(EventItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return store.Open.Writer.WriteAsync(session => Write(session, item));
    }

    /// <summary>Keeps it and gives the claim back. Where the session has changed since the claim, it is due at once.</summary>
    /// <param name="due">When it is looked at again; null where it is in step.</param>
    /// <param name="notices">Whom to tell, in the same commit.</param>
    public Task<bool> ReleaseAsync(EventItem item, DateTimeOffset? due, IReadOnlyList<Notice> notices)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(notices);
        return store.Open.Writer.WriteAsync(
            session =>
            {
                if (!Write(session, item)) return false;
                session.Link.Run(Release, item.Wanted, due?.UtcTicks, due is null ? 0 : item.Attempts, Ids.Bytes(item.SessionId), item.Lease);
                foreach (var notice in notices) CaseWriter.Tell(session.Link, notice);
                return true;
            },
            committed: notices.Count > 0 ? store.Announce : null);
    }

    /// <summary>The session has followed its event: its time came from the calendar, and is not sent back there.</summary>
    /// <param name="sent">Hash of the time and place that the event has now.</param>
    public Task FollowedAsync(Guid sessionId, string eventId, string sent) => store.Open.Writer.WriteAsync(session => session.Link.Run(Followed, sent, Ids.Bytes(sessionId), eventId));

    /// <summary>Somebody has deleted the event by hand; who is to know of it is told in the same commit.</summary>
    /// <returns>False where that is known already.</returns>
    public Task<bool> DeletedAsync(Guid sessionId, string eventId, IReadOnlyList<Notice> notices, AuditEntry audit)
    {
        ArgumentNullException.ThrowIfNull(notices);
        return store.Open.Writer.WriteAsync(
            session =>
            {
                if (session.Link.Run(Lost, Ids.Bytes(sessionId), eventId) == 0) return false;
                foreach (var notice in notices) CaseWriter.Tell(session.Link, notice);
                session.Audit([audit]);
                return true;
            },
            committed: store.Announce);
    }

    private static bool Write(WriteSession session, EventItem item) => session.Link.Run(
        Keep, (int)(item.Event?.Way ?? CalendarWay.None), item.Event?.Id, item.Event?.ChangeKey ?? "", item.Revision, item.Event?.Sequence ?? 0, EventRows.Text(item.Event?.Guests ?? []), item.Sent, (int)item.State, item.Code,
        Ids.Bytes(item.SessionId), item.Lease) == 1;

    private static async Task<IReadOnlyList<EventItem>> ReadAllAsync(DbDataReader rows, CancellationToken cancel)
    {
        var items = new List<EventItem>();
        while (await rows.ReadAsync(cancel)) items.Add(EventRows.ItemOf(rows));
        return items;
    }
}
