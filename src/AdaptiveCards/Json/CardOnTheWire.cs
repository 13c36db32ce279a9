using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// The card as JSON has it. It stands beside <see cref="AdaptiveCard"/> because that type carries a converter, so that a
/// card is written the same by every serialiser; a type with a converter has no shape that could be generated.
/// </summary>
internal sealed class CardOnTheWire
{
    public string Type { get; set; }

    public AdaptiveSchemaVersion Version { get; set; }

    public AdaptiveSchemaVersion MinVersion { get; set; }

    public string Id { get; set; }

    public string Lang { get; set; }

    public string Title { get; set; }

    public string FallbackText { get; set; }

    public string Speak { get; set; }

    public AdaptiveRefresh Refresh { get; set; }

    public AdaptiveAuthentication Authentication { get; set; }

    [JsonConverter(typeof(BackgroundImageConverter))]
    public AdaptiveBackgroundImage BackgroundImage { get; set; }

    [JsonConverter(typeof(HeightConverter))]
    public AdaptiveHeight Height { get; set; }

    public string MinHeight { get; set; }

    public bool? Rtl { get; set; }

    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    public AdaptiveAction SelectAction { get; set; }

    public List<AdaptiveElement> Body { get; set; }

    public List<AdaptiveAction> Actions { get; set; }

    [JsonConverter(typeof(FallbackConverter))]
    public AdaptiveFallbackElement Fallback { get; set; }

    public IDictionary<string, string> Requires { get; set; }

    [JsonExtensionData]
    public SerializableDictionary<string, object> AdditionalProperties { get; set; }

    public static CardOnTheWire Of(AdaptiveCard card) => new()
    {
        Type = card.Type,
        Version = card.Version,
        MinVersion = card.MinVersion,
        Id = card.Id,
        Lang = card.Lang,
        Title = card.Title,
        FallbackText = card.FallbackText,
        Speak = card.Speak,
        Refresh = card.Refresh,
        Authentication = card.Authentication,
        BackgroundImage = card.BackgroundImage,
        Height = card.Height,
        MinHeight = card.MinHeight,
        Rtl = card.Rtl,
        VerticalContentAlignment = card.VerticalContentAlignment,
        SelectAction = card.SelectAction,
        Body = card.Body,
        Actions = card.Actions,
        Fallback = card.Fallback,
        Requires = card.Requires,
        AdditionalProperties = card.AdditionalProperties,
    };

    public AdaptiveCard ToCard() => new()
    {
        Type = Type,
        Version = Version,
        MinVersion = MinVersion,
        Id = Id,
        Lang = Lang,
        Title = Title,
        FallbackText = FallbackText,
        Speak = Speak,
        Refresh = Refresh,
        Authentication = Authentication,
        BackgroundImage = BackgroundImage,
        Height = Height ?? new(AdaptiveHeightType.Auto),
        MinHeight = MinHeight,
        Rtl = Rtl,
        VerticalContentAlignment = VerticalContentAlignment,
        SelectAction = SelectAction,
        Body = Body ?? [],
        Actions = Actions ?? [],
        Fallback = Fallback,
        Requires = Requires,
        AdditionalProperties = AdditionalProperties ?? [],
    };
}
