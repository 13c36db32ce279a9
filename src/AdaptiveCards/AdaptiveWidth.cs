using System.Globalization;

namespace AdaptiveCards;

/// <summary>The width of a column: <c>auto</c>, <c>stretch</c>, pixels or a weight.</summary>
public class AdaptiveWidth : IEquatable<AdaptiveWidth>
{
    public AdaptiveWidth()
    {
    }

    /// <param name="value"><c>auto</c>, <c>stretch</c>, a length such as <c>80px</c>, or a weight such as <c>2</c>; null is auto.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public AdaptiveWidth(string value)
    {
        if (value is null || value.Equals("auto", StringComparison.OrdinalIgnoreCase))
            WidthType = AdaptiveWidthType.Auto;
        else if (value.Equals("stretch", StringComparison.OrdinalIgnoreCase))
            WidthType = AdaptiveWidthType.Stretch;
        else if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight))
            (WidthType, Weight) = (AdaptiveWidthType.Stretch, weight);
        else
            (WidthType, Unit) = (AdaptiveWidthType.Pixel, Pixels.Parse(value));
    }

    public AdaptiveWidth(uint px) => (WidthType, Unit) = (AdaptiveWidthType.Pixel, px);

    public AdaptiveWidth(AdaptiveWidthType widthType) => WidthType = widthType;

    public static AdaptiveWidth Auto => new(AdaptiveWidthType.Auto);

    public static AdaptiveWidth Stretch => new(AdaptiveWidthType.Stretch);

    /// <summary>A weighted column counts as Stretch, which is what a weight is: a share of the room that is left.</summary>
    public AdaptiveWidthType WidthType { get; set; }

    /// <summary>Pixels, when <see cref="WidthType"/> is Pixel.</summary>
    public uint? Unit { get; set; }

    internal double? Weight { get; }

    public static AdaptiveWidth Parse(string value) => new(value);

    public bool IsPixel() => WidthType == AdaptiveWidthType.Pixel;

    public static implicit operator AdaptiveWidth(uint value) => new(value);

    public static implicit operator AdaptiveWidth(AdaptiveWidthType value) => new(value);

    public static implicit operator AdaptiveWidth(string value) => new(value);

    public static bool operator ==(AdaptiveWidth ah1, AdaptiveWidth ah2) => Equals(ah1, ah2);

    public static bool operator !=(AdaptiveWidth ah1, AdaptiveWidth ah2) => !Equals(ah1, ah2);

    public bool Equals(AdaptiveWidth other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object obj) => Equals(obj as AdaptiveWidth);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    public override string ToString() => WidthType switch
    {
        AdaptiveWidthType.Auto => "auto",
        AdaptiveWidthType.Pixel => string.Create(CultureInfo.InvariantCulture, $"{Unit}px"),
        _ => Weight?.ToString(CultureInfo.InvariantCulture) ?? "stretch",
    };
}
