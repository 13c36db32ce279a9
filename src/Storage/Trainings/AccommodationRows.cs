using System.Data.Common;
using SupportBot.Console;

namespace SupportBot.Storage;

/// <summary>Requests for accommodations as rows beside the seats of a roll.</summary>
internal static class AccommodationRows
{
    private const string Columns = "person, asked, arranged, ct";
    private static readonly Sql Find = new($"SELECT {Columns} FROM training_accommodation WHERE session=@session AND person=@person", "b:session t:person");
    private static readonly Sql All = new($"SELECT {Columns} FROM training_accommodation WHERE session=@session ORDER BY asked, person", "b:session");
    private static readonly Sql Insert = new(
        """
        INSERT INTO training_accommodation(session, person, asked, arranged, ct) VALUES(@session, @person, @asked, @arranged, @ct)
        ON CONFLICT (session, person) DO UPDATE SET asked=excluded.asked, arranged=excluded.arranged, ct=excluded.ct
        """,
        "b:session t:person l:asked i:arranged b:ct");
    private static readonly Sql Delete = new("DELETE FROM training_accommodation WHERE session=@session AND person=@person", "b:session t:person");

    public static Accommodation? Of(Link link, AccommodationSealer sealer, Guid sessionId, string personId)
    {
        using var row = link.Read(Find, Ids.Bytes(sessionId), personId);
        return row.Read() ? Read(row, sealer, sessionId) : null;
    }

    public static IReadOnlyList<Accommodation> Of(Link link, AccommodationSealer sealer, Guid sessionId)
    {
        List<Accommodation> asked = [];
        using var row = link.Read(All, Ids.Bytes(sessionId));
        while (row.Read()) asked.Add(Read(row, sealer, sessionId));
        return asked;
    }

    public static void Put(Link link, AccommodationSealer sealer, Guid sessionId, Accommodation asked) =>
        link.Run(Insert, Ids.Bytes(sessionId), asked.PersonId, Ids.Ticks(asked.AskedAt), asked.IsArranged ? 1 : 0, sealer.Seal(sessionId, asked.PersonId, asked.Words));

    /// <returns>How many there were.</returns>
    public static int Remove(Link link, Guid sessionId, string personId) => link.Run(Delete, Ids.Bytes(sessionId), personId);

    /// <summary>Whoever takes another date needs the same there, and nobody has arranged it yet.</summary>
    public static void Move(Link link, AccommodationSealer sealer, Guid fromId, Guid toId, string personId)
    {
        if (Of(link, sealer, fromId, personId) is not { } asked) return;
        Put(link, sealer, toId, asked with { IsArranged = false });
        Remove(link, fromId, personId);
    }

    private static Accommodation Read(DbDataReader row, AccommodationSealer sealer, Guid sessionId)
    {
        var person = row.GetString(0);
        return new Accommodation(person, sealer.Open(sessionId, person, row.GetFieldValue<byte[]>(3)), Ids.Time(row.GetInt64(1)), row.GetInt32(2) != 0);
    }
}
