namespace SupportBot.Storage;

/// <summary>
/// The sealed rows of conversations as the last commit left them, so that a turn need not read what was just written. Only where this
/// process alone writes; only the writer puts rows in, before it tells anybody; anything doubtful empties it.
/// </summary>
internal sealed class LastCommits(bool isOurs)
{
    private const int Generation = 4096;
    private readonly Lock gate = new();
    private Dictionary<Guid, ConversationAtRest> young = [];
    private Dictionary<Guid, ConversationAtRest> old = [];

    public ConversationAtRest? Find(byte[] conversation)
    {
        var id = new Guid(conversation);
        lock (gate) return young.GetValueOrDefault(id) ?? old.GetValueOrDefault(id);
    }

    public void Put(byte[] conversation, ConversationAtRest row)
    {
        if (!isOurs) return;
        lock (gate)
        {
            if (young.Count >= Generation) (old, young) = (young, []);
            young[new Guid(conversation)] = row;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            young = [];
            old = [];
        }
    }
}

/// <summary>A conversation's row without what only the writer needs.</summary>
internal sealed record ConversationAtRest(int Revision, byte[] State, byte[]? ServerSlot);
