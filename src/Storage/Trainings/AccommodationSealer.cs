using System.Security.Cryptography;
using System.Text;
using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>Seals what somebody needs to take part in a session under the server's key, bound to the session and the person.</summary>
internal sealed class AccommodationSealer(ServerKeys server, Sealing sealing)
{
    public byte[] Seal(Guid sessionId, string personId, PersonText words) => sealing.Seal(server.Metadata, PlaceOf(sessionId, personId), Encoding.UTF8.GetBytes(words.Reveal()));

    /// <exception cref="CryptographicException">It was changed, or belongs to another person or session.</exception>
    public PersonText Open(Guid sessionId, string personId, byte[] whole) => new(Encoding.UTF8.GetString(sealing.Open(server.Metadata, PlaceOf(sessionId, personId), whole).Span));

    private static Place PlaceOf(Guid sessionId, string personId) => new("training_accommodation", "ct", Ids.Bytes(sessionId), Ids.Of(personId));
}
