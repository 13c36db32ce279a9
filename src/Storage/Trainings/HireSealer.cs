using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupportBot.Cases;
using SupportBot.Console;

namespace SupportBot.Storage;

/// <summary>Seals what HR tells of a hire under the server's key.</summary>
internal sealed class HireSealer(ServerKeys server, Sealing sealing)
{
    public byte[] Seal(string employeeId, HireDetails details) => sealing.Seal(
        server.Metadata,
        PlaceOf(employeeId),
        JsonSerializer.SerializeToUtf8Bytes(new SealedHire(details.Name.Reveal(), details.Mail.Reveal(), details.Role, details.SchoolId, details.SupervisorMail?.Reveal())));

    /// <exception cref="CryptographicException">It was changed, or belongs to another employee.</exception>
    public HireDetails Open(string employeeId, byte[] whole)
    {
        var hire = JsonSerializer.Deserialize<SealedHire>(sealing.Open(server.Metadata, PlaceOf(employeeId), whole).Span)!;
        return new HireDetails(new PersonText(hire.Name), new PersonText(hire.Mail), hire.Role, hire.SchoolId, hire.SupervisorMail is { } mail ? new PersonText(mail) : null);
    }

    private static Place PlaceOf(string employeeId) => new("hire", "ct", [], Encoding.UTF8.GetBytes(employeeId));

    private sealed record SealedHire(string Name, string Mail, string Role, string? SchoolId, string? SupervisorMail);
}
