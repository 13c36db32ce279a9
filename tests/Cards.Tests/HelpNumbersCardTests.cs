using System.Text.Json.Nodes;
using AdaptiveCards;
using SupportBot.Directory;
using static SupportBot.Cards.Tests.ContentWords;

namespace SupportBot.Cards.Tests;

public class HelpNumbersCardTests
{
    private static string AllText(AdaptiveCard card) => string.Join("\n", Planted.Strings(JsonNode.Parse(card.ToJson())).Select(s => s.Value));

    [Fact]
    public void Numbers_can_be_called_with_one_press()
    {
        var calls = HelpNumbersCard.Of(CardSamples.Numbers, English).Actions.Cast<AdaptiveOpenUrlAction>();
        Assert.Equal(["tel:911", "tel:988"], calls.Select(c => c.UrlString));
    }

    [Theory]
    [InlineData("988;ext=1")]
    [InlineData("call us")]
    public void What_is_no_number_becomes_no_button(string phone)
    {
        var card = HelpNumbersCard.Of([CardSamples.Numbers[0] with { Phone = phone }], English);
        Assert.Empty(card.Actions);
        Assert.DoesNotContain(phone, card.FallbackText);
    }

    [Fact]
    public void A_number_is_shown_with_what_to_press_and_what_to_write()
    {
        var text = AllText(HelpNumbersCard.Of(CardSamples.Numbers, English));
        Assert.Contains("988, press 2", text);
        Assert.Contains("HOME to 741741", text);
    }

    [Fact]
    public void An_entry_nobody_confirmed_says_so()
    {
        Assert.Contains("Call to make sure", AllText(HelpNumbersCard.Of([CardSamples.Numbers[^1]], English)));
        Assert.DoesNotContain("Call to make sure", AllText(HelpNumbersCard.Of([CardSamples.Numbers[0]], English)));
    }

    [Fact]
    public void A_resource_of_the_directory_loses_nothing_a_caller_needs()
    {
        var resource = new Resource
        {
            Id = "x", Name = "Line", Purpose = Wording.OfEnglish("Talk"), Who = [Who.Student], Phone = "877-968-8491", PhoneNote = Wording.OfEnglish("press 1"), Text = new("HI", "839863"), Url = "line.example.org", Chat = "chat.example.org", IsFree = true,
            Hours = OpeningHours.Always, Languages = ["en"], Areas = ["US"], Note = Wording.OfEnglish("Ages 11 to 24."), ConfidentialNote = Wording.OfEnglish("They tell someone when a life is in danger."),
            Source = "s", Confidence = Confidence.B, Status = ResourceStatus.Verify,
        };
        var text = AllText(HelpNumbersCard.Of([HelpNumber.Of(new ShownResource(resource, Opening.Open, CallToConfirm: true))], English));
        Assert.All(["Line", "Talk", "877-968-8491, press 1", "HI to 839863", "chat.example.org", "line.example.org", "24 hours", "Cost: Free", "Ages 11 to 24. They tell someone when a life is in danger.", "Call to make sure"], part => Assert.Contains(part, text));
    }

    [Fact]
    public void A_long_list_is_cut() =>
        Assert.Equal(1 + HelpNumbersCard.Most, HelpNumbersCard.Of([.. Enumerable.Repeat(CardSamples.Numbers[0], 40)], English).Body.Count);

    [Fact]
    public void A_help_card_without_help_must_not_exist() => Assert.Throws<ArgumentException>(() => HelpNumbersCard.Of([], English));
}
