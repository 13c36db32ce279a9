namespace SupportBot.Cases;

/// <summary>
/// The number people say on the phone: six characters without look-alikes, <c>K7M-2QD</c>.
/// Random, not counted, so that it tells nobody how many cases there are or which came first.
/// </summary>
public static class CaseNumber
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <param name="random">Six or more random bytes.</param>
    public static string From(ReadOnlySpan<byte> random)
    {
        if (random.Length < 6) throw new ArgumentException("Six random bytes are needed.", nameof(random));
        Span<char> text = stackalloc char[7];
        for (int i = 0, at = 0; i < 6; i++)
        {
            if (i == 3) text[at++] = '-';
            text[at++] = Letters[random[i] % Letters.Length];
        }

        return new string(text);
    }

    /// <summary>A number as somebody typed it, in its own form: <c>k7m2qd</c> is <c>K7M-2QD</c>. Null for anything else.</summary>
    public static string? Read(string? typed)
    {
        var letters = (typed ?? "").Trim().Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return letters.Length == 6 && letters.All(Letters.Contains) ? $"{letters[..3]}-{letters[3..]}" : null;
    }
}
