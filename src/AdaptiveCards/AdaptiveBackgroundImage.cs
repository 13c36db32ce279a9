using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A picture behind a card or a container. Written as a bare address when nothing else is set.</summary>
public class AdaptiveBackgroundImage
{
    public const string TypeName = "backgroundImage";

    public AdaptiveBackgroundImage()
    {
    }

    public AdaptiveBackgroundImage(string url) : this(new Uri(url, UriKind.RelativeOrAbsolute))
    {
    }

    public AdaptiveBackgroundImage(Uri url) => Url = url;

    public AdaptiveBackgroundImage(string url, AdaptiveImageFillMode fillMode, AdaptiveHorizontalAlignment hAlignment, AdaptiveVerticalAlignment vAlignment)
        : this(new Uri(url, UriKind.RelativeOrAbsolute), fillMode, hAlignment, vAlignment)
    {
    }

    public AdaptiveBackgroundImage(Uri url, AdaptiveImageFillMode fillMode, AdaptiveHorizontalAlignment hAlignment, AdaptiveVerticalAlignment vAlignment) : this(url) =>
        (FillMode, HorizontalAlignment, VerticalAlignment) = (fillMode, hAlignment, vAlignment);

    public Uri Url { get; set; }

    [JsonIgnore]
    public string UrlString
    {
        get => Url?.OriginalString;
        set => Url = value is null ? null : new Uri(value, UriKind.RelativeOrAbsolute);
    }

    public AdaptiveImageFillMode FillMode { get; set; }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public AdaptiveVerticalAlignment VerticalAlignment { get; set; }

    public bool HasDefaultValues() =>
        FillMode == AdaptiveImageFillMode.Cover && HorizontalAlignment == AdaptiveHorizontalAlignment.Left && VerticalAlignment == AdaptiveVerticalAlignment.Top;
}
