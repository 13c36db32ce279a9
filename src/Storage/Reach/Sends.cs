using System.Data.Common;
using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>One notice that one person is to get by one channel.</summary>
/// <param name="Climbs">True where the ladder has a next rung: if nobody of this one can be reached, it is called at once.</param>
public sealed record NewSend(string PersonId, string Channel, bool Climbs, DateTimeOffset Due);

/// <summary>A send, claimed by one worker until its lease runs out.</summary>
/// <param name="Attempts">This claim included; 1 for the first.</param>
public sealed record SendItem(long Id, Notice Notice, string PersonId, string Channel, bool Climbs, int Attempts, long Lease);

/// <summary>
/// What is on its way to people, one row a person and channel, the urgent lane first. A worker that dies loses its lease and another
/// tries again: it may be sent twice, but never not at all.
/// </summary>
public sealed class Sends(Store store)
{
    private const string Columns = "id, case_id, kind, subject, role, rung, urgent, person, channel, climbs, attempts, lease";

    // A lane looks along its own part of the index: thousands of mails that wait do not slow down the cards.
    private static readonly Sql IsAnyDue = new("SELECT 1 FROM send WHERE state=0 AND channel=@channel AND urgent IN (0, 1) AND due<=@now AND lease<=@now LIMIT 1", "t:channel l:now");
    private static readonly Sql Add = new(
        """
        INSERT INTO send(case_id, kind, subject, role, rung, urgent, climbs, person, channel, state, due, attempts, lease)
        VALUES(@case, @kind, @subject, @role, @rung, @urgent, @climbs, @person, @channel, 0, @due, 0, 0)
        """,
        "b:case i:kind t:subject t:role i:rung i:urgent i:climbs t:person t:channel l:due");
    private static readonly Sql Finish = new("UPDATE send SET state=@state, lease=0 WHERE id=@id AND lease=@lease AND state=0", "i:state l:id l:lease");
    private static readonly Sql PostponeOthers = new(
        "UPDATE send SET due=@later WHERE state=0 AND channel=@channel AND urgent<=@urgent AND due<=@now AND person=@person AND lease=0", "l:later t:channel i:urgent l:now t:person");
    private static readonly Sql Postpone = new("UPDATE send SET due=@later, lease=0 WHERE id=@id AND lease=@lease AND state=0", "l:later l:id l:lease");
    private static readonly Sql Forgive = new("UPDATE send SET due=@later, lease=0, attempts=attempts-1 WHERE id=@id AND lease=@lease AND state=0", "l:later l:id l:lease");
    private static readonly Sql IsHope = new(
        "SELECT 1 FROM send WHERE case_id=@case AND kind=0 AND subject=@subject AND rung=@rung AND state<>2 LIMIT 1", "b:case t:subject i:rung");
    private static readonly Sql Hasten = new(
        "UPDATE deadline SET due=@now WHERE case_id=@case AND kind=0 AND subject=@subject AND due>@now", "l:now b:case t:subject");
    private static readonly Sql ForgetOld = new("DELETE FROM send WHERE state<>0 AND due<@before", "l:before");
    private static readonly Sql Waiting = new("SELECT DISTINCT channel FROM send WHERE state=0");
    private static readonly Sql DropAll = new("UPDATE send SET state=1, lease=0 WHERE state=0 AND channel=@channel", "t:channel");
    private static readonly SqlByDatabase Claim = new(database => new Sql(
        $"""
        UPDATE send SET lease=@until, attempts=attempts+1 WHERE id IN
        ({database.UrgentFirst("send", "state=0 AND channel=@channel AND due<=@now AND lease<=@now", "due")})
        RETURNING {Columns}
        """,
        "l:until t:channel l:now i:max i:routine"));

    /// <summary>Takes what is due by a channel: the urgent lane first, then the oldest.</summary>
    /// <param name="max">Of both together.</param>
    /// <param name="routine">Of routine ones, at most <paramref name="max"/>: they leave a part of a channel's limits to urgent ones.</param>
    public async Task<IReadOnlyList<SendItem>> ClaimAsync(string channel, DateTimeOffset now, int max, int routine, TimeSpan lease, CancellationToken cancel)
    {
        var (open, ticks, until) = (store.Open, Ids.Ticks(now), Ids.Ticks(now + lease));
        var any = await open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(IsAnyDue, [channel, ticks], cancel);
            return await row.ReadAsync(cancel);
        });
        if (!any) return [];
        var items = await open.Writer.WriteAsync(session =>
        {
            using var rows = session.Link.Read(Claim.On(open.Database), until, channel, ticks, max, routine);
            return ReadAll(rows);
        });
        return [.. items.OrderByDescending(i => i.Notice.Urgent).ThenBy(i => i.Id)];
    }

    /// <summary>It was sent. The audit entry and the card that now stands in a chat are written in the same commit.</summary>
    /// <returns>False where the lease ran out and another worker has it: nothing was written.</returns>
    public Task<bool> SentAsync(SendItem item, AuditEntry audit, CardCopy? card, DateTimeOffset now)
    {
        var open = store.Open;
        return open.Writer.WriteAsync(session =>
        {
            if (session.Link.Run(Finish, 1, item.Id, item.Lease) == 0) return false;
            session.Link.Run(Contacts.Clear, item.PersonId, item.Channel);
            if (card is not null) CardCopies.Write(session, open.Addresses, card, now);
            session.Audit([audit]);
            return true;
        });
    }

    /// <summary>
    /// This person cannot be reached this way. They are marked, and where nobody of a rung can be reached in any way its deadline comes at
    /// once: a ladder does not wait for people who cannot hear it.
    /// </summary>
    /// <returns>True where the rung reached nobody and its deadline was brought forward.</returns>
    public Task<bool> UnreachableAsync(SendItem item, string code, AuditEntry audit, DateTimeOffset now) => store.Open.Writer.WriteAsync(session =>
    {
        if (session.Link.Run(Finish, 2, item.Id, item.Lease) == 0) return false;
        session.Link.Run(Contacts.Mark, item.PersonId, item.Channel, code, Ids.Ticks(now));
        session.Audit([audit]);
        if (!item.Climbs || item.Notice.Kind != NoticeKind.Alert) return false;
        var @case = Ids.Bytes(item.Notice.CaseId);
        using (var row = session.Link.Read(IsHope, @case, item.Notice.Subject, item.Notice.Rung))
            if (row.Read()) return false;
        return session.Link.Run(Hasten, Ids.Ticks(now), @case, item.Notice.Subject) > 0;
    });

    /// <summary>Nothing is left to say: the alert was taken, or its case is gone.</summary>
    public Task<bool> DropAsync(SendItem item) => store.Open.Writer.WriteAsync(session => session.Link.Run(Finish, 1, item.Id, item.Lease) == 1);

    /// <summary>Drops what waits for a channel that is none of these: nobody will ever take it.</summary>
    public async Task DropOthersAsync(IReadOnlyCollection<string> channels)
    {
        var open = store.Open;
        var waiting = await open.Database.ReadAsync(async link =>
        {
            var names = new List<string>();
            await using var rows = await link.ReadAsync(Waiting, [], CancellationToken.None);
            while (await rows.ReadAsync()) names.Add(rows.GetString(0));
            return names;
        });
        foreach (var channel in waiting.Except(channels)) await open.Writer.WriteAsync(session => session.Link.Run(DropAll, channel));
    }

    /// <summary>It may be tried again from <paramref name="later"/> on.</summary>
    public Task<bool> RetryAsync(SendItem item, DateTimeOffset later, AuditEntry? audit = null) => store.Open.Writer.WriteAsync(session =>
    {
        if (session.Link.Run(Postpone, Ids.Ticks(later), item.Id, item.Lease) == 0) return false;
        if (audit is not null) session.Audit([audit]);
        return true;
    });

    /// <summary>
    /// This person's turn by this channel comes at <paramref name="later"/>: whatever else is due to them now, and is no more urgent, waits until then as well. Found out one by
    /// one, thousands that wait for one person would keep the database busy with nothing.
    /// </summary>
    public Task<bool> NotTheirTurnAsync(SendItem item, DateTimeOffset now, DateTimeOffset later) => store.Open.Writer.WriteAsync(session =>
    {
        if (session.Link.Run(Forgive, Ids.Ticks(later), item.Id, item.Lease) == 0) return false;
        session.Link.Run(PostponeOthers, Ids.Ticks(later), item.Channel, item.Notice.Urgent ? 1 : 0, Ids.Ticks(now), item.PersonId);
        return true;
    });

    /// <summary>Forgets what was settled before <paramref name="before"/>.</summary>
    public Task ForgetAsync(DateTimeOffset before) => store.Open.Writer.WriteAsync(session => session.Link.Run(ForgetOld, Ids.Ticks(before)));

    internal static void Write(WriteSession session, Notice notice, IReadOnlyList<NewSend> sends)
    {
        foreach (var send in sends)
            session.Link.Run(
                Add, Ids.Bytes(notice.CaseId), (int)notice.Kind, notice.Subject, notice.Role, notice.Rung, notice.Urgent ? 1 : 0, send.Climbs ? 1 : 0,
                send.PersonId, send.Channel, Ids.Ticks(send.Due));
    }

    private static List<SendItem> ReadAll(DbDataReader rows)
    {
        var items = new List<SendItem>();
        while (rows.Read())
        {
            var notice = new Notice(
                Ids.Guid(rows.GetFieldValue<byte[]>(1)), (NoticeKind)rows.GetInt32(2), rows.GetString(3), rows.GetString(4), rows.GetInt32(5), rows.GetInt32(6) != 0, default);
            items.Add(new SendItem(rows.GetInt64(0), notice, rows.GetString(7), rows.GetString(8), rows.GetInt32(9) != 0, rows.GetInt32(10), rows.GetInt64(11)));
        }

        return items;
    }
}
