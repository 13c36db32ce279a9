using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SupportBot.Cases;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>A hand-over as it stands.</summary>
/// <param name="Version">Rises with every line.</param>
/// <param name="Conversation">Null once it is over.</param>
public sealed record HandOverNow(Guid Id, Guid CaseId, string PersonId, string Role, HandOverEnd? Ended, int Version, ConversationKey? Conversation)
{
    public bool IsOpen => Ended is null;
}

/// <summary>Live hand-overs: who is in which chat, and their lines for the person who joined.</summary>
public sealed class HandOvers(Store store, ILogger<HandOvers> log)
{
    private const string Columns = "id, case_id, person, role, ended, version, address";
    private static readonly Sql OfCase = new($"SELECT {Columns} FROM hand_over WHERE case_id=@case ORDER BY ended>0, opened DESC LIMIT 1", "b:case");
    private static readonly Sql OpenOfPerson = new($"SELECT {Columns} FROM hand_over WHERE ended=0 AND person=@person ORDER BY opened", "t:person");
    private static readonly Sql AllOpen = new($"SELECT {Columns} FROM hand_over WHERE ended=0 ORDER BY opened", "");

    /// <summary>The open hand-over of a case, or else the last one; null where there never was one.</summary>
    public async Task<HandOverNow?> OfCaseAsync(Guid caseId, CancellationToken cancel) => await ReadAsync(OfCase, [Ids.Bytes(caseId)], cancel) is [var last] ? last : null;

    /// <summary>What a person has open, oldest first.</summary>
    public Task<IReadOnlyList<HandOverNow>> OpenOfAsync(string personId, CancellationToken cancel) => ReadAsync(OpenOfPerson, [personId], cancel);

    /// <summary>Every open hand-over of the district.</summary>
    public Task<IReadOnlyList<HandOverNow>> OpenAsync(CancellationToken cancel) => ReadAsync(AllOpen, [], cancel);

    /// <summary>
    /// What the reporter wrote and what was said, oldest first, for the person who is in the chat now: joining was audited and stands for
    /// the reading of every line (docs/decisions/0012). Null for anybody else and once the hand-over is over: the case page opens the words then.
    /// </summary>
    public async Task<IReadOnlyList<Words>?> WordsAsync(Guid caseId, string personId, CancellationToken cancel)
    {
        if (await OfCaseAsync(caseId, cancel) is not { IsOpen: true } open || open.PersonId != personId) return null;
        return await WordsAsync(caseId, w => w.ReporterMaySee, cancel);
    }

    /// <summary>The words of one piece of news; null where there are none, or where the case was shredded.</summary>
    public async Task<PersonText?> WordsOfAsync(HandOverNewsItem item, CancellationToken cancel) =>
        item.WordsId is { } id && await WordsAsync(item.CaseId, w => w.Id == id, cancel) is [var words] ? words.Text : null;

    private async Task<IReadOnlyList<Words>> WordsAsync(Guid caseId, Func<Words, bool> wanted, CancellationToken cancel)
    {
        if (await store.Open.Sealer.DistrictKeyAsync(caseId, cancel) is not { } key) return [];
        try
        {
            return await store.Open.Cases.WordsAsync(caseId, key, wanted, cancel);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private Task<IReadOnlyList<HandOverNow>> ReadAsync(Sql sql, object?[] values, CancellationToken cancel)
    {
        var open = store.Open;
        return open.Database.ReadAsync<IReadOnlyList<HandOverNow>>(async link =>
        {
            var found = new List<HandOverNow>();
            await using var rows = await link.ReadAsync(sql, values, cancel);
            while (await rows.ReadAsync(cancel)) found.Add(Read(rows, open.Turns));
            return found;
        });
    }

    private HandOverNow Read(DbDataReader row, TurnSealer turns)
    {
        var (id, ended) = (row.GetFieldValue<byte[]>(0), row.GetInt32(4));
        return new HandOverNow(
            Ids.Guid(id), Ids.Guid(row.GetFieldValue<byte[]>(1)), row.GetString(2), row.GetString(3),
            ended == 0 ? null : (HandOverEnd)(ended - 1), row.GetInt32(5), row.IsDBNull(6) ? null : AddressOf(turns, row.GetFieldValue<byte[]>(6), id));
    }

    // A row that somebody changed must not hold up the others.
    private ConversationKey? AddressOf(TurnSealer turns, byte[] address, byte[] id)
    {
        try
        {
            return turns.OpenHandOverAddress(address, id);
        }
        catch (CryptographicException)
        {
            Log.DoesNotOpen(log, "hand_over");
            return null;
        }
    }
}
