using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests.Prompts;

public class ChoiceFactoryTests
{
    private static IList<Choice> Choices(int count, string title = "choice") => [.. Enumerable.Range(1, count).Select(n => new Choice(title + n))];

    [Theory]
    [InlineData("webchat", null, 3, "suggested")]
    [InlineData("webchat", null, 100, "suggested")]
    [InlineData("webchat", null, 101, "list")]
    [InlineData("directline", null, 3, "suggested")]
    [InlineData("emulator", null, 3, "suggested")]
    [InlineData("facebook", null, 10, "suggested")]
    [InlineData("facebook", null, 11, "list")]
    [InlineData("line", null, 13, "suggested")]
    [InlineData("line", null, 14, "card")]
    [InlineData("slack", null, 3, "card")]
    [InlineData("msteams", "personal", 3, "suggested")]
    [InlineData("msteams", "personal", 4, "card")]
    [InlineData("msteams", "channel", 3, "card")]
    [InlineData("msteams", "personal", 50, "card")]
    [InlineData("msteams", "personal", 51, "list")]
    [InlineData("sms", null, 3, "inline")]
    [InlineData("sms", null, 4, "list")]
    [InlineData(null, null, 2, "inline")]
    public void Auto_shows_what_the_channel_can(string channel, string conversationType, int count, string expected)
        => Assert.Equal(expected, Shape(ChoiceFactory.ForChannel(channel, Choices(count), "?", null, null, conversationType, ["me"])));

    [Theory]
    [InlineData(20, "suggested")]
    [InlineData(21, "list")]
    public void Titles_that_a_button_would_cut_off_become_a_list(int length, string expected)
        => Assert.Equal(expected, Shape(ChoiceFactory.ForChannel("webchat", [new Choice(new string('x', length))], "?", null, null)));

    [Fact]
    public void Suggested_actions_name_who_is_to_see_them()
    {
        var message = ChoiceFactory.ForChannel("msteams", Choices(2), "?", null, null, "personal", ["29:me"]);
        Assert.Equal(["29:me"], message.SuggestedActions.To);
        Assert.Equal([("imBack", "choice1", "choice1"), ("imBack", "choice2", "choice2")], message.SuggestedActions.Actions.Select(a => (a.Type, a.Title, (string)a.Value)));
        Assert.Equal(InputHints.ExpectingInput, message.InputHint);
    }

    [Fact]
    public void A_button_of_the_choice_is_used_as_it_is()
    {
        var button = new CardAction { Type = ActionTypes.MessageBack, Title = "Yes!", Value = "y" };
        var message = ChoiceFactory.HeroCard([new Choice("yes") { Action = button }], "sure?");
        var card = (HeroCard)Assert.Single(message.Attachments).Content;
        Assert.Equal("sure?", card.Text);
        Assert.Same(button, Assert.Single(card.Buttons));
    }

    [Fact]
    public void Text_forms_number_the_choices_unless_told_not_to()
    {
        Assert.Equal("? (1) choice1", ChoiceFactory.Inline(Choices(1), "?").Text);
        Assert.Equal("? (1) choice1 or (2) choice2", ChoiceFactory.Inline(Choices(2), "?").Text);
        Assert.Equal("? choice1; choice2 and choice3", ChoiceFactory.Inline(Choices(3), "?", null, new ChoiceFactoryOptions("; ", " x ", " and ", false)).Text);
        Assert.Equal("?\n\n   - choice1\n   - choice2", ChoiceFactory.List(Choices(2), "?", null, new ChoiceFactoryOptions { IncludeNumbers = false }).Text);
        Assert.Equal("?\n\n   1. a\n   2. b", ChoiceFactory.List(["a", "b"], "?").Text);
    }

    [Fact]
    public void The_channel_table_knows_titles_and_feeds()
    {
        Assert.Equal(20, Channel.MaxActionTitleLength("webchat"));
        Assert.True(Channel.HasMessageFeed("webchat"));
        Assert.False(Channel.HasMessageFeed("cortana"));
        Assert.False(Channel.SupportsSuggestedActions("msteams", 2));
        Assert.False(Channel.SupportsCardActions("sms", 1));
    }

    private static string Shape(IMessageActivity message)
    {
        if (message.SuggestedActions != null)
            return "suggested";
        if (message.Attachments is { Count: > 0 })
            return "card";
        return message.Text.Contains('\n', StringComparison.Ordinal) ? "list" : "inline";
    }
}
