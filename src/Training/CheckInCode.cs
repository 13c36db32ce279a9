using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SupportBot.Training;

/// <summary>
/// The code on the wall of a session: six digits that change, so that a photograph of it helps nobody who is not there. The digits of a keyed hash of the
/// time, as in RFC 6238.
/// </summary>
public static class CheckInCode
{
    private const int Digits = 6;

    /// <param name="secret">Of the session, 32 random bytes.</param>
    /// <param name="holds">How long one code counts.</param>
    public static string At(DateTimeOffset now, ReadOnlySpan<byte> secret, TimeSpan holds) => Of(Step(now, holds), secret);

    /// <summary>True for the code of this moment and for the one before: whoever reads it while it changes is not refused.</summary>
    public static bool Counts(string typed, DateTimeOffset now, ReadOnlySpan<byte> secret, TimeSpan holds)
    {
        ArgumentNullException.ThrowIfNull(typed);
        Span<char> digits = stackalloc char[Digits];
        var count = 0;
        foreach (var c in typed)
        {
            if (!char.IsAsciiDigit(c)) continue;
            if (count == Digits) return false;
            digits[count++] = c;
        }

        if (count < Digits) return false;
        var step = Step(now, holds);
        return Same(digits, Of(step, secret)) | Same(digits, Of(step - 1, secret));
    }

    private static bool Same(ReadOnlySpan<char> typed, string code)
    {
        var differ = 0;
        for (var i = 0; i < Digits; i++) differ |= typed[i] ^ code[i];
        return differ == 0;
    }

    private static long Step(DateTimeOffset now, TimeSpan holds) => now.ToUnixTimeSeconds() / (long)holds.TotalSeconds;

    private static string Of(long step, ReadOnlySpan<byte> secret)
    {
        Span<byte> moment = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, step);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, moment, hash);
        var cut = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & 0x7FFF_FFFF;
        return (cut % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }
}
