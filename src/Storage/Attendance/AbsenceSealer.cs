using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SupportBot.Storage;

/// <summary>Hides who a figure is about: found by a keyed hash, and sealed under the server's key where somebody must still see it.</summary>
internal sealed class AbsenceSealer(ServerKeys server, Sealing sealing)
{
    /// <summary>What a student is found by.</summary>
    public byte[] HashOf(string studentKey) => server.Hash("student", studentKey, "");

    public byte[] Seal(byte[] student, string year, int asOf, SealedFigure figure) => sealing.Seal(server.Metadata, PlaceOf(student, year, asOf), JsonSerializer.SerializeToUtf8Bytes(figure));

    /// <exception cref="CryptographicException">It was changed, or belongs to another student or day.</exception>
    public SealedFigure Open(byte[] student, string year, int asOf, byte[] whole) => JsonSerializer.Deserialize<SealedFigure>(sealing.Open(server.Metadata, PlaceOf(student, year, asOf), whole).Span)!;

    private static Place PlaceOf(byte[] student, string year, int asOf) => new("absence_figure", "ct", student, Encoding.UTF8.GetBytes(FormattableString.Invariant($"{year}/{asOf}")));
}

/// <param name="Number">As it is shown.</param>
internal sealed record SealedFigure(string Number, decimal Enrolled, decimal Absent);
