using System.Text.Json.Nodes;
using AdaptiveCards;

namespace SupportBot.AdaptiveCards.Tests;

public class EveryWrongValueTests
{
    private static readonly string[] Values = ["null", "3", "\"x\"", "true", "[]", "{}", "[null]", "[3]", """{"type":"Zzz"}""", """{"type":null}""", """[{"type":"TextBlock"}]"""];

    public static TheoryData<string> Cards() => [.. Samples.Parts.Keys, "no part"];

    /// <summary>Each value of a card, replaced by each kind of value: it is read and written again, or refused. Nothing else happens.</summary>
    [Theory, MemberData(nameof(Cards))]
    public void A_card_with_any_value_replaced_is_read_or_refused(string part)
    {
        var sample = Samples.Parts.TryGetValue(part, out var element) ? Samples.CardWith(element) : Samples.FullCard();
        if (element is null)
            (sample.Body, sample.Actions) = ([], []);
        var whole = sample.ToJson();
        var places = Places(JsonNode.Parse(whole)).Count();
        var (read, refused) = (0, 0);
        for (var place = 0; place < places; place++)
            foreach (var value in Values)
            {
                var card = JsonNode.Parse(whole);
                Replace(Places(card).ElementAt(place), JsonNode.Parse(value));
                try
                {
                    AdaptiveCard.FromJson(AdaptiveCard.FromJson(card.ToJsonString()).Card.ToJson());
                    read++;
                }
                catch (AdaptiveSerializationException)
                {
                    refused++;
                }
            }
        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject o => o.Select(m => m.Value).SelectMany(Places).Prepend(o),
        JsonArray a => a.SelectMany(Places).Prepend(a),
        null => [],
        _ => [node],
    };

    private static void Replace(JsonNode place, JsonNode value)
    {
        if (place.Parent is JsonObject owner)
            owner[place.GetPropertyName()] = value;
        else if (place.Parent is JsonArray list)
            list[place.GetElementIndex()] = value;
    }
}
