using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>An Adaptive Card: what a channel shows and what a person can do there.</summary>
/// <remarks>
/// Written and read by its own converter whichever serialiser options are used, so that a card may sit in an
/// attachment of an activity. Members that are null, empty or at their default are not written.
/// </remarks>
[JsonConverter(typeof(CardConverter))]
public class AdaptiveCard : AdaptiveTypedElement
{
    /// <summary>The media type of a card in an attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public const string TypeName = "AdaptiveCard";

    /// <summary>The newest schema version that this library knows. A newer card is read as its fallback text.</summary>
#pragma warning disable CA2211 // a settable field in the published API
    public static AdaptiveSchemaVersion KnownSchemaVersion = new(1, 5);
#pragma warning restore CA2211

    public AdaptiveCard() : this(new AdaptiveSchemaVersion(1, 0))
    {
    }

    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion) => Version = schemaVersion;

    /// <exception cref="AdaptiveSerializationException">The text is not of the form <c>1.5</c>.</exception>
    public AdaptiveCard(string schemaVersion) : this(new AdaptiveSchemaVersion(schemaVersion))
    {
    }

    /// <summary>Asked for a version when a card that is read has none; null makes such a card an error.</summary>
    public static Func<AdaptiveSchemaVersion> OnDeserializingMissingVersion { get; set; }

    public override string Type { get; set; } = TypeName;

    public AdaptiveSchemaVersion Version { get; set; }

    public AdaptiveSchemaVersion MinVersion { get; set; }

    /// <summary>Shown by a client that cannot show the card.</summary>
    public string FallbackText { get; set; }

    /// <summary>What is read aloud for the whole card: plain text or SSML.</summary>
    public string Speak { get; set; }

    /// <summary>Two-letter language of the card; date and time functions follow it.</summary>
    public string Lang { get; set; }

    public string Title { get; set; }

    public AdaptiveBackgroundImage BackgroundImage { get; set; }

    public AdaptiveHeight Height { get; set; } = new(AdaptiveHeightType.Auto);

    /// <summary>A length such as <c>80px</c>; null for none.</summary>
    public string MinHeight { get; set; }

    /// <summary><see cref="MinHeight"/> as a number of pixels; 0 for none.</summary>
    public uint PixelMinHeight
    {
        get => Pixels.OrZero(MinHeight);
        set => MinHeight = Pixels.Text(value);
    }

    public bool? Rtl { get; set; }

    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    public AdaptiveAction SelectAction { get; set; }

    /// <summary>How a client brings the card up to date by itself.</summary>
    public AdaptiveRefresh Refresh { get; set; }

    public AdaptiveAuthentication Authentication { get; set; }

    public List<AdaptiveElement> Body { get; set; } = [];

    public List<AdaptiveAction> Actions { get; set; } = [];

    /// <summary>Reads a card.</summary>
    /// <exception cref="AdaptiveSerializationException">The text is not JSON, or not a card with a version.</exception>
    public static AdaptiveCardParseResult FromJson(string json) => CardReader.Read(json);

    public string ToJson() => JsonSerializer.Serialize(this, Wire.Card);

    public bool ShouldSerializeBody() => Body?.Count > 0;

    public bool ShouldSerializeActions() => Actions?.Count > 0;

    public bool ShouldSerializeHeight() => Height?.ShouldSerializeAdaptiveHeight() == true;
}
