using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>How far a conversation is.</summary>
/// <param name="Revision">Rises with every commit, whichever process made it.</param>
/// <param name="Expires">UTC; from then on it is wiped.</param>
public readonly record struct ConversationMark(int Revision, DateTimeOffset Expires);

/// <summary>Tells how far conversations are without opening them: for a process that shows what another has committed.</summary>
public sealed class ConversationMarks(Store store)
{
    // A statement is prepared for one number of ids; what is too few is filled up.
    private const int AtOnce = 32;
    private static readonly Sql Find = new(
        $"SELECT id, revision, expires FROM conversation WHERE id IN ({string.Join(", ", Enumerable.Range(0, AtOnce).Select(i => $"@c{i}"))})",
        string.Join(' ', Enumerable.Range(0, AtOnce).Select(i => $"b:c{i}")));

    /// <summary>False where this process alone writes, so that it has committed everything itself.</summary>
    public bool OthersWrite => !store.Open.Database.IsOurs;

    /// <summary>Of those that are stored.</summary>
    public async Task<IReadOnlyDictionary<ConversationKey, ConversationMark>> OfAsync(IEnumerable<ConversationKey> conversations, CancellationToken cancel)
    {
        var open = store.Open;
        var found = new Dictionary<ConversationKey, ConversationMark>();
        foreach (var some in conversations.Chunk(AtOnce))
        {
            var byId = some.ToDictionary(c => Ids.Guid(open.Turns.IdOf(c)));
            object?[] ids = [.. byId.Keys.Select(Ids.Bytes)];
            object?[] values = [.. ids, .. Enumerable.Repeat(ids[0], AtOnce - ids.Length)];
            await open.Database.ReadAsync(async link =>
            {
                await using var rows = await link.ReadAsync(Find, values, cancel);
                while (await rows.ReadAsync(cancel)) found[byId[Ids.Guid(rows.GetFieldValue<byte[]>(0))]] = new ConversationMark(rows.GetInt32(1), Ids.Time(rows.GetInt64(2)));
                return found.Count;
            });
        }

        return found;
    }
}
