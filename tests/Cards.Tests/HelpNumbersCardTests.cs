using System.Text.Json.Nodes;
using AdaptiveCards;

namespace SupportBot.Cards.Tests;

public class HelpNumbersCardTests
{
    private static string AllText(AdaptiveCard card) => string.Join("\n", Planted.Strings(JsonNode.Parse(card.ToJson())).Select(s => s.Value));

    [Fact]
    public void Numbers_can_be_called_with_one_press()
    {
        var calls = HelpNumbersCard.Of(CardSamples.Numbers).Actions.Cast<AdaptiveOpenUrlAction>();
        Assert.Equal(["tel:911", "tel:988", "tel:877-968-8491"], calls.Select(c => c.UrlString));
    }

    [Theory]
    [InlineData("988;ext=1")]
    [InlineData("call us")]
    public void What_is_no_number_becomes_no_button(string phone)
    {
        var card = HelpNumbersCard.Of([CardSamples.Numbers[0] with { Phone = phone }]);
        Assert.Empty(card.Actions);
        Assert.DoesNotContain(phone, card.FallbackText);
    }

    [Fact]
    public void An_entry_nobody_confirmed_says_so()
    {
        Assert.Contains("call to make sure", AllText(HelpNumbersCard.Of([CardSamples.Numbers[3]])));
        Assert.DoesNotContain("call to make sure", AllText(HelpNumbersCard.Of([CardSamples.Numbers[0]])));
    }

    [Fact]
    public void A_long_list_is_cut() =>
        Assert.Equal(1 + HelpNumbersCard.Most, HelpNumbersCard.Of([.. Enumerable.Repeat(CardSamples.Numbers[0], 40)]).Body.Count);

    [Fact]
    public void A_help_card_without_help_must_not_exist() => Assert.Throws<ArgumentException>(() => HelpNumbersCard.Of([]));
}
