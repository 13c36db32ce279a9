using System.Security.Cryptography;

namespace SupportBot.Dialogs;

/// <summary>
/// The reporter's code: 20 Crockford base-32 characters (100 bits) and a check character, shown as <c>K3TP-9M2A-…-X</c>.
/// ASVS 5.0 11.5.1 asks for 128 bits; a child must be able to copy it by hand, and ten guesses a second for a year against
/// a hundred thousand live codes succeed with a chance of about 3·10⁻¹⁷ (docs/decisions/0005). It cannot be recovered.
/// </summary>
public sealed class ReceiptCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;
    private readonly string code;

    private ReceiptCode(string code) => this.code = code;

    public static ReceiptCode New()
    {
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++) text[i] = Letters[RandomNumberGenerator.GetInt32(32)];
        return new ReceiptCode(new string(text));
    }

    /// <summary>
    /// Reads what a person typed: any case, any spaces or dashes, O for 0, I and L for 1.
    /// False where the length or the check character is wrong, which is said before any look-up.
    /// </summary>
    public static bool TryRead(string? text, out ReceiptCode? receipt)
    {
        receipt = null;
        if (text is null or { Length: > 64 }) return false;
        Span<char> plain = stackalloc char[Length + 1];
        var at = 0;
        foreach (var letter in text)
        {
            if (letter is '-' or '–' or '—' or ' ' or '\t' or '.' or '\u00A0') continue;
            var upper = char.ToUpperInvariant(letter) switch { 'O' => '0', 'I' or 'L' => '1', var c => c };
            if (!Letters.Contains(upper, StringComparison.Ordinal) || at > Length) return false;
            plain[at++] = upper;
        }

        if (at != Length + 1 || Check(plain[..Length]) != plain[Length]) return false;
        receipt = new ReceiptCode(new string(plain[..Length]));
        return true;
    }

    /// <summary>The 20 characters, for the key derivation only.</summary>
    public string Secret => code;

    /// <summary>As a child copies it: five groups of four and the check character.</summary>
    public string Shown => string.Join('-', Enumerable.Range(0, 5).Select(i => code.Substring(i * 4, 4))) + "-" + Check(code);

    public override string ToString() => "•••";

    // Luhn mod 32: finds every single wrong character and nearly every swap of neighbours.
    private static char Check(ReadOnlySpan<char> text)
    {
        int sum = 0, factor = 2;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var value = Letters.IndexOf(text[i], StringComparison.Ordinal) * factor;
            sum += (value / 32) + (value % 32);
            factor = 3 - factor;
        }

        return Letters[(32 - (sum % 32)) % 32];
    }
}
