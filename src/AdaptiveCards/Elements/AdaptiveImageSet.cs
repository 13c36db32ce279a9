using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Pictures of one size, side by side.</summary>
public class AdaptiveImageSet : AdaptiveElement
{
    public const string TypeName = "ImageSet";

    public override string Type { get; set; } = TypeName;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public List<AdaptiveImage> Images { get; set; } = [];

    public AdaptiveImageSize ImageSize { get; set; }
}
