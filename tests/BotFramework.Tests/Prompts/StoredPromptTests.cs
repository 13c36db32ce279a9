using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests.Prompts;

public class StoredPromptTests
{
    [Fact]
    public async Task The_choices_of_a_prompt_are_there_again_after_a_round_trip()
    {
        var options = Ask.Question("school?", "which?");
        options.Style = ListStyle.List;
        options.Choices =
        [
            new Choice("north") { Synonyms = ["the big one"], Action = new CardAction { Type = ActionTypes.ImBack, Title = "North High", Value = "north" } },
        ];
        var talk = await Ask.Begin(new ChoicePrompt("ask"), options);
        Assert.Equal(["which?\n\n   1. North High"], await talk.Say("south"));
        await talk.Say("the big one");
        Assert.Equal("north", ((FoundChoice)talk.Result.Result).Value);
    }

    [Fact]
    public void A_found_choice_and_a_style_keep_their_wire_names()
    {
        var json = JsonSerializer.Serialize(new { choice = new FoundChoice { Value = "x", Index = 1 }, style = ListStyle.HeroCard });
        Assert.Equal("""{"choice":{"value":"x","index":1,"score":0,"synonym":null},"style":"HeroCard"}""", json);
    }
}
