using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>An element that holds elements.</summary>
/// <remarks>
/// It can be enumerated with foreach and filled with Add, but it is no <see cref="IEnumerable{T}"/>, which the package's
/// type is: System.Text.Json would write such a type as an array.
/// </remarks>
public abstract class AdaptiveCollectionElement : AdaptiveElement
{
    public AdaptiveContainerStyle? Style { get; set; }

    /// <summary>Read by column sets.</summary>
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    public AdaptiveAction SelectAction { get; set; }

    /// <summary>Lets the element reach through its container's padding.</summary>
    public bool Bleed { get; set; }

    /// <summary>A length such as <c>80px</c>; null for none.</summary>
    public string MinHeight { get; set; }

    /// <summary><see cref="MinHeight"/> as a number of pixels; 0 for none.</summary>
    [JsonIgnore]
    public uint PixelMinHeight
    {
        get => Pixels.OrZero(MinHeight);
        set => MinHeight = Pixels.Text(value);
    }

    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    /// <exception cref="ArgumentException">The element is of a type that this collection cannot hold.</exception>
    public abstract void Add(AdaptiveElement value);
}
