using System.Data.Common;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>News for the person who joined, claimed by one worker until its lease runs out.</summary>
/// <param name="Attempts">This claim included; 1 for the first.</param>
/// <param name="Lease">UTC ticks; what proves that the claim still holds.</param>
public sealed record HandOverNewsItem(long Id, Guid HandOver, Guid CaseId, string PersonId, HandOverNewsKind Kind, Guid? WordsId, int Attempts, long Lease);

/// <summary>
/// News of hand-overs on their way to the person who joined. In order: of one hand-over only the oldest is ever claimed. A worker that dies
/// loses its claim, so news may be told twice, but never not at all.
/// </summary>
public sealed class HandOverPost(Store store)
{
    private const string Columns = "id, hand_over, case_id, person, kind, words, attempts, lease";
    private static readonly Sql IsAnyDue = new("SELECT 1 FROM hand_over_news WHERE not_before<=@now AND lease<=@now LIMIT 1", "l:now");
    private static readonly Sql Finish = new("DELETE FROM hand_over_news WHERE id=@id AND lease=@lease", "l:id l:lease");
    private static readonly Sql Postpone = new("UPDATE hand_over_news SET not_before=@later, lease=0 WHERE id=@id AND lease=@lease", "l:later l:id l:lease");
    private static readonly Sql IsThere = new("SELECT 1 FROM hand_over_news WHERE hand_over=@handover AND kind=@kind LIMIT 1", "b:handover i:kind");
    private static readonly Sql IsLate = new("SELECT 1 FROM hand_over_news WHERE hand_over=@handover AND attempts>0 LIMIT 1", "b:handover");
    private static readonly Sql Hurry = new("UPDATE hand_over_news SET not_before=@now WHERE hand_over=@handover AND lease<=@now", "l:now b:handover");
    private static readonly SqlByDatabase Claim = new(database => new Sql(
        $"""
        UPDATE hand_over_news SET lease=@until, attempts=attempts+1 WHERE id IN
        (SELECT n.id FROM hand_over_news n WHERE n.not_before<=@now AND n.lease<=@now
        AND NOT EXISTS (SELECT 1 FROM hand_over_news e WHERE e.hand_over=n.hand_over AND e.id<n.id)
        ORDER BY n.id LIMIT @max{database.SkipLocked})
        RETURNING {Columns}
        """,
        "l:until l:now i:max"));

    /// <summary>Takes what is due, oldest first, one of each hand-over.</summary>
    /// <param name="lease">How long nobody else gets them.</param>
    public async Task<IReadOnlyList<HandOverNewsItem>> ClaimAsync(DateTimeOffset now, int max, TimeSpan lease, CancellationToken cancel)
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
            using var rows = session.Link.Read(Claim.On(open.Database), until, ticks, max);
            return ReadAll(rows);
        });
        return [.. items.OrderBy(i => i.Id)];
    }

    /// <summary>It was told, or there is nobody to tell.</summary>
    /// <returns>False where the lease ran out and another worker has it.</returns>
    public Task<bool> CompleteAsync(HandOverNewsItem item) => store.Open.Writer.WriteAsync(session => session.Link.Run(Finish, item.Id, item.Lease) == 1);

    /// <summary>It could not be told: anybody may try again from <paramref name="later"/> on. What came after it waits.</summary>
    public Task<bool> RetryAsync(HandOverNewsItem item, DateTimeOffset later) => store.Open.Writer.WriteAsync(session => session.Link.Run(Postpone, Ids.Ticks(later), item.Id, item.Lease) == 1);

    /// <summary>True while this has still to be told.</summary>
    public Task<bool> IsToBeToldAsync(Guid handOver, HandOverNewsKind kind, CancellationToken cancel) => AnyAsync(IsThere, [Ids.Bytes(handOver), (int)kind], cancel);

    /// <summary>True while something was tried to be told and was not taken.</summary>
    public Task<bool> IsBehindAsync(Guid handOver, CancellationToken cancel) => AnyAsync(IsLate, [Ids.Bytes(handOver)], cancel);

    /// <summary>The person can be reached again: what waits for its next try is tried now.</summary>
    public Task HurryAsync(Guid handOver, DateTimeOffset now) => store.Open.Writer.WriteAsync(session => session.Link.Run(Hurry, Ids.Ticks(now), Ids.Bytes(handOver)));

    private Task<bool> AnyAsync(Sql sql, object?[] values, CancellationToken cancel) => store.Open.Database.ReadAsync(async link =>
    {
        await using var row = await link.ReadAsync(sql, values, cancel);
        return await row.ReadAsync(cancel);
    });

    private static List<HandOverNewsItem> ReadAll(DbDataReader rows)
    {
        var items = new List<HandOverNewsItem>();
        while (rows.Read())
            items.Add(new HandOverNewsItem(
                rows.GetInt64(0), Ids.Guid(rows.GetFieldValue<byte[]>(1)), Ids.Guid(rows.GetFieldValue<byte[]>(2)), rows.GetString(3), (HandOverNewsKind)rows.GetInt32(4),
                rows.IsDBNull(5) ? null : Ids.Guid(rows.GetFieldValue<byte[]>(5)), rows.GetInt32(6), rows.GetInt64(7)));
        return items;
    }
}
