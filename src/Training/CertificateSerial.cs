namespace SupportBot.Training;

/// <summary>The serial number of a certificate: <c>T-7KQ4-M2RX-9HVW</c>. Random, so that nobody can count certificates or guess one.</summary>
public static class CertificateSerial
{
    // No letter or digit that is read as another one.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    /// <param name="random">12 bytes.</param>
    public static string From(ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, Length);
        Span<char> all = stackalloc char[Length];
        for (var i = 0; i < Length; i++) all[i] = Letters[random[i] % Letters.Length];
        return $"T-{all[..4]}-{all[4..8]}-{all[8..]}";
    }

    /// <summary>As it was given out, however it was typed; null where it is none.</summary>
    public static string? Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var plain = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return plain.Length == Length + 1 && plain[0] == 'T' && plain.Skip(1).All(c => Letters.Contains(c, StringComparison.Ordinal)) ? $"T-{plain[1..5]}-{plain[5..9]}-{plain[9..]}" : null;
    }
}
