using AdaptiveCards;
using static SupportBot.Cards.CardPieces;

namespace SupportBot.Cards;

/// <summary>A case in a chat where others read too: its number and where it is opened, and nothing else of it.</summary>
public static class CaseNumberCard
{
    /// <param name="page">Where those who may see the case open it; null where there is no such page.</param>
    public static AdaptiveCard Of(string number, Uri? page) => CardSize.Fit(longest =>
    {
        var card = CardAsk.In("en").NewCard($"Case {number}");
        card.Body = [Band(AdaptiveContainerStyle.Emphasis, $"Case {number}"), .. Prose.Content("Only people who work on this case can open it.", longest)];
        if (page is not null) card.Actions = [new AdaptiveOpenUrlAction { Title = "Open the case", Url = SafeForm.Web(page) }];
        return card;
    });
}
