using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>
/// Seals a dry run into a field of its page, so that nothing of it has to be kept here. Only the person it was made for opens it, for
/// the same content of the same version, for an hour.
/// </summary>
public sealed class DryRunSeal(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    // A form of the console takes 256 KB in all.
    private const int LongestSeal = 200_000;

    public string Seal(DryRun dry, string personId, Protocol protocol)
    {
        var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(pack, new Packed((clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds(), ProtocolRunJson.Write(dry.Run), dry.Language, dry.Lines, dry.IsCut));
        return WebEncoders.Base64UrlEncode(Protector(personId, protocol).Protect(packed.ToArray()));
    }

    /// <returns>Null where it is none of ours, somebody else's, too old, or of another version.</returns>
    public DryRun? Open(string seal, string personId, Protocol protocol)
    {
        if (seal.Length is 0 or > LongestSeal) return null;
        try
        {
            using var unpack = new BrotliStream(new MemoryStream(Protector(personId, protocol).Unprotect(WebEncoders.Base64UrlDecode(seal))), CompressionMode.Decompress);
            var packed = JsonSerializer.Deserialize<Packed>(unpack)!;
            // Our own clock: the time-limited protector of the framework knows only that of the machine.
            return packed.Ends <= clock.GetUtcNow().ToUnixTimeSeconds() ? null : new DryRun(ProtocolRunJson.Read(packed.Run), packed.Language, packed.Lines, packed.IsCut);
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException or InvalidDataException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string personId, Protocol protocol) =>
        protection.CreateProtector("SupportBot.DryRun.v1", personId, protocol.Key.ToString(), protocol.Hash);

    private sealed record Packed(long Ends, string Run, string Language, IReadOnlyList<DryLine> Lines, bool IsCut);
}
