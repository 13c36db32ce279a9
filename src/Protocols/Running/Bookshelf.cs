namespace SupportBot.Protocols;

/// <summary>A library of a few protocols, whatever their status: for checks and stories.</summary>
public sealed class Bookshelf(params IEnumerable<Protocol> protocols) : ILibrary
{
    private readonly Dictionary<ProtocolKey, Protocol> _byKey = protocols.ToDictionary(p => p.Key);

    public Protocol? Get(ProtocolKey key) => _byKey.GetValueOrDefault(key);

    /// <summary>The highest version that is not retired.</summary>
    public Protocol? Newest(string id) =>
        _byKey.Values.Where(p => p.Id == id && p.Status != ProtocolStatus.Retired).MaxBy(p => p.Version);
}
