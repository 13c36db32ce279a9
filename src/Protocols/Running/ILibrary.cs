namespace SupportBot.Protocols;

/// <summary>Where the engine finds protocols. Lookups must be quick: they are made in the middle of a turn.</summary>
public interface ILibrary
{
    /// <summary>Exactly that version, with the content that runs of it were pinned to; null when it is nowhere.</summary>
    Protocol? Get(ProtocolKey key);

    /// <summary>The version that a new start takes today; null when there is none.</summary>
    Protocol? Newest(string id);
}
