using System.Security.Cryptography;
using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>Reads one case, and the words of one for whoever holds its key.</summary>
internal sealed class CaseReader(Database database, CaseFacts facts, CaseSealer sealer)
{
    private static readonly Sql FindCase = new("SELECT revision, facts, excluded FROM case_file WHERE id=@id", "b:id");
    private static readonly Sql FindNumber = new("SELECT id, revision, facts, excluded FROM case_file WHERE number=@number", "t:number");
    private static readonly Sql FindWords = new(
        "SELECT id, kind, about, label, author, at, ct FROM case_words WHERE case_id=@case ORDER BY seq",
        "b:case");

    public Task<Case?> FindAsync(Guid caseId, CancellationToken cancel)
    {
        var id = Ids.Bytes(caseId);
        return database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(FindCase, [id], cancel);
            return await row.ReadAsync(cancel) ? facts.Read(id, row.GetInt32(0), row.GetString(1), row.GetFieldValue<byte[]>(2)) : null;
        });
    }

    public Task<Case?> FindByNumberAsync(string number, CancellationToken cancel) => database.ReadAsync(async link =>
    {
        await using var row = await link.ReadAsync(FindNumber, [number], cancel);
        return await row.ReadAsync(cancel) ? facts.Read(row.GetFieldValue<byte[]>(0), row.GetInt32(1), row.GetString(2), row.GetFieldValue<byte[]>(3)) : null;
    });

    /// <summary>Oldest first. Only those that are wanted are opened.</summary>
    /// <exception cref="CryptographicException">Something was changed or moved: nothing is shown then.</exception>
    public Task<IReadOnlyList<Words>> WordsAsync(Guid caseId, byte[] caseKey, Func<Words, bool> wanted, CancellationToken cancel)
    {
        var id = Ids.Bytes(caseId);
        return database.ReadAsync<IReadOnlyList<Words>>(async link =>
        {
            using var key = SealKey.Of(caseKey);
            var words = new List<Words>();
            await using var row = await link.ReadAsync(FindWords, [id], cancel);
            while (await row.ReadAsync(cancel))
            {
                var wordsId = row.GetFieldValue<byte[]>(0);
                var closed = new Words(Ids.Guid(wordsId), caseId, (WordsKind)row.GetInt32(1), row.GetString(2), row.GetString(3), Actor.Parse(row.GetString(4)), Ids.Time(row.GetInt64(5)), new PersonText(""));
                if (wanted(closed)) words.Add(closed with { Text = sealer.Open(key, id, wordsId, closed.Kind, row.GetString(4), row.GetFieldValue<byte[]>(6)) });
            }

            return words;
        });
    }
}
