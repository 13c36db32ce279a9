using System.Globalization;
using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Lengths such as <c>80px</c>. A bare number counts as pixels.</summary>
internal static class Pixels
{
    public static bool TryParse(string text, out uint pixels)
    {
        var digits = text.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? text[..^2] : text;
        return uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out pixels);
    }

    public static uint Parse(string text) =>
        TryParse(text, out var pixels) ? pixels : throw new FormatException("A length is auto, stretch or a number of pixels such as 80px.");

    public static uint FromJson(string text) =>
        text is null ? 0 : TryParse(text, out var pixels) ? pixels : throw new JsonException("A length here is a number of pixels such as 80px.");

    public static uint OrZero(string text) => text is not null && TryParse(text, out var pixels) ? pixels : 0;

    public static string Text(uint pixels) => pixels == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{pixels}px");
}
