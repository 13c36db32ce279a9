using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <param name="CaseNumber">The number people say, such as <c>K7M-2QD</c>.</param>
/// <param name="Page">Where those who may see the case open it; null where there is no such page.</param>
public sealed record CaseShared(string CaseNumber, Uri? Page);

/// <summary>A case in a chat where others read too: its number and where it is opened, and nothing else of it.</summary>
public static class CaseNumberCard
{
    public static AdaptiveCard Of(CaseShared shared, ICardWords words) => CardSize.Fit(longest =>
    {
        var heading = words.Say("staff.number", ("code", PlainText.Unmarked(shared.CaseNumber, 12)));
        var card = NewCard(words, heading, heading);
        card.Body = [Band(AdaptiveContainerStyle.Emphasis, heading), .. Prose.Content(words["shared.below"], longest), .. Mark(words)];
        if (shared.Page is { } page) card.Actions = [new AdaptiveOpenUrlAction { Title = PlainText.Unmarked(words["shared.open"]), Url = SafeForm.Web(page) }];
        return card;
    });
}
