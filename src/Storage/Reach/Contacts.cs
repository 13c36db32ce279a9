using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>A way on which a person could not be reached.</summary>
/// <param name="Code">Of the service that said so.</param>
public sealed record Unreached(string PersonId, string Channel, string Code, DateTimeOffset Since);

/// <summary>Where staff are reached in Teams, and who cannot be reached how.</summary>
public sealed class Contacts(Store store)
{
    private const string Table = "contact";
    private static readonly Sql Find = new("SELECT address FROM contact WHERE person=@person", "t:person");
    private static readonly Sql Put = new(
        "INSERT INTO contact(person, address, updated) VALUES(@person, @address, @now) ON CONFLICT (person) DO UPDATE SET address=excluded.address, updated=excluded.updated",
        "t:person b:address l:now");
    private static readonly Sql Remove = new("DELETE FROM contact WHERE person=@person", "t:person");
    private static readonly Sql ReadUnreached = new("SELECT person, channel, code, since FROM unreached ORDER BY since, person");
    internal static readonly Sql Clear = new("DELETE FROM unreached WHERE person=@person AND channel=@channel", "t:person t:channel");
    internal static readonly Sql Mark = new(
        "INSERT INTO unreached(person, channel, code, since) VALUES(@person, @channel, @code, @since) ON CONFLICT (person, channel) DO UPDATE SET code=excluded.code",
        "t:person t:channel t:code l:since");

    public Task<TeamsAddress?> FindAsync(string personId, CancellationToken cancel)
    {
        var open = store.Open;
        return open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(Find, [personId], cancel);
            return await row.ReadAsync(cancel) ? open.Addresses.Open(Table, Ids.Of(personId), "", row.GetFieldValue<byte[]>(0))?.Public : null;
        });
    }

    /// <summary>The person was seen there: from now on they are reached there, and are no longer unreachable.</summary>
    public Task RememberAsync(string personId, TeamsAddress address, DateTimeOffset now)
    {
        var open = store.Open;
        var whole = open.Addresses.Seal(Table, Ids.Of(personId), "", StoredAddress.Of(address));
        return open.Writer.WriteAsync(session =>
        {
            session.Link.Run(Clear, personId, "teams");
            return session.Link.Run(Put, personId, whole, Ids.Ticks(now));
        });
    }

    /// <summary>The person removed the bot: there is no chat any more.</summary>
    public Task ForgetAsync(string personId, string code, DateTimeOffset now) => store.Open.Writer.WriteAsync(session =>
    {
        session.Link.Run(Mark, personId, "teams", code, Ids.Ticks(now));
        return session.Link.Run(Remove, personId);
    });

    /// <summary>Longest first.</summary>
    public Task<IReadOnlyList<Unreached>> UnreachedAsync(CancellationToken cancel) => store.Open.Database.ReadAsync<IReadOnlyList<Unreached>>(async link =>
    {
        var unreached = new List<Unreached>();
        await using var rows = await link.ReadAsync(ReadUnreached, [], cancel);
        while (await rows.ReadAsync(cancel)) unreached.Add(new Unreached(rows.GetString(0), rows.GetString(1), rows.GetString(2), Ids.Time(rows.GetInt64(3))));
        return unreached;
    });
}
