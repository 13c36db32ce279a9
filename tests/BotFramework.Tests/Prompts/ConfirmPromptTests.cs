using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;

namespace SupportBot.BotFramework.Tests.Prompts;

public class ConfirmPromptTests
{
    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yes, please!", true)]
    [InlineData("yep", true)]
    [InlineData("sure", true)]
    [InlineData("OK", true)]
    [InlineData("👍", true)]
    [InlineData("no", false)]
    [InlineData("nope, thanks", false)]
    [InlineData("not ok", false)]
    [InlineData("I don't agree", false)]
    [InlineData("👎", false)]
    [InlineData("1", true)]
    [InlineData("the second", false)]
    [InlineData("I'm not sure", null)]
    [InlineData("yes and no", null)]
    [InlineData("perhaps", null)]
    [InlineData("know", null)]
    [InlineData("3", null)]
    public async Task It_understands_yes_and_no_and_asks_again_otherwise(string answer, bool? expected)
        => Assert.Equal(expected, (bool?)await Ask.Answer(new ConfirmPrompt("ask"), answer));

    [Theory]
    [InlineData("bg-BG", "да", "не")]
    [InlineData("zh-CN", "是的", "不是")]
    [InlineData("nl-NL", "ja", "nee")]
    [InlineData("fr-CA", "oui", "non")]
    [InlineData("de-DE", "ja", "nein")]
    [InlineData("hi-IN", "हां", "नहीं")]
    [InlineData("it-IT", "sì", "no")]
    [InlineData("ja-JP", "はい", "いいえ")]
    [InlineData("ko-KR", "네", "아니요")]
    [InlineData("pt-BR", "sim", "não")]
    [InlineData("es-MX", "sí", "no")]
    [InlineData("es", "claro", "falso")]
    [InlineData("sv-SE", "ja", "nej")]
    [InlineData("tr-TR", "evet", "hayır")]
    public async Task It_understands_the_languages_of_the_prompts(string locale, string yes, string no)
    {
        Assert.Equal(true, await Ask.Answer(new ConfirmPrompt("ask"), yes, locale));
        Assert.Equal(false, await Ask.Answer(new ConfirmPrompt("ask"), no, locale));
    }

    [Fact]
    public async Task The_default_language_counts_when_the_activity_names_none()
        => Assert.Equal(true, await Ask.Answer(new ConfirmPrompt("ask", defaultLocale: "es-es"), "sí", locale: null));

    [Fact]
    public async Task Yes_and_no_are_shown_in_the_language()
    {
        var talk = await Ask.Begin(new ConfirmPrompt("ask"), Ask.Question("¿seguro?"), "es-mx");
        Assert.Equal(["¿seguro? (1) Sí o (2) No"], await talk.Say("quizás"));
    }

    [Fact]
    public async Task Own_choices_are_shown_and_understood()
    {
        var prompt = new ConfirmPrompt("ask") { ConfirmChoices = Tuple.Create(new Choice("Send it"), new Choice("Wait")) };
        var talk = await Ask.Begin(prompt, Ask.Question("ready?"));
        Assert.Equal(["ready? (1) Send it or (2) Wait"], await talk.Say("?"));
        await talk.Say("wait");
        Assert.Equal(false, talk.Result.Result);
    }

    [Fact]
    public async Task Without_numbers_a_number_is_no_answer()
    {
        var prompt = new ConfirmPrompt("ask") { ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false } };
        var talk = await Ask.Begin(prompt, Ask.Question("ready?"));
        Assert.Equal(["ready? Yes or No"], await talk.Say("1"));
    }

    [Theory]
    [InlineData("es-MX", "es-es")]
    [InlineData("EN", "en-us")]
    [InlineData("pt", "pt-br")]
    [InlineData("xx-YY", "xx-yy")]
    [InlineData(null, null)]
    public void A_culture_maps_to_the_nearest_language(string culture, string expected)
        => Assert.Equal(expected, PromptCultureModels.MapToNearestLanguage(culture));

    [Fact]
    public void Fourteen_languages_are_supported()
        => Assert.Equal(14, PromptCultureModels.GetSupportedCultures().Select(culture => culture.Locale).Distinct().Count());
}
