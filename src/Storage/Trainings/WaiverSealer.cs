using System.Security.Cryptography;
using System.Text;
using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>Seals why a course is waived under the server's key, bound to person, course and day.</summary>
internal sealed class WaiverSealer(ServerKeys server, Sealing sealing)
{
    public byte[] Seal(string personId, string courseId, int given, PersonText reason) => sealing.Seal(server.Metadata, PlaceOf(personId, courseId, given), Encoding.UTF8.GetBytes(reason.Reveal()));

    /// <exception cref="CryptographicException">It was changed, or belongs to another person, course or day.</exception>
    public PersonText Open(string personId, string courseId, int given, byte[] whole) => new(Encoding.UTF8.GetString(sealing.Open(server.Metadata, PlaceOf(personId, courseId, given), whole).Span));

    private static Place PlaceOf(string personId, string courseId, int given) => new("training_waiver", "ct", Ids.Of(FormattableString.Invariant($"{courseId}:{given}")), Ids.Of(personId));
}
