namespace SupportBot.Protocols;

/// <summary>A library of a few protocols, whatever their status: for checks and stories.</summary>
public sealed class Bookshelf(params IEnumerable<Protocol> protocols) : ILibrary
{
    private readonly Dictionary<ProtocolKey, Protocol> _byKey = protocols.ToDictionary(p => p.Key);

    public Protocol? Get(ProtocolKey key) => _byKey.GetValueOrDefault(key);

    /// <summary>The highest version in use; where none is, the highest draft.</summary>
    public Protocol? Newest(string id) =>
        _byKey.Values.Where(p => p.Id == id && p.Status != ProtocolStatus.Retired).OrderByDescending(p => p.Status == ProtocolStatus.Active).ThenByDescending(p => p.Version).FirstOrDefault();
}
