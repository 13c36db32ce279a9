using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>What somebody meets first, and what somebody who is lost gets, as cards and as the texts they are made of.</summary>
internal sealed class ReceptionCards(DialogContent content)
{
    private Phrases Phrases => content.Phrases;

    /// <summary>What can be begun from the menu: id of a protocol or dialog, and what the entry is called.</summary>
    public IEnumerable<(string Id, string Title)> Menu() =>
    [
        ("bullying-report", Phrases["menu.report"]),
        (FollowUpDialog.DialogId, Phrases["menu.code"]),
        (Reception.GetHelp, Phrases["menu.help"]),
        (Reception.TalkToAPerson, Phrases["menu.person"]),
        (MoreMenu.Id, Phrases["menu.more"]),
    ];

    // Anonymous exists in the web chat only; elsewhere that must be said before anything is asked.
    public string Kept(ChannelTraits traits) => traits.Anonymous
        ? Phrases["welcome.private"]
        : Phrases.Say(traits.AnonymousChat is null || traits.Forms ? "welcome.confidential" : "welcome.confidential-link", ("link", traits.AnonymousChat?.AbsoluteUri ?? ""));

    public Activity Welcome(ChannelTraits traits) => Card(WelcomeCard.Of(new Welcome(
        Phrases.Language,
        Phrases["welcome.heading"],
        [LanguageStep.Noted(Phrases, Phrases.Say("welcome.who", ("district", content.District.PublicName))), Phrases["welcome.help"], Kept(traits), Phrases["welcome.ask"]],
        [.. Menu().Select(Entry)],
        traits.AnonymousChat,
        Phrases["welcome.anonymous"])));

    public Activity Help(string text, DateTimeOffset now) => Card(HelpCard.Of(new Help(
        Phrases.Language,
        Phrases["help.heading"],
        [.. content.District.Resources.List(HelpNumbers.CrisisLines, content.District.AudienceAt(null, Who.Student), now).Select(s => HelpNumber.Of(s, Phrases.Language) with { Hours = HoursInWords.Of(s.Resource.Hours, Phrases) })],
        [LanguageStep.Noted(Phrases, text)],
        [.. Menu().Where(m => m.Id != Reception.GetHelp).Select(Entry)])
    {
        Words = HelpWords.Of(Phrases),
    }));

    private static CardButton Entry((string Id, string Title) entry) =>
        new(entry.Title, new Dictionary<string, string> { ["sb"] = "1", ["do"] = ButtonPress.Go, ["c"] = entry.Id });

    private static Activity Card(AdaptiveCard card) => (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card });
}
