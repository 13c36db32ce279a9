using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Reads a whole card: the rules that hold for the outermost card, and the warnings.</summary>
internal static class CardReader
{
    public static AdaptiveCardParseResult Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var card = Parse(json);
        card.Version ??= AdaptiveCard.OnDeserializingMissingVersion?.Invoke()
            ?? throw new AdaptiveSerializationException("The card has no version.");
        return card.Version > AdaptiveCard.KnownSchemaVersion ? InWords(card) : new() { Card = card, Warnings = [.. Warnings(card)] };
    }

    private static AdaptiveCard Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Wire.Card) ?? throw new AdaptiveSerializationException("The text is null, not a card.");
        }
        catch (JsonException e)
        {
            throw new AdaptiveSerializationException($"The text is not an Adaptive Card: {JsonFault.Of(e)}", e);
        }
    }

    private static AdaptiveCardParseResult InWords(AdaptiveCard newer)
    {
        var text = newer.FallbackText ?? "This card needs a newer app.";
        var card = new AdaptiveCard(AdaptiveCard.KnownSchemaVersion)
        {
            FallbackText = newer.FallbackText,
            Lang = newer.Lang,
            Speak = newer.Speak ?? newer.FallbackText,
            Body = { new AdaptiveTextBlock(text) { Wrap = true } },
        };
        var warning = new AdaptiveWarning(AdaptiveWarning.UnsupportedSchemaVersion, $"Version {newer.Version} is newer than {AdaptiveCard.KnownSchemaVersion}; the fallback text stands in.");
        return new() { Card = card, Warnings = [warning] };
    }

    private static IEnumerable<AdaptiveWarning> Warnings(AdaptiveCard card) => CardWalk.Over(card).Select(part => part switch
    {
        AdaptiveUnknownElement e => new AdaptiveWarning(AdaptiveWarning.UnknownElementType, $"Unknown element type '{e.Type}'."),
        AdaptiveUnknownAction a => new AdaptiveWarning(AdaptiveWarning.UnknownActionType, $"Unknown action type '{a.Type}'."),
        _ => null,
    }).OfType<AdaptiveWarning>();
}
