using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>A case's step, sealed and ready to be written.</summary>
/// <param name="Id">16 bytes.</param>
/// <param name="Keys">Only when the case opens.</param>
internal sealed record SealedCase(CaseStep Step, byte[] Id, int ExpectedRevision, string Facts, byte[] Excluded, SealedKeys? Keys, IReadOnlyList<byte[]> Words);

/// <summary>The slots of a new case's key.</summary>
internal sealed record SealedKeys(string Epoch, byte[] SlotD, byte[]? Locator, byte[]? Salt, byte[]? SlotR);
