using SupportBot.Console;

namespace SupportBot.Storage;

/// <summary>Derives the secret of a session's check-in code from the server's key.</summary>
public sealed class CheckInSecrets(Store store) : ICheckInSecrets
{
    public byte[] Of(Guid sessionId) => store.Open.CheckInSecret(sessionId);
}
