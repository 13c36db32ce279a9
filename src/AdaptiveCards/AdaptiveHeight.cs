using System.Globalization;

namespace AdaptiveCards;

/// <summary>The height of an element: <c>auto</c>, <c>stretch</c> or pixels (images only).</summary>
public class AdaptiveHeight : IEquatable<AdaptiveHeight>
{
    public AdaptiveHeight()
    {
    }

    /// <param name="value"><c>auto</c>, <c>stretch</c> or a length such as <c>80px</c>; null is auto.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public AdaptiveHeight(string value)
    {
        if (value is null || value.Equals("auto", StringComparison.OrdinalIgnoreCase))
            HeightType = AdaptiveHeightType.Auto;
        else if (value.Equals("stretch", StringComparison.OrdinalIgnoreCase))
            HeightType = AdaptiveHeightType.Stretch;
        else
            (HeightType, Unit) = (AdaptiveHeightType.Pixel, Pixels.Parse(value));
    }

    public AdaptiveHeight(uint px) => (HeightType, Unit) = (AdaptiveHeightType.Pixel, px);

    public AdaptiveHeight(AdaptiveHeightType heightType) => HeightType = heightType;

    public static AdaptiveHeight Auto => new(AdaptiveHeightType.Auto);

    public static AdaptiveHeight Stretch => new(AdaptiveHeightType.Stretch);

    public AdaptiveHeightType HeightType { get; set; }

    /// <summary>Pixels, when <see cref="HeightType"/> is Pixel.</summary>
    public uint? Unit { get; set; }

    public static AdaptiveHeight Parse(string value) => new(value);

    public bool IsPixel() => HeightType == AdaptiveHeightType.Pixel;

    public bool ShouldSerializeAdaptiveHeight() =>
        HeightType == AdaptiveHeightType.Stretch || (IsPixel() && Unit > 0);

    public bool Equals(AdaptiveHeight other) => other is not null && HeightType == other.HeightType && (!IsPixel() || Unit == other.Unit);

    public override bool Equals(object obj) => Equals(obj as AdaptiveHeight);

    public override int GetHashCode() => HashCode.Combine(HeightType, IsPixel() ? Unit : null);

    public override string ToString() => HeightType switch
    {
        AdaptiveHeightType.Auto => "auto",
        AdaptiveHeightType.Stretch => "stretch",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Unit}px"),
    };
}
