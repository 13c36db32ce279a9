using System.Security.Cryptography;
using System.Text;

namespace SupportBot.EndToEnd;

/// <summary>A sentence that is planted in one place, and everything it could look like where it must not be.</summary>
/// <param name="place">Where it was planted.</param>
internal sealed class Canary(string place)
{
    private IReadOnlyList<(string Encoding, byte[] Bytes)>? _looks;

    /// <summary>Twenty letters that stand nowhere else in the world. Plain letters: quoting, escaping and HTML leave them alone.</summary>
    public string Core { get; init; } = RandomNumberGenerator.GetString("bcdfghjkmnpqrstvwxyz", 20);

    /// <summary>As a person types it.</summary>
    public string Sentence => $"so \"{Core}\" & señor";

    /// <summary>Where and how it stands in these bytes: <c>note (base64)</c>. Empty where it does not.</summary>
    public IEnumerable<string> FindIn(byte[] bytes) =>
        (_looks ??= [.. Looks()]).Where(look => bytes.AsSpan().IndexOf(look.Bytes) >= 0).Select(look => $"{place} ({look.Encoding})");

    public override string ToString() => place;

    private IEnumerable<(string, byte[])> Looks()
    {
        var (utf8, utf16) = (Encoding.UTF8.GetBytes(Core), Encoding.Unicode.GetBytes(Core));
        yield return ("UTF-8", utf8);
        yield return ("UTF-8, upper case", Encoding.UTF8.GetBytes(Core.ToUpperInvariant()));
        yield return ("UTF-16LE", utf16);
        yield return ("UTF-16BE", Encoding.BigEndianUnicode.GetBytes(Core));
        yield return ("JSON escapes", Ascii(string.Concat(Core.Select(c => $"\\u{(int)c:x4}"))));
        yield return ("URL escapes", Ascii(string.Concat(Core.Select(c => $"%{(int)c:X2}"))));
        yield return ("hex", Ascii(Convert.ToHexStringLower(utf8)));
        yield return ("HEX", Ascii(Convert.ToHexString(utf8)));
        for (var before = 0; before < 3; before++)
        {
            yield return ($"base64 after {before}", Ascii(Base64Core(utf8, before)));
            yield return ($"base64 of UTF-16LE after {before}", Ascii(Base64Core(utf16, before)));
        }
    }

    // The letters of base64 that depend on these bytes alone, and not on what stands before or after them.
    private static string Base64Core(byte[] bytes, int before)
    {
        var letters = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var first = ((before * 8) + 5) / 6;
        var last = (before + bytes.Length) * 8 / 6;
        return letters[first..last];
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
