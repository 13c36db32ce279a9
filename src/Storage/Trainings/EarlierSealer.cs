using System.Security.Cryptography;
using System.Text;
using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>Seals what somebody wrote of a completion from before under the server's key, bound to column, person, course and day.</summary>
internal sealed class EarlierSealer(ServerKeys server, Sealing sealing)
{
    public const string Source = "source", Why = "why";

    /// <param name="column"><see cref="Source"/> or <see cref="Why"/>.</param>
    /// <param name="done">Day number.</param>
    public byte[] Seal(string column, string personId, string courseId, int done, PersonText words) => sealing.Seal(server.Metadata, PlaceOf(column, personId, courseId, done), Encoding.UTF8.GetBytes(words.Reveal()));

    /// <exception cref="CryptographicException">It was changed, or belongs to another column, person, course or day.</exception>
    public PersonText Open(string column, string personId, string courseId, int done, byte[] whole) => new(Encoding.UTF8.GetString(sealing.Open(server.Metadata, PlaceOf(column, personId, courseId, done), whole).Span));

    private static Place PlaceOf(string column, string personId, string courseId, int done) => new("training_done", column, Ids.Of(FormattableString.Invariant($"{courseId}:{done}")), Ids.Of(personId));
}
