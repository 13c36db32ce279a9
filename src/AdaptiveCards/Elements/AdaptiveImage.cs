using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A picture. Give it an <see cref="AltText"/>.</summary>
public class AdaptiveImage : AdaptiveElement
{
    public const string TypeName = "Image";

    public AdaptiveImage()
    {
    }

    public AdaptiveImage(string url) => UrlString = url;

    public AdaptiveImage(Uri url) => Url = url;

    public override string Type { get; set; } = TypeName;

    public Uri Url { get; set; }

    [JsonIgnore]
    public string UrlString
    {
        get => Url?.OriginalString;
        set => Url = value is null ? null : new Uri(value, UriKind.RelativeOrAbsolute);
    }

    public string AltText { get; set; }

    public AdaptiveImageSize Size { get; set; }

    public AdaptiveImageStyle Style { get; set; }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>A colour such as <c>#DDDDDD</c>.</summary>
    public string BackgroundColor { get; set; }

    public AdaptiveAction SelectAction { get; set; }

    /// <summary>Width in pixels; 0 for the size that <see cref="Size"/> gives.</summary>
    [JsonIgnore]
    public uint PixelWidth { get; set; }

    /// <summary>Height in pixels; 0 for the size that <see cref="Size"/> gives.</summary>
    [JsonIgnore]
    public uint PixelHeight
    {
        get => Height?.Unit ?? 0;
        set => Height = value == 0 ? new(AdaptiveHeightType.Auto) : new(value);
    }

    [JsonInclude, JsonPropertyName("width")]
    internal string WidthText
    {
        get => Pixels.Text(PixelWidth);
        set => PixelWidth = Pixels.FromJson(value);
    }
}
