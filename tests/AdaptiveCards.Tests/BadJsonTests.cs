using AdaptiveCards;

namespace SupportBot.AdaptiveCards.Tests;

public class BadJsonTests
{
    [Theory]
    [InlineData("", "$")]
    [InlineData("{", "$")]
    [InlineData("null", "null")]
    [InlineData("[]", "object")]
    [InlineData("""{"version":"1.5"}""", "'type' must be 'AdaptiveCard'")]
    [InlineData("""{"type":"HeroCard","version":"1.5"}""", "'type' must be 'AdaptiveCard'")]
    [InlineData("""{"type":"AdaptiveCard"}""", "version")]
    [InlineData("""{"type":"AdaptiveCard","version":"one"}""", "such as 1.5")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":"x"}""", "$.body")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":["x"]}""", "$.body[0]")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"text":"x"}]}""", "no type")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":3}]}""", "at $.body[0]: AdaptiveTextBlock at $.text")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","size":"huge"}]}""", "at $.body[0]: AdaptiveTextBlock at $.size: Expected one of default, extraLarge")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Image","url":"a","width":"wide"}]}""", "80px")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ColumnSet","columns":[{"width":true}]}]}""", "weight")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Table","columns":[{"width":null}]}]}""", "width")]
    public void Bad_json_says_where_and_why(string json, string expected)
    {
        var error = Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson(json));
        Assert.True(error.Message.Contains(expected, StringComparison.Ordinal), error.Message);
    }

    [Fact]
    public void The_message_repeats_no_text_of_the_card()
    {
        var error = Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"a","maxLines":"my secret"}]}"""));
        Assert.DoesNotContain("secret", error.Message);
    }

    [Fact]
    public void Deep_json_is_refused_and_does_not_end_the_process()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"type":"Container","items":[""", 20_000));
        Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{deep}}"""));
    }

    [Fact]
    public void A_card_without_a_version_may_be_given_one()
    {
        AdaptiveCard.OnDeserializingMissingVersion = () => new(1, 2);
        try
        {
            Assert.Equal(new AdaptiveSchemaVersion(1, 2), AdaptiveCard.FromJson("""{"type":"AdaptiveCard"}""").Card.Version);
        }
        finally
        {
            AdaptiveCard.OnDeserializingMissingVersion = null;
        }
    }

    [Fact]
    public void A_card_of_a_newer_version_is_read_as_its_fallback_text()
    {
        var read = AdaptiveCard.FromJson("""{"type":"AdaptiveCard","version":"1.9","fallbackText":"Please open the console.","body":[{"type":"TextBlock","text":"new"}]}""");
        Assert.Equal("Please open the console.", ((AdaptiveTextBlock)Assert.Single(read.Card.Body)).Text);
        Assert.Contains("1.9", Assert.Single(read.Warnings).Message);
    }
}
