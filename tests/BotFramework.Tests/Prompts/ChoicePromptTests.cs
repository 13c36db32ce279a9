using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests.Prompts;

public class ChoicePromptTests
{
    private static readonly string[] Colours = ["red", "green", "light blue"];

    [Theory]
    [InlineData("green", 1)]
    [InlineData("GREEN", 1)]
    [InlineData("I would like green please", 1)]
    [InlineData("blue light", null)]
    [InlineData("light, maybe, blue", 2)]
    [InlineData("light or so I do think blue", null)]
    [InlineData("the second one", 1)]
    [InlineData("1st", 0)]
    [InlineData("the last", 2)]
    [InlineData("2", 1)]
    [InlineData("number three", 2)]
    [InlineData("4", null)]
    [InlineData("1.5", null)]
    [InlineData("purple", null)]
    public async Task It_finds_a_choice_by_its_words_its_place_or_its_number(string answer, int? index)
    {
        var found = (FoundChoice)await Ask.Answer(new ChoicePrompt("ask"), answer, options: Ask.Question("colour?", null, Colours));
        Assert.Equal(index, found?.Index);
        if (index is { } at)
            Assert.Equal(Colours[at], found.Value);
    }

    [Fact]
    public async Task It_finds_a_choice_by_a_synonym_and_by_the_title_of_its_button()
    {
        var options = Ask.Question("school?");
        options.Choices =
        [
            new Choice("lincoln") { Synonyms = ["Abe", "the old school"] },
            new Choice("north") { Action = new CardAction { Type = ActionTypes.ImBack, Title = "North High", Value = "north" } },
        ];
        Assert.Equal(("lincoln", "the old school"), Both(await Ask.Answer(new ChoicePrompt("ask"), "the old school", options: options)));
        Assert.Equal(("north", "North High"), Both(await Ask.Answer(new ChoicePrompt("ask"), "north high", options: options)));

        static (string, string) Both(object found) => (((FoundChoice)found).Value, ((FoundChoice)found).Synonym);
    }

    [Fact]
    public async Task Numbers_and_ordinals_can_be_switched_off()
    {
        var prompt = new ChoicePrompt("ask") { RecognizerOptions = new FindChoicesOptions { RecognizeNumbers = false, RecognizeOrdinals = false } };
        Assert.Null(await Ask.Answer(prompt, "2", options: Ask.Question("?", null, Colours)));
        Assert.Null(await Ask.Answer(prompt, "the first", options: Ask.Question("?", null, Colours)));
        Assert.NotNull(await Ask.Answer(prompt, "red", options: Ask.Question("?", null, Colours)));
    }

    [Fact]
    public void A_whole_match_beats_the_words_in_it_and_each_choice_is_found_once()
    {
        var found = ChoiceRecognizers.RecognizeChoices("the dark green one and then red and red again", ["red", "green", "dark green"]);
        Assert.Equal(["dark green", "red"], found.Select(match => match.Resolution.Value));
        Assert.Equal((4, 13, "dark green"), (found[0].Start, found[0].End, found[0].Text));
        Assert.Equal(1f, ChoiceRecognizers.RecognizeChoices("RED", ["red"])[0].Resolution.Score);
    }

    [Fact]
    public void Some_of_the_words_are_enough_only_where_that_is_allowed()
    {
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("lincoln", ["Lincoln High School"]));
        var found = Assert.Single(ChoiceRecognizers.RecognizeChoices("lincoln", ["Lincoln High School"], new FindChoicesOptions { AllowPartialMatches = true }));
        Assert.InRange(found.Resolution.Score, 0.5f, 0.7f);
    }

    [Fact]
    public async Task Spanish_numbers_pick_a_choice()
    {
        Assert.Equal("green", ((FoundChoice)await Ask.Answer(new ChoicePrompt("ask"), "dos", "es-MX", Ask.Question("?", null, Colours))).Value);
        Assert.Equal("red", ((FoundChoice)await Ask.Answer(new ChoicePrompt("ask"), "el primero", "es-es", Ask.Question("?", null, Colours))).Value);
    }

    [Theory]
    [InlineData("en-us", "colour? (1) red, (2) green, or (3) blue")]
    [InlineData("es-mx", "colour? (1) red, (2) green, o (3) blue")]
    [InlineData("de-AT", "colour? (1) red, (2) green, oder (3) blue")]
    [InlineData("xx", "colour? (1) red, (2) green, or (3) blue")]
    public async Task A_channel_without_buttons_gets_the_choices_in_the_sentence_and_the_language(string locale, string expected)
    {
        var talk = await Ask.Begin(new ChoicePrompt("ask"), Ask.Question("colour?", null, "red", "green", "blue"), locale);
        Assert.Equal([expected], await talk.Say("purple"));
    }

    [Theory]
    [InlineData(ListStyle.None, "colour?")]
    [InlineData(ListStyle.Inline, "colour? (1) red or (2) green")]
    [InlineData(ListStyle.List, "colour?\n\n   1. red\n   2. green")]
    [InlineData(ListStyle.SuggestedAction, "colour?")]
    [InlineData(ListStyle.HeroCard, null)]
    public async Task The_style_of_the_options_wins(ListStyle style, string text)
    {
        var options = Ask.Question("colour?", null, "red", "green");
        options.Style = style;
        var talk = await Ask.Begin(new ChoicePrompt("ask") { Style = ListStyle.Inline }, options);
        var reply = Assert.Single(await talk.Activities(talk.Adapter.MakeActivity("?")));
        Assert.Equal(text, reply.Text);
        Assert.Equal(style == ListStyle.SuggestedAction ? 2 : 0, reply.SuggestedActions?.Actions.Count ?? 0);
        var buttons = style == ListStyle.HeroCard ? ((HeroCard)Assert.Single(reply.Attachments).Content).Buttons : null;
        Assert.Equal(style == ListStyle.HeroCard ? 2 : 0, buttons?.Count ?? 0);
        Assert.Null(options.Prompt.SuggestedActions);
        Assert.Equal("colour?", options.Prompt.Text);
    }

    [Fact]
    public async Task A_card_in_the_question_stays_beside_the_choices()
    {
        var options = Ask.Question("colour?", null, "red", "green");
        options.Prompt.Attachments = [new Attachment { ContentType = "image/png" }];
        options.Style = ListStyle.HeroCard;
        var talk = await Ask.Begin(new ChoicePrompt("ask"), options);
        Assert.Equal(["image/png", HeroCard.ContentType], Assert.Single(await talk.Activities(talk.Adapter.MakeActivity("?"))).Attachments.Select(a => a.ContentType));
    }

    [Fact]
    public async Task The_choices_come_again_with_the_retry_question()
    {
        var talk = await Ask.Begin(new ChoicePrompt("ask"), Ask.Question("colour?", "one of these:", "red", "green"));
        Assert.Equal(["one of these: (1) red or (2) green"], await talk.Say("purple"));
    }
}
