using System.Data.Common;
using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>Something to tell people, claimed by one worker until its lease runs out.</summary>
/// <param name="Attempts">This claim included; 1 for the first.</param>
/// <param name="Lease">UTC ticks; what proves that the claim still holds.</param>
public sealed record OutboxItem(long Id, Notice Notice, int Attempts, long Lease);

/// <summary>An alert that reached somebody's inbox.</summary>
public sealed record Delivery(string PersonId, string Role, int Rung);

/// <summary>
/// Notices on their way to people. A claim is a lease: a worker that dies loses it and another tries again, so a notice may be sent twice
/// but never not at all.
/// </summary>
public sealed class Outbox(Store store)
{
    private const string Columns = "id, case_id, kind, subject, role, rung, urgent, not_before, attempts, lease";
    private static readonly Sql IsAnyDue = new("SELECT 1 FROM outbox WHERE urgent IN (0, 1) AND not_before<=@now AND lease<=@now LIMIT 1", "l:now");
    private static readonly Sql Finish = new("DELETE FROM outbox WHERE id=@id AND lease=@lease", "l:id l:lease");
    private static readonly Sql Postpone = new("UPDATE outbox SET not_before=@later, lease=0 WHERE id=@id AND lease=@lease", "l:later l:id l:lease");
    private static readonly Sql Deliver = new(
        """
        INSERT INTO alert_delivery(person, case_id, alert, rung, role, sent) VALUES(@person, @case, @alert, @rung, @role, @sent)
        ON CONFLICT (person, case_id, alert, rung) DO UPDATE SET role=excluded.role, sent=excluded.sent
        """,
        "t:person b:case t:alert i:rung t:role l:sent");
    private static readonly SqlByDatabase Claim = new(database => new Sql(
        $"""
        UPDATE outbox SET lease=@until, attempts=attempts+1 WHERE id IN
        ({database.UrgentFirst("outbox", "not_before<=@now AND lease<=@now", "not_before")})
        RETURNING {Columns}
        """,
        "l:until l:now i:max i:routine"));

    /// <summary>Takes what is due: the urgent lane first, then the oldest.</summary>
    /// <param name="lease">How long nobody else gets them.</param>
    public async Task<IReadOnlyList<OutboxItem>> ClaimAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel)
    {
        var (open, ticks, until) = (store.Open, Ids.Ticks(now), Ids.Ticks(now + lease));
        var any = await open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(IsAnyDue, [ticks], cancel);
            return await row.ReadAsync(cancel);
        });
        if (!any) return [];
        var items = await open.Writer.WriteAsync(session =>
        {
            using var rows = session.Link.Read(Claim.On(open.Database), until, ticks, max, max);
            return ReadAll(rows);
        });
        return [.. items.OrderByDescending(i => i.Notice.Urgent).ThenBy(i => i.Notice.NotBefore).ThenBy(i => i.Id)];
    }

    /// <summary>It was told. Deliveries, what is sent to people by their channels, and audit entries are written in the same commit.</summary>
    /// <returns>False where the lease ran out and another worker has it: nothing was written.</returns>
    public Task<bool> CompleteAsync(OutboxItem item, IReadOnlyList<Delivery> deliveries, IReadOnlyList<AuditEntry> audit, DateTimeOffset now, IReadOnlyList<NewSend>? sends = null) =>
        store.Open.Writer.WriteAsync(
            session =>
            {
                if (session.Link.Run(Finish, item.Id, item.Lease) == 0) return false;
                foreach (var delivery in deliveries)
                    session.Link.Run(Deliver, delivery.PersonId, Ids.Bytes(item.Notice.CaseId), item.Notice.Subject, delivery.Rung, delivery.Role, Ids.Ticks(now));
                Sends.Write(session, item.Notice, sends ?? []);
                session.Audit(audit);
                return true;
            },
            committed: sends is { Count: > 0 } ? store.Announce : null);

    /// <summary>It could not be told: anybody may try again from <paramref name="later"/> on.</summary>
    /// <returns>False where the lease ran out meanwhile.</returns>
    public Task<bool> RetryAsync(OutboxItem item, DateTimeOffset later, IReadOnlyList<AuditEntry> audit) =>
        store.Open.Writer.WriteAsync(session =>
        {
            if (session.Link.Run(Postpone, Ids.Ticks(later), item.Id, item.Lease) == 0) return false;
            session.Audit(audit);
            return true;
        });

    private static List<OutboxItem> ReadAll(DbDataReader rows)
    {
        var items = new List<OutboxItem>();
        while (rows.Read())
        {
            var notice = new Notice(
                Ids.Guid(rows.GetFieldValue<byte[]>(1)), (NoticeKind)rows.GetInt32(2), rows.GetString(3), rows.GetString(4),
                rows.GetInt32(5), rows.GetInt32(6) != 0, Ids.Time(rows.GetInt64(7)));
            items.Add(new OutboxItem(rows.GetInt64(0), notice, rows.GetInt32(8), rows.GetInt64(9)));
        }

        return items;
    }
}
