using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Elements that belong together.</summary>
public class AdaptiveContainer : AdaptiveCollectionElement
{
    public const string TypeName = "Container";

    public override string Type { get; set; } = TypeName;

    [JsonConverter(typeof(BackgroundImageConverter))]
    public AdaptiveBackgroundImage BackgroundImage { get; set; }

    public bool? Rtl { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public List<AdaptiveElement> Items { get; set; } = [];

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    public override void Add(AdaptiveElement element) => Items.Add(element);
}
