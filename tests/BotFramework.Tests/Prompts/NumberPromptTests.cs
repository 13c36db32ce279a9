using Microsoft.Bot.Builder.Dialogs;

namespace SupportBot.BotFramework.Tests.Prompts;

public class NumberPromptTests
{
    [Theory]
    [InlineData("14", 14)]
    [InlineData("I am 14 years old", 14)]
    [InlineData("$5", 5)]
    [InlineData("-3 degrees", -3)]
    [InlineData("5km", 5)]
    [InlineData("1,234", 1234)]
    [InlineData("zero", 0)]
    [InlineData("twenty-one", 21)]
    [InlineData("Fifty Six", 56)]
    [InlineData("five six", 5)]
    [InlineData("a hundred and five", 105)]
    [InlineData("two thousand three hundred and one", 2301)]
    [InlineData("one million", 1000000)]
    [InlineData("minus four", -4)]
    [InlineData("a dozen", 12)]
    [InlineData("two dozen", 24)]
    [InlineData("3rd", null)]
    [InlineData("3.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("some", null)]
    [InlineData("abc12", null)]
    public async Task It_finds_a_whole_number_in_digits_or_words(string answer, int? expected)
        => Assert.Equal(expected, (int?)await Ask.Answer(new NumberPrompt<int>("ask"), answer));

    [Theory]
    [InlineData("3.5", "en-us", 3.5)]
    [InlineData("3,5", "de-de", 3.5)]
    [InlineData("1.234,5", "de-de", 1234.5)]
    [InlineData("1,234.5", "en-us", 1234.5)]
    [InlineData("3,5 kg", "fr-fr", 3.5)]
    [InlineData("three point one four", "en-us", 3.14)]
    [InlineData("cinco", "es-es", 5)]
    public async Task Fractions_are_read_as_the_culture_writes_them(string answer, string locale, double expected)
        => Assert.Equal(expected, (double)await Ask.Answer(new NumberPrompt<double>("ask"), answer, locale));

    [Fact]
    public async Task Each_supported_type_gets_its_own()
    {
        Assert.Equal(7L, await Ask.Answer(new NumberPrompt<long>("ask"), "7"));
        Assert.Equal(7.5f, await Ask.Answer(new NumberPrompt<float>("ask"), "7.5"));
        Assert.Equal(7.5m, await Ask.Answer(new NumberPrompt<decimal>("ask"), "7.5"));
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<short>("ask"));
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<bool>("ask"));
    }
}
