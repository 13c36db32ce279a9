using AdaptiveCards;

namespace SupportBot.AdaptiveCards.Tests;

public class ValueTests
{
    [Theory]
    [InlineData("1.5", 1, 5)]
    [InlineData("2", 2, 0)]
    public void A_version_is_read(string text, int major, int minor) =>
        Assert.Equal(new AdaptiveSchemaVersion(major, minor), new AdaptiveSchemaVersion(text));

    [Theory]
    [InlineData("")]
    [InlineData("1.5.1")]
    [InlineData("v1")]
    public void What_is_no_version_is_refused(string text) =>
        Assert.Throws<AdaptiveSerializationException>(() => new AdaptiveCard(text));

    [Fact]
    public void Versions_are_ordered_by_number_and_not_by_text()
    {
        Assert.True(new AdaptiveSchemaVersion(1, 10) > new AdaptiveSchemaVersion(1, 9));
        Assert.True(new AdaptiveSchemaVersion(2, 0) > new AdaptiveSchemaVersion(1, 9));
        Assert.True(new AdaptiveSchemaVersion(1, 5) == "1.5");
    }

    [Theory]
    [InlineData("auto", "auto")]
    [InlineData("STRETCH", "stretch")]
    [InlineData("80px", "80px")]
    [InlineData("1.5", "1.5")]
    public void A_width_keeps_its_meaning(string text, string written) => Assert.Equal(written, new AdaptiveWidth(text).ToString());

    [Theory]
    [InlineData("wide")]
    [InlineData("-4px")]
    public void What_is_no_length_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => new AdaptiveWidth(text));
        Assert.Throws<FormatException>(() => new AdaptiveHeight(text));
    }

    [Fact]
    public void Changing_the_height_of_one_element_leaves_others_alone()
    {
        var (one, other) = (new AdaptiveTextBlock("a"), new AdaptiveTextBlock("b"));
        one.Height.HeightType = AdaptiveHeightType.Stretch;
        Assert.Equal(AdaptiveHeightType.Auto, other.Height.HeightType);
    }

    [Fact]
    public void An_input_that_cannot_be_filled_in_shows_its_value_or_its_hint()
    {
        Assert.Equal("*[name]*", new AdaptiveTextInput { Placeholder = "name" }.GetNonInteractiveValue());
        Assert.Equal("7", new AdaptiveNumberInput { Value = 7 }.GetNonInteractiveValue());
        Assert.Equal("Two, Three", new AdaptiveChoiceSetInput { Value = "2,3", Choices = { new() { Title = "One", Value = "1" }, new() { Title = "Two", Value = "2" }, new() { Title = "Three", Value = "3" } } }.GetNonInteractiveValue());
    }
}
