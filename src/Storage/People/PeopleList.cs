using System.Security.Cryptography;
using System.Text;

namespace SupportBot.Storage;

/// <summary>A kept list of people as bytes that the caller understands.</summary>
/// <param name="Revision">0 where none was ever kept.</param>
/// <param name="At">UTC of the last change.</param>
public sealed record KeptPeople(long Revision, ReadOnlyMemory<byte> Content, DateTimeOffset At);

/// <summary>
/// The list of people as a source gave it last, and whose id every id ever was. It outlives the process, so that a person who is in no content
/// file has the same id after a restart, and whoever left stays away while the source cannot be read.
/// </summary>
public sealed class PeopleList(Store store)
{
    private const string Table = "people_list";
    private static readonly Sql Find = new("SELECT revision, content, updated FROM people_list WHERE id=1");
    private static readonly Sql Begin = new("INSERT INTO people_list(id, revision, content, updated) VALUES(1, 1, @content, @now) ON CONFLICT DO NOTHING", "b:content l:now");
    private static readonly Sql Put = new("UPDATE people_list SET revision=revision+1, content=@content, updated=@now WHERE id=1 AND revision=@revision", "b:content l:now l:revision");

    /// <exception cref="CryptographicException">The row was changed by other hands: nothing may be made of it, and nothing written over it.</exception>
    public Task<KeptPeople> ReadAsync(CancellationToken cancel)
    {
        var open = store.Open;
        return open.Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(Find, [], cancel);
            if (!await row.ReadAsync(cancel)) return new KeptPeople(0, default, default);
            return new KeptPeople(row.GetInt64(0), open.People.Open(Table, row.GetFieldValue<byte[]>(1)), Ids.Time(row.GetInt64(2)));
        });
    }

    /// <returns>False where somebody else has written since <paramref name="revision"/>: read again.</returns>
    public async Task<bool> WriteAsync(long revision, ReadOnlyMemory<byte> content, DateTimeOffset now)
    {
        var open = store.Open;
        var whole = open.People.Seal(Table, content.Span);
        return await open.Writer.WriteAsync(session => revision == 0
            ? session.Link.Run(Begin, whole, Ids.Ticks(now))
            : session.Link.Run(Put, whole, Ids.Ticks(now), revision)) == 1;
    }
}

/// <summary>Seals the list under the server's key.</summary>
internal sealed class PeopleSealer(ServerKeys server, Sealing sealing)
{
    private static readonly byte[] Only = Encoding.UTF8.GetBytes("1");

    public byte[] Seal(string table, ReadOnlySpan<byte> content) => sealing.Seal(server.Metadata, new Place(table, "content", [], Only), content);

    public ReadOnlyMemory<byte> Open(string table, ReadOnlySpan<byte> whole) => sealing.Open(server.Metadata, new Place(table, "content", [], Only), whole);
}
