using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace SupportBot.BotFramework.Tests;

public class MessageFactoryTests
{
    [Fact]
    public void Text_accepts_input_unless_told_otherwise()
    {
        var message = MessageFactory.Text("hi");
        Assert.Equal((ActivityTypes.Message, "hi", InputHints.AcceptingInput), (message.Type, message.Text, message.InputHint));
        Assert.Equal(InputHints.IgnoringInput, MessageFactory.Text("hi", null, InputHints.IgnoringInput).InputHint);
    }

    [Fact]
    public void Suggested_texts_become_buttons_that_say_themselves()
    {
        var message = MessageFactory.SuggestedActions(["Yes", "No"], "Sure?", null, null, ["ada"]);
        Assert.Equal("Sure?", message.Text);
        Assert.Equal(["ada"], message.SuggestedActions.To);
        Assert.All(message.SuggestedActions.Actions, a => Assert.Equal((ActionTypes.ImBack, a.Title), (a.Type, (string)a.Value)));
        Assert.Equal(["Yes", "No"], message.SuggestedActions.Actions.Select(a => a.Title));
    }

    [Fact]
    public void Attachments_are_a_list_or_a_carousel()
    {
        var card = new HeroCard("Title").ToAttachment();
        Assert.Equal(HeroCard.ContentType, card.ContentType);
        Assert.Equal(AttachmentLayoutTypes.List, MessageFactory.Attachment(card).AttachmentLayout);
        Assert.Equal(AttachmentLayoutTypes.Carousel, MessageFactory.Carousel([card, card]).AttachmentLayout);
        Assert.Equal(2, MessageFactory.Carousel([card, card]).Attachments.Count);
    }

    [Fact]
    public void A_file_is_an_attachment_by_its_address()
    {
        var file = Assert.Single(MessageFactory.ContentUrl("https://example.org/a.png", "image/png", "a.png").Attachments);
        Assert.Equal(("https://example.org/a.png", "image/png", "a.png"), (file.ContentUrl, file.ContentType, file.Name));
    }

    [Fact]
    public void Nothing_to_show_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Attachment((Attachment)null));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.Carousel(null));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<string>)null, "text", null, null, null));
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl(null, "image/png"));
    }
}
