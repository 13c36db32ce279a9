using AdaptiveCards;
using Microsoft.Bot.Schema;
using SupportBot.Cards;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>Cards without buttons, that stand where a card with buttons stood.</summary>
internal static class PlainCards
{
    public static Attachment Newer(string caseNumber) => Of("There is a newer card", $"Case {caseNumber}", "This card was replaced. The newest one is further down in this chat.");

    public static Attachment NotYours(string caseNumber) => Of("This card is closed", $"Case {caseNumber}", "This case is no longer yours to see.");

    private static Attachment Of(string heading, string label, string note) =>
        new() { ContentType = AdaptiveCard.ContentType, Content = ClosedQuestionCard.Of(new ClosedQuestion("en", heading, label, note)) };
}
